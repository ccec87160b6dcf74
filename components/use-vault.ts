import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { forgetLastMatch } from '../utils/bytes';
import type { FailureFacts } from '../utils/failure';
import { ask } from '../utils/messaging/client';
import type { VaultSnapshot } from '../utils/messaging/views';
import { takeFirstSnapshot } from '../utils/platform/first-question';
import { watchRevision } from '../utils/platform/revision';
import { type CodeBook, createCodeBook } from './code-book';
import { keepOrder } from './keep-order';
import { failureFacts } from './words';

export interface VaultView {
  /** Null until the worker has answered once. */
  readonly snapshot: VaultSnapshot | null;
  /** Why the worker's last answer is missing. */
  readonly failure: FailureFacts | null;
  /** What is known of codes while the vault is open; `useCodes` reads it. */
  readonly codes: CodeBook;
  readonly askAgain: () => Promise<void>;
}

/**
 * All that a page shows, by one road: a snapshot on opening, and another whenever the revision moves. `tabId` is null on
 * a page that belongs to no tab, undefined while it is not known yet.
 */
export function useVault(tabId: number | null | undefined): VaultView {
  const [view, setView] = useState<Pick<VaultView, 'snapshot' | 'codes'>>(NOTHING);
  const [failure, setFailure] = useState<FailureFacts | null>(null);
  const latest = useRef(0);

  const askAgain = useCallback(async () => {
    if (tabId === undefined) return;
    const question = ++latest.current;
    try {
      const answer = await (takeFirstSnapshot() ?? ask('vault/snapshot', { tabId }));
      if (question !== latest.current) return;
      setView((shown) => withAnswer(shown, answer));
      setFailure(null);
    } catch (thrown) {
      if (question === latest.current) setFailure(failureFacts(thrown));
    }
  }, [tabId]);

  // Not after the next frame, as an effect: everybody waits for the answer.
  useLayoutEffect(() => {
    const stop = watchRevision(askAgain);
    askAgain();
    return stop;
  }, [askAgain]);

  const locked = view.snapshot?.status === 'locked';
  useEffect(() => {
    if (locked) forgetLastMatch();
  }, [locked]);

  return { ...view, failure, askAgain };
}

const NOTHING = { snapshot: null, codes: createCodeBook() };

/** What was open stays in its order; what is locked, or another vault, is begun anew. */
function withAnswer(
  { snapshot, codes }: Pick<VaultView, 'snapshot' | 'codes'>,
  answer: VaultSnapshot,
): Pick<VaultView, 'snapshot' | 'codes'> {
  const goesOn =
    snapshot?.status === 'unlocked' && answer.status === 'unlocked' && snapshot.vaultId === answer.vaultId;
  const book = goesOn ? codes : createCodeBook();
  book.renew(answer.codes);
  if (!goesOn) return { snapshot: answer, codes: book };
  return { snapshot: { ...answer, accounts: keepOrder(snapshot.accounts, answer.accounts) }, codes: book };
}
