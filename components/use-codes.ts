import { useEffect, useState } from 'preact/hooks';
import { ask } from '../utils/messaging/client';
import type { AccountSummary, CodeView } from '../utils/messaging/views';
import type { VaultView } from './use-vault';

/** A clock that stands still must not make us ask without a pause. */
const PAUSE = 250;

/**
 * The codes of the accounts that are on the screen, fresh for as long as they are. The first ones came with the
 * snapshot; the others are asked for as they come into view, all together when the nearest one runs out.
 */
export function useCodes(
  { snapshot, codes, askAgain }: VaultView,
  shown: readonly AccountSummary[],
): (account: AccountSummary) => CodeView | null {
  const [, drawAgain] = useState({});
  const wanted = shown.flatMap(({ id, kind }) => (kind === 'totp' ? [id] : [])).join(' ');

  useEffect(() => {
    const ids = wanted.split(' ').filter(Boolean);
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const keepFresh = async () => {
      const accountIds = codes.lacking(ids, Date.now());
      if (accountIds.length > 0) {
        try {
          codes.add(await ask('codes/list', { accountIds }));
        } catch {
          return askAgain(); // locked meanwhile: the snapshot says so
        }
        if (left) return;
        drawAgain({});
      }
      const end = codes.nearestEnd(ids);
      if (Number.isFinite(end)) timer = setTimeout(keepFresh, Math.max(PAUSE, end - Date.now()));
    };
    void keepFresh();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [snapshot, wanted, codes, askAgain]); // a new snapshot makes what was told before it old

  return (account) => codes.of(account, Date.now());
}
