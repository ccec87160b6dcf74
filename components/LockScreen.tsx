import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { VaultSnapshot } from '../utils/messaging/views';
import { Button } from './Button';
import { Mark } from './Mark';
import { UnlockForm } from './UnlockForm';
import { VaultChoice } from './VaultChoice';
import { nameOfVault } from './vault-names';
import { say } from './words';

interface Properties {
  readonly snapshot: VaultSnapshot;
  readonly tabId: number | null;
  /** In place of saying that it is locked. */
  readonly title?: string;
  /** Where the passkey comes before the password. */
  readonly first?: ComponentChildren;
  /** Where it comes after. */
  readonly last?: ComponentChildren;
  /** What the person should know of the page under it, below everything that can be pressed. */
  readonly notice?: ComponentChildren;
  readonly onRecover: () => void;
}

/** Locked: whose vault it is where there are several, and what opens it. */
export function LockScreen({ snapshot, tabId, title, first, last, notice, onRecover }: Properties) {
  const [choosing, setChoosing] = useState(false);
  const { vaults, vaultId, waitUntil } = snapshot;
  const current = vaults.find((vault) => vault.vaultId === vaultId);
  const hasOthers = vaults.length > 1;
  if (choosing)
    return (
      <main class="alone">
        <Mark size={48} locked />
        <h1 class="alone-title">{say('whose_vault')}</h1>
        <VaultChoice vaults={vaults} vaultId={vaultId} onDone={() => setChoosing(false)} />
      </main>
    );
  return (
    <main class="alone">
      <Mark size={48} locked />
      <h1 class="alone-title" aria-live="polite">
        {title || say('locked_title')}
      </h1>
      {current && hasOthers && (
        <p class="alone-whose">
          <bdi>{nameOfVault(current)}</bdi>
          <button type="button" class="alone-other" onClick={() => setChoosing(true)}>
            {say('not_you')}
          </button>
        </p>
      )}
      {first}
      <UnlockForm key={vaultId} tabId={tabId} waitUntil={waitUntil} isFirst={!first}>
        {last}
      </UnlockForm>
      <Button look="quiet" onPress={onRecover}>
        {say('use_recovery_key')}
      </Button>
      {notice}
    </main>
  );
}
