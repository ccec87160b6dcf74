import { browser } from 'wxt/browser';
import type { FailureFacts } from '../../utils/failure';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { Input, Name, Output } from '../../utils/messaging/wire';

/** A reply as it came. A page is shown none of our failures, so nothing here needs their sentences or their class. */
export type Answer<T> = { readonly value: T } | { readonly failure: FailureFacts };

/** Asks the worker. @throws the browser's error where nobody is left to ask */
export function askWorker<N extends Name<ContentProtocol>>(
  name: N,
  ...[input]: Input<ContentProtocol, N>
): Promise<Answer<Output<ContentProtocol, N>>> {
  return browser.runtime.sendMessage({ name, input });
}
