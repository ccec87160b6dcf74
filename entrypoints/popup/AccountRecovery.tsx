import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { say, sayMany } from '../../components/words';
import type { AccountSummary } from '../../utils/messaging/views';
import { FEW_RECOVERY_CODES } from '../../utils/vault/recovery-codes';
import { RecoveryList } from './RecoveryList';
import { RemoveCodes } from './RemoveCodes';
import { openCodesPage, TakeCodes } from './TakeCodes';

type Open = 'nothing' | 'keep' | 'list' | 'remove';

/** The time to have the portal make new ones. */
export function hasFewCodes({ recoveryCodes: { left, all } }: AccountSummary): boolean {
  return all > 0 && left <= FEW_RECOVERY_CODES;
}

/** The portal's recovery codes of one account: how many are left, and the ways to add, see and remove them. */
export function AccountRecovery({ account, tabId }: { account: AccountSummary; tabId: number | null }) {
  const [open, setOpen] = useState<Open>('nothing');
  const { left, all } = account.recoveryCodes;
  const close = () => setOpen('nothing');
  return (
    <section class="form" aria-label={say('recovery_codes')}>
      <h2 class="part">{say('recovery_codes')}</h2>
      {all === 0 && <p class="muted">{say('recovery_codes_why')}</p>}
      {all > 0 && <p>{sayMany('recovery_codes_left', left, all)}</p>}
      {hasFewCodes(account) && <Notice tone="warn">{say('recovery_codes_few')}</Notice>}
      {open === 'nothing' && (
        <div class="buttons">
          <Button onPress={() => setOpen('keep')}>
            {say(all === 0 ? 'recovery_codes_add' : 'recovery_codes_add_more')}
          </Button>
          {all > 0 && <Button onPress={() => setOpen('list')}>{say('recovery_codes_show')}</Button>}
          {left > 0 && <Button onPress={() => openCodesPage('print', account)}>{say('print')}</Button>}
          {all > 0 && (
            <Button look="danger" onPress={() => setOpen('remove')}>
              {say('recovery_codes_remove')}
            </Button>
          )}
        </div>
      )}
      {open === 'keep' && <TakeCodes account={account} tabId={tabId} onDone={close} />}
      {open === 'list' && <RecoveryList account={account} onDone={close} />}
      {open === 'remove' && <RemoveCodes account={account} onDone={close} />}
    </section>
  );
}
