import { formatDay } from '../../../components/dates';
import { say } from '../../../components/words';
import type { AccountSummary } from '../../../utils/messaging/views';

/** What Lanyard knows of an account without giving any of it away. */
export function AccountFacts({ account }: { account: AccountSummary }) {
  const { createdAt, verifiedAt, keyShownAt } = account;
  const facts = [
    [say('fact_added'), formatDay(createdAt)],
    [say('fact_accepted'), verifiedAt === null ? say('fact_accepted_unseen') : formatDay(verifiedAt)],
    [say('fact_codes'), codesOf(account)],
    [say('recovery_codes'), recoveryCodesOf(account)],
    ...(keyShownAt === null ? [] : [[say('fact_key_shown'), formatDay(keyShownAt)]]),
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function codesOf({ kind, digits, period }: AccountSummary): string {
  return kind === 'totp' ? say('fact_codes_timed', digits, period) : say('fact_codes_counted', digits);
}

function recoveryCodesOf({ recoveryCodes: { left, all } }: AccountSummary): string {
  return all === 0 ? say('fact_recovery_none') : say('fact_recovery', left, all);
}
