import { useState } from 'preact/hooks';
import { AskPassword } from '../../components/AskPassword';
import { Button, IconButton } from '../../components/Button';
import { formatDay } from '../../components/dates';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';
import { markRecoveryCode, type RecoveryCode } from '../../utils/vault/recovery-codes';

/** The codes themselves, once the password was given anew; the used ones struck through. */
export function RecoveryList({ account, onDone }: { account: AccountSummary; onDone: () => void }) {
  const [codes, setCodes] = useState<readonly RecoveryCode[] | null>(null);
  const { failure, attempt } = useAttempt();
  const mark = async ({ code, usedAt }: RecoveryCode) => {
    const used = usedAt === null;
    const marked = ask('recovery/mark', { accountId: account.id, code, used });
    if (await attempt(marked.then(() => true)))
      setCodes((shown) => shown && markRecoveryCode(shown, code, used ? Date.now() : null));
  };
  if (!codes)
    return (
      <AskPassword
        why={say('recovery_codes_show_why')}
        action={say('recovery_codes_show')}
        ask={(password) => ask('recovery/list', { accountId: account.id, password })}
        onShown={setCodes}
        onCancel={onDone}
      />
    );
  return (
    <>
      <ul class="recovery-list" aria-label={say('recovery_codes')}>
        {codes.map((each) => (
          <li key={each.code} class="recovery-line">
            <span class="recovery-kept">
              {each.usedAt === null ? (
                <span class="recovery-code">{each.code}</span>
              ) : (
                <s class="recovery-code muted">{each.code}</s>
              )}
              {each.usedAt !== null && (
                <span class="small muted">{say('recovery_code_used', formatDay(each.usedAt))}</span>
              )}
            </span>
            <IconButton
              icon={each.usedAt === null ? 'check' : 'undo'}
              label={say(
                each.usedAt === null ? 'recovery_code_mark_used' : 'recovery_code_mark_good',
                each.code,
              )}
              onPress={() => mark(each)}
            />
          </li>
        ))}
      </ul>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button escapes onPress={onDone}>
          {say('recovery_codes_hide')}
        </Button>
      </div>
    </>
  );
}
