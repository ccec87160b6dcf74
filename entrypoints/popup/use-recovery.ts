import { useState } from 'preact/hooks';
import { failureFacts } from '../../components/words';
import type { FailureFacts } from '../../utils/failure';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, FillOutcome } from '../../utils/messaging/views';

/** Milliseconds for which "Filled" is read before the page has the keyboard again. */
const READING_TIME = 2500;

export interface RecoveryReport {
  readonly accountId: string;
  /** Null while it is under way, and where it failed. */
  readonly outcome: FillOutcome | null;
  /** The one that was used up and that the page did not take. */
  readonly code: string | null;
  readonly putBack: boolean;
  readonly failure: FailureFacts | null;
}

export interface Recovering {
  readonly report: RecoveryReport | null;
  /** The person has read that it is used up by this. */
  readonly use: (account: AccountSummary) => Promise<void>;
  /** It works still: what the page did not take was never used. */
  readonly putBack: () => Promise<void>;
}

/** Uses up one recovery code on the page under the popup. What came of it outlives the prompt. */
export function useRecovery(tabId: number | null): Recovering {
  const [report, setReport] = useState<RecoveryReport | null>(null);
  const nothing = { outcome: null, code: null, putBack: false, failure: null };

  async function use({ id: accountId }: AccountSummary): Promise<void> {
    if (tabId === null || (report && !report.outcome && !report.failure)) return;
    setReport({ ...nothing, accountId });
    try {
      const { outcome, code } = await ask('recovery/fill', { tabId, accountId });
      setReport({ ...nothing, accountId, outcome, code });
      if (outcome === 'filled') setTimeout(() => window.close(), READING_TIME);
    } catch (thrown) {
      setReport({ ...nothing, accountId, failure: failureFacts(thrown) });
    }
  }

  async function putBack(): Promise<void> {
    if (!report?.code) return;
    const { accountId, code } = report;
    try {
      await ask('recovery/mark', { accountId, code, used: false });
      setReport({ ...report, code: null, putBack: true });
    } catch (thrown) {
      setReport({ ...report, failure: failureFacts(thrown) });
    }
  }

  return { report, use, putBack };
}
