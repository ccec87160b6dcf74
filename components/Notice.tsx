import type { ComponentChildren } from 'preact';
import type { FailureFacts } from '../utils/failure';
import { Icon } from './Icon';
import { failureSentence } from './words';

interface Properties {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  readonly children: ComponentChildren;
}

/** A sentence that is read out when it comes. */
export function Notice({ tone, children }: Properties) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {tone !== 'plain' && <Icon name={tone === 'good' ? 'check' : 'warn'} />}
      <div>{children}</div>
    </div>
  );
}

export function FailureNotice({ failure }: { failure: FailureFacts | null }) {
  return failure && <Notice tone="bad">{failureSentence(failure)}</Notice>;
}
