import { useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { AskPassword } from '../../components/AskPassword';
import { Button } from '../../components/Button';
import { formatDay } from '../../components/dates';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';
import { hostOf } from '../../utils/portals/origin';
import type { RecoveryCode } from '../../utils/vault/recovery-codes';

/** The unused codes on one sheet, with a box to tick for each; shown once the password was given anew. */
export function PrintSheet({ account }: { account: AccountSummary }) {
  const [codes, setCodes] = useState<readonly RecoveryCode[] | null>(null);
  if (!codes)
    return (
      <AskPassword
        look="panel"
        why={say('recovery_sheet_why')}
        action={say('recovery_sheet_show')}
        ask={(password) => ask('recovery/list', { accountId: account.id, password })}
        onShown={(listed) => setCodes(listed.filter(({ usedAt }) => usedAt === null))}
      />
    );
  if (codes.length === 0) return <section class="panel">{say('recovery_sheet_none')}</section>;
  return (
    <section class="panel">
      <div class="sheet">
        <h2>
          <bdi>{say('recovery_sheet_name', shortName(account))}</bdi>
        </h2>
        <p>
          <bdi>{account.account}</bdi>
        </p>
        <p>{account.origins.map(hostOf).join(', ')}</p>
        <p class="small">{say('recovery_sheet_made', formatDay(Date.now()))}</p>
        <ul class="sheet-codes">
          {codes.map(({ code }) => (
            <li key={code} class="sheet-code">
              <span class="sheet-box" aria-hidden="true" />
              {code}
            </li>
          ))}
        </ul>
      </div>
      <div class="buttons">
        <Button look="primary" onPress={() => print()}>
          {say('print')}
        </Button>
      </div>
    </section>
  );
}
