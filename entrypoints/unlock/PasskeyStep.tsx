import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FailureNotice, Notice } from '../../components/Notice';
import { type AskRefusal, askPasskey } from '../../components/passkey';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

const REFUSALS = {
  cancelled: 'passkey_ask_cancelled',
  'without-prf': 'passkey_ask_without_prf',
  unverified: 'passkey_ask_unverified',
} as const;

/** Asks a passkey and opens the vault with its answer. However that goes, the password below stays good. */
export function PasskeyStep({ tabId, asksAtOnce }: { tabId: number | null; asksAtOnce: boolean }) {
  const [refusal, setRefusal] = useState<AskRefusal | null>(null);
  const { failure, attempt, forget } = useAttempt();
  const place = useRef<HTMLDivElement>(null);
  const pending = useRef(new AbortController());

  /** The browser asks one passkey at a time: a new try ends the one before, whose dialog may be lost behind a window. */
  async function unlock() {
    pending.current.abort();
    pending.current = new AbortController();
    const { signal } = pending.current;
    setRefusal(null);
    forget();
    const answer = await askPasskey(await ask('passkeys/list'), signal);
    if (signal.aborted) return;
    if (typeof answer === 'string') setRefusal(answer);
    else await ask('passkeys/unlock', { ...answer, tabId });
  }

  useEffect(() => {
    place.current?.querySelector('button')?.focus();
    if (asksAtOnce) attempt(unlock());
    return () => pending.current.abort();
  }, []);

  return (
    <div class="passkey" ref={place}>
      <Button look="primary" onPress={() => attempt(unlock())}>
        {say('use_passkey')}
      </Button>
      <Notice tone="warn">{refusal && say(REFUSALS[refusal])}</Notice>
      <FailureNotice failure={failure} />
      <p class="passkey-or">{say('or_password')}</p>
    </div>
  );
}
