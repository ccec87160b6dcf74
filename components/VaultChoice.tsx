import { ask } from '../utils/messaging/client';
import type { VaultName } from '../utils/messaging/views';
import { Button } from './Button';
import { FailureNotice } from './Notice';
import { useAttempt } from './use-attempt';
import { nameOfVault } from './vault-names';
import { say } from './words';

interface Properties {
  readonly vaults: readonly VaultName[];
  readonly vaultId: string | null;
  readonly onDone: () => void;
}

/** The vaults of this profile by name; the one chosen is the one asked for from then on. */
export function VaultChoice({ vaults, vaultId, onDone }: Properties) {
  const { busy, failure, attempt } = useAttempt();
  const choose = async (chosen: string) => {
    if (busy) return;
    if (chosen === vaultId) onDone();
    else await attempt(ask('vault/switch', { vaultId: chosen }).then(onDone));
  };
  return (
    <>
      <ul class="vaults">
        {vaults.map((vault) => (
          <li key={vault.vaultId}>
            <button
              type="button"
              class="vault"
              aria-disabled={busy ? 'true' : undefined}
              aria-current={vault.vaultId === vaultId ? 'true' : undefined}
              onClick={() => choose(vault.vaultId)}
            >
              <bdi class="vault-name">{nameOfVault(vault)}</bdi>
              {vault.damaged && <span class="vault-damaged">{say('vault_damaged')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={failure} />
      <Button look="quiet" escapes onPress={onDone}>
        {say('back')}
      </Button>
    </>
  );
}
