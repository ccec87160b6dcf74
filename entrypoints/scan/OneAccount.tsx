import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { FoundAccount } from '../../components/FoundAccount';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { useSecond } from '../../components/use-second';
import { failureFacts, say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, AddAccount, VaultSnapshot } from '../../utils/messaging/views';
import { totpCode } from '../../utils/otp/code';
import { formatKeyUri } from '../../utils/otp/key-uri';
import type { SetupKey } from '../../utils/otp/parameters';
import type { SavedAccounts } from './SavedReport';

interface Properties {
  readonly found: SetupKey;
  readonly snapshot: VaultSnapshot;
  readonly onSaved: (saved: SavedAccounts) => void;
  readonly onDismiss: () => void;
}

/** The account about to be saved, with the code as it runs. No site is bound: nothing here says which. */
export function OneAccount({ found, snapshot, onSaved, onDismiss }: Properties) {
  const [same, setSame] = useState<AccountSummary | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const now = useSecond() + snapshot.clock.offset * 1000;
  const code = found.parameters.kind === 'totp' ? totpCode(found.parameters, now) : null;

  async function save(what: AddAccount['same']): Promise<void> {
    const keyUri = formatKeyUri(found);
    await ask('accounts/add', { keyUri, origin: null, tabId: null, same: what })
      .catch((thrown) => {
        const held = failureFacts(thrown).code === 'same-account' && heldBy(found, snapshot.accounts);
        if (!held) throw thrown;
        setSame(held);
        return null;
      })
      .then((answer) => answer && onSaved({ saved: 1, alreadySaved: [], failed: [], missing: [] }));
  }

  return (
    <>
      <h2>{say('found_given')}</h2>
      <FoundAccount found={found} code={code} />
      <FailureNotice failure={failure} />
      {same ? (
        <Notice tone="warn">{say('scan_same', same.issuer, same.account)}</Notice>
      ) : (
        <p class="small muted">{say('found_no_host')}</p>
      )}
      <div class="buttons">
        {same ? (
          <>
            <Button look="primary" disabled={busy} onPress={() => attempt(save({ replace: same.id }))}>
              {say('replace')}
            </Button>
            <Button disabled={busy} onPress={() => attempt(save('keep-both'))}>
              {say('keep_both')}
            </Button>
          </>
        ) : (
          <Button look="primary" disabled={busy} onPress={() => attempt(save('ask'))}>
            {busy ? say('saving') : say('save')}
          </Button>
        )}
        <Button escapes onPress={onDismiss}>
          {say('not_now')}
        </Button>
      </div>
    </>
  );
}

function heldBy(
  { issuer, account }: SetupKey,
  accounts: readonly AccountSummary[],
): AccountSummary | undefined {
  const name = (named: { issuer: string; account: string }) =>
    `${named.issuer}\n${named.account}`.toLowerCase();
  return accounts.find((held) => name(held) === name({ issuer, account }));
}
