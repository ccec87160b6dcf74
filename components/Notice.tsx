import type { ComponentChildren } from 'preact';
import type { FailureFacts } from '../utils/failure';
import { Icon } from './Icon';
import { failureSentence } from './words';

interface Properties {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  /** Its words change every second, so nothing is said of them unless somebody asks. */
  readonly counts?: boolean;
  /** Nothing (false, null) where there is nothing to say yet. */
  readonly children: ComponentChildren;
}

/** A sentence that is read out when it comes: for that its place must be there before it, so draw it while there are no words, too. */
export function Notice({ tone, counts, children }: Properties) {
  const role = counts ? 'timer' : tone === 'bad' ? 'alert' : 'status';
  if (children === null || children === false) return <div class="notice-to-come" role={role} />;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {tone !== 'plain' && <Icon name={tone === 'good' ? 'check' : 'warn'} />}
      <div>{children}</div>
    </div>
  );
}

export function FailureNotice({ failure }: { failure: FailureFacts | null }) {
  return <Notice tone="bad">{failure && failureSentence(failure)}</Notice>;
}
