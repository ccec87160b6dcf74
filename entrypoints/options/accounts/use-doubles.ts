import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../utils/messaging/client';
import type { AccountSummary, DoublesView, VaultSnapshot } from '../../../utils/messaging/views';

export interface Doubles {
  readonly kind: DoublesView['kind'];
  /** Oldest first. */
  readonly accounts: readonly AccountSummary[];
}

/** Accounts that are here more than once, as the worker finds them; none until it has answered. */
export function useDoubles(snapshot: VaultSnapshot): readonly Doubles[] {
  const [found, setFound] = useState<readonly DoublesView[]>([]);
  useEffect(() => {
    ask('doubles/list').then(setFound, () => setFound([])); // locked meanwhile: the next snapshot says so
  }, [snapshot]);
  const held = new Map(snapshot.accounts.map((account) => [account.id, account]));
  return found.flatMap(({ kind, accountIds }) => {
    const accounts = accountIds.flatMap((id) => held.get(id) ?? []);
    return accounts.length === accountIds.length ? [{ kind, accounts }] : [];
  });
}
