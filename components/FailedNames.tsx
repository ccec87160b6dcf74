import type { FailureFacts } from '../utils/failure';
import './found.css';
import { failureSentence, say } from './words';

/** Accounts of another app that cannot be taken over, each with its reason. */
export function FailedNames({ failed }: { failed: readonly { name: string; failure: FailureFacts }[] }) {
  if (failed.length === 0) return null;
  return (
    <>
      <p class="failed-title">{say('report_failed')}</p>
      <ul class="names">
        {failed.map(({ name, failure }, place) => (
          <li key={place}>
            <bdi>{name}</bdi>: {failureSentence(failure)}
          </li>
        ))}
      </ul>
    </>
  );
}
