import { Field } from '../../components/Field';
import { say } from '../../components/words';
import { LEAST_PASSWORD_LENGTH, passwordStrength } from '../../utils/vault/password-rule';
import type { Protection } from './backup-file';

export interface Wish {
  readonly kind: 'same' | 'other' | 'recipients';
  readonly passphrase: string;
  readonly repeated: string;
  readonly recipients: string;
}

export const NO_WISH: Wish = { kind: 'same', passphrase: '', repeated: '', recipients: '' };

/** What the person chose, once it holds; null while it does not. */
export function protectionOf(wish: Wish, password: string): Protection | null {
  if (wish.kind === 'same') return password === '' ? null : { passphrase: password };
  if (wish.kind === 'recipients') {
    const recipients = wish.recipients.split(/[\s,;]+/).filter(Boolean);
    return recipients.length > 0 ? { recipients } : null;
  }
  const holds = wish.passphrase === wish.repeated && !passwordStrength(wish.passphrase).startsWith('too');
  return holds ? { passphrase: wish.passphrase } : null;
}

interface Properties {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
  /** The person has tried, and it does not hold yet. */
  readonly refused: boolean;
}

/** What opens the file: the same password unless something else is wanted. */
export function ProtectWith({ wish, onChange, refused }: Properties) {
  const change = (part: Partial<Wish>) => onChange({ ...wish, ...part });
  const choice = (kind: Wish['kind'], words: string) => (
    <label class="check">
      <input type="radio" name="protect" checked={wish.kind === kind} onChange={() => change({ kind })} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset class="protect">
      <legend class="field-label">{say('protect_legend')}</legend>
      {choice('same', say('protect_same'))}
      {choice('other', say('protect_other'))}
      {wish.kind === 'other' && (
        <div class="protect-more form">
          <Field
            label={say('protect_passphrase')}
            type="password"
            autocomplete="new-password"
            value={wish.passphrase}
            onInput={(passphrase) => change({ passphrase })}
            note={passphraseNote(wish, refused)}
          />
          <Field
            label={say('protect_repeat')}
            type="password"
            autocomplete="new-password"
            value={wish.repeated}
            onInput={(repeated) => change({ repeated })}
            note={refused && wish.passphrase !== wish.repeated ? say('password_differs') : ''}
          />
        </div>
      )}
      {choice('recipients', say('protect_recipients'))}
      {wish.kind === 'recipients' && (
        <div class="protect-more">
          <Field
            label={say('protect_recipients_field')}
            tall
            value={wish.recipients}
            onInput={(recipients) => change({ recipients })}
            placeholder="age1…"
            note={say('protect_recipients_note')}
          />
        </div>
      )}
    </fieldset>
  );
}

function passphraseNote({ passphrase }: Wish, refused: boolean): string {
  if (passphrase === '' || !refused) return say('password_hint', LEAST_PASSWORD_LENGTH);
  const strength = passwordStrength(passphrase);
  if (strength === 'too-common') return say('strength_too_common');
  return strength === 'too-short' ? say('password_hint', LEAST_PASSWORD_LENGTH) : '';
}
