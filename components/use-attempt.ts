import { useCallback, useState } from 'preact/hooks';
import type { FailureFacts } from '../utils/failure';
import { failureFacts } from './words';

export interface Attempt {
  readonly busy: boolean;
  readonly failure: FailureFacts | null;
  /** Waits for what was asked; answers undefined, and keeps the failure to show, where it went wrong. */
  readonly attempt: <Value>(asked: Promise<Value>) => Promise<Value | undefined>;
  readonly forget: () => void;
}

/** One thing asked for by the person: under way, done, or failed for a reason. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureFacts | null>(null);
  const forget = useCallback(() => setFailure(null), []);
  const attempt = useCallback(async <Value>(asked: Promise<Value>) => {
    setBusy(true);
    setFailure(null);
    try {
      return await asked;
    } catch (thrown) {
      setFailure(failureFacts(thrown));
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, failure, attempt, forget };
}
