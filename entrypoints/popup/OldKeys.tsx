import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { CodeDigits } from '../../components/CodeDigits';
import { codeNow } from '../../components/code-groups';
import { formatDay } from '../../components/dates';
import { EyeButton } from '../../components/EyeButton';
import { usePeek } from '../../components/hidden-codes';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, CodeView, ReplacedAccount } from '../../utils/messaging/views';
import type { Copying } from './use-copy';

interface Properties {
  readonly account: AccountSummary;
  readonly replaced: readonly ReplacedAccount[];
  readonly codeOf: (account: AccountSummary) => CodeView | null;
  readonly now: number;
  readonly copying: Copying;
}

/** What this account took the place of: still here, until the new code is known to work and for a while after. */
export function OldKeys({ account, replaced: old, codeOf, now, copying }: Properties) {
  const { busy, failure, attempt } = useAttempt();
  if (old.length === 0) return null;
  return (
    <section class="form" aria-label={say('old_key')}>
      <h2 class="part">{say('old_key')}</h2>
      {old.map((replaced) => (
        <OldKey
          key={replaced.id}
          {...{ account, replaced, code: codeOf(replaced), now, copying, busy, attempt }}
        />
      ))}
      <FailureNotice failure={failure} />
    </section>
  );
}

interface OldKeyProperties extends Omit<Properties, 'replaced' | 'codeOf'> {
  readonly replaced: ReplacedAccount;
  readonly code: CodeView | null;
  readonly busy: boolean;
  readonly attempt: ReturnType<typeof useAttempt>['attempt'];
}

function OldKey({ account, replaced, code, now, copying, busy, attempt }: OldKeyProperties) {
  const { replacedAt, shownUntil } = replaced;
  const peek = usePeek();
  const [name, since] = [shortName(replaced), formatDay(replacedAt)];
  return (
    <>
      <p class="small">
        {shownUntil === null
          ? say('old_key_waits', name, since)
          : say('old_key_until', name, since, formatDay(shownUntil))}
      </p>
      <div class="account-code">
        <span class="account-digits">
          <CodeDigits
            code={code ? codeNow(code, now) : (copying.handedOut[replaced.id] ?? null)}
            digits={replaced.digits}
            shown={peek.shown}
          />
        </span>
        <EyeButton peek={peek} />
        <Button onPress={() => copying.copy(replaced, code)}>{say('copy')}</Button>
      </div>
      <div class="buttons">
        {account.verifiedAt === null && (
          <Button
            disabled={busy}
            onPress={() => attempt(ask('accounts/verify', { accountId: account.id, accepted: true }))}
          >
            {say('old_key_accepted')}
          </Button>
        )}
        <Button disabled={busy} onPress={() => attempt(ask('accounts/restore', { accountId: replaced.id }))}>
          {say('old_key_back')}
        </Button>
      </div>
    </>
  );
}
