import { DEFAULT_DIGITS, DEFAULT_PERIOD, type SetupKey } from '../utils/otp/parameters';
import { AccountName } from './AccountName';
import { CodeDigits } from './CodeDigits';
import './found.css';
import { say, sayMany } from './words';

/** A key that was read and is not saved yet: whose it is, its running code (null for a counter), and what is unusual. */
export function FoundAccount({ found, code }: { found: SetupKey; code: string | null }) {
  const unusual = unusualWords(found);
  return (
    <>
      <div class="found-name">
        <AccountName named={found} />
        {/* It changes while it is looked at; who wants it reads it. */}
        <span class="found-code" aria-live="off">
          {/* Nor is it hidden anywhere: its very key is on the screen. */}
          <CodeDigits code={code} digits={found.parameters.digits} shown />
        </span>
      </div>
      {unusual && <p class="small muted">{unusual}</p>}
    </>
  );
}

/** Digits, period and algorithm where they are not the ones nearly every portal uses. */
function unusualWords({ parameters }: SetupKey): string {
  const words = [
    parameters.digits !== DEFAULT_DIGITS && say('unusual_digits', parameters.digits),
    parameters.kind === 'hotp' && say('unusual_counter'),
    parameters.kind === 'totp' &&
      parameters.period !== DEFAULT_PERIOD &&
      sayMany('unusual_period', parameters.period),
    parameters.algorithm !== 'SHA1' && say('unusual_algorithm', parameters.algorithm),
  ];
  return words.filter(Boolean).join(' · ');
}
