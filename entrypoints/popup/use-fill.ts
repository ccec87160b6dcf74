import { useState } from 'preact/hooks';
import { failureFacts } from '../../components/words';
import type { FailureFacts } from '../../utils/failure';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, FillOutcome } from '../../utils/messaging/views';

/** Milliseconds for which "Filled" is read before the page has the keyboard again. */
const READING_TIME = 1500;

/** What the person has read: this step was used here already, the page sends the code elsewhere. */
export interface Agreed {
  readonly again: boolean;
  readonly sendsTo?: string;
}

export interface FillReport {
  readonly accountId: string;
  readonly agreed: Agreed;
  /** Null while it is under way, and where it failed. */
  readonly outcome: FillOutcome | null;
  readonly failure: FailureFacts | null;
}

export interface Filling {
  readonly report: FillReport | null;
  readonly fill: (account: AccountSummary, agreed?: Agreed) => Promise<void>;
}

/** Fills the page under the popup, and gives it the keyboard back once the code is in. */
export function useFill(tabId: number | null): Filling {
  const [report, setReport] = useState<FillReport | null>(null);

  async function fill(account: AccountSummary, agreed: Agreed = { again: false }): Promise<void> {
    if (tabId === null || (report && !report.outcome && !report.failure)) return;
    const accountId = account.id;
    setReport({ accountId, agreed, outcome: null, failure: null });
    try {
      const { outcome } = await ask('fill/active-tab', { tabId, accountId, ...agreed });
      setReport({ accountId, agreed, outcome, failure: null });
      if (outcome === 'filled') setTimeout(() => window.close(), READING_TIME);
    } catch (thrown) {
      setReport({ accountId, agreed, outcome: null, failure: failureFacts(thrown) });
    }
  }

  return { report, fill };
}
