import { say, type Words } from '../../components/words';
import type { PromptKind } from '../../utils/autofill/prompt';
import { reasonSentences } from './reasons';

type Other = Exclude<PromptKind, 'totp'>;

const WORDS = {
  ask: ['prompt_ask', 'prompt_ask_do'],
  sms: ['prompt_sms', 'prompt_sms_do'],
  email: ['prompt_email', 'prompt_email_do'],
  push: ['prompt_push', 'prompt_push_do'],
  recovery: ['prompt_recovery', 'prompt_recovery_do'],
  'security-key': ['prompt_security_key', 'prompt_security_key_do'],
  device: ['prompt_device', 'prompt_device_do'],
  pin: ['prompt_pin', 'prompt_pin_do'],
} as const satisfies Record<Other, readonly [Words, Words]>;

const CALLED = ['prompt_call', 'prompt_sms_do'] as const;

interface Properties {
  readonly prompt: Other;
  readonly why: readonly string[];
  /** The portal, as the person calls it. */
  readonly name: string;
}

/** What the page asks for where that is not simply our code: said, with what to do about it, and why. */
export function PromptCard({ prompt, why, name }: Properties) {
  const [says, toDo] = prompt === 'sms' && why.includes('called') ? CALLED : WORDS[prompt];
  return (
    <div class="prompt-card" role="status">
      <p class={prompt === 'ask' ? 'prompt-says prompt-long' : 'prompt-says'}>{say(says, name)}</p>
      <p class="muted">{say(toDo)}</p>
      <WhyNote why={why} />
    </div>
  );
}

/** Folded away until somebody asks. */
export function WhyNote({ why }: { why: readonly string[] }) {
  return (
    <details class="why">
      <summary>{say('why')}</summary>
      <ul aria-label={say('why_label')}>
        {reasonSentences(why).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
