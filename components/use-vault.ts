import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { forgetLastMatch } from '../utils/bytes';
import type { FailureFacts } from '../utils/failure';
import { ask } from '../utils/messaging/client';
import type { VaultSnapshot } from '../utils/messaging/views';
import { watchRevision } from '../utils/platform/revision';
import { failureFacts } from './words';

export interface VaultView {
  /** Null until the worker has answered once. */
  readonly snapshot: VaultSnapshot | null;
  /** Why the worker's last answer is missing. */
  readonly failure: FailureFacts | null;
  readonly askAgain: () => Promise<void>;
}

/**
 * All that a page shows, by one road: a snapshot on opening, another whenever the revision moves, fresh codes when the
 * nearest one runs out where they are shown: a settings page left open lets the worker sleep. `tabId` is null on a page that belongs to no tab, undefined while it is not known yet.
 */
export function useVault(tabId: number | null | undefined, showsCodes = true): VaultView {
  const [snapshot, setSnapshot] = useState<VaultSnapshot | null>(null);
  const [failure, setFailure] = useState<FailureFacts | null>(null);
  const latest = useRef(0);

  const askAgain = useCallback(async () => {
    if (tabId === undefined) return;
    const question = ++latest.current;
    try {
      const answer = await ask('vault/snapshot', { tabId });
      if (question !== latest.current) return;
      setSnapshot(answer);
      setFailure(null);
    } catch (thrown) {
      if (question === latest.current) setFailure(failureFacts(thrown));
    }
  }, [tabId]);

  useEffect(() => {
    const stop = watchRevision(askAgain);
    askAgain();
    return stop;
  }, [askAgain]);

  const locked = snapshot?.status === 'locked';
  useEffect(() => {
    if (locked) forgetLastMatch();
  }, [locked]);

  const codes = snapshot?.codes;
  useEffect(() => {
    if (!codes?.length || !showsCodes) return;
    const nearest = Math.min(...codes.map(({ validUntil }) => validUntil));
    const timer = setTimeout(
      () =>
        ask('codes/list').then(
          (fresh) => setSnapshot((shown) => shown && { ...shown, codes: fresh }),
          askAgain, // locked meanwhile: the snapshot says so
        ),
      // A clock that stands still must not make us ask without a pause.
      Math.max(250, nearest - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [codes, showsCodes, askAgain]);

  return { snapshot, failure, askAgain };
}
