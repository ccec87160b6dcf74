import { browser } from 'wxt/browser';
import type { TabProtocol } from './content-protocol';
import type { PageProtocol } from './protocol';
import { type Input, type Name, type Output, readReply } from './wire';

/** Asks the worker. @throws Failure */
async function askWorker(name: string, input: unknown): Promise<unknown> {
  return readReply(await browser.runtime.sendMessage({ name, input }));
}

/** For our own pages. */
export function ask<N extends Name<PageProtocol>>(
  name: N,
  ...[input]: Input<PageProtocol, N>
): Promise<Output<PageProtocol, N>> {
  return askWorker(name, input) as Promise<Output<PageProtocol, N>>;
}

/** For the worker, to the content script of one frame. @throws Failure, or the browser's error where nobody listens there */
export async function askTab<N extends Name<TabProtocol>>(
  tabId: number,
  frameId: number,
  name: N,
): Promise<Output<TabProtocol, N>> {
  return readReply(await browser.tabs.sendMessage(tabId, { name, input: undefined }, { frameId })) as Output<
    TabProtocol,
    N
  >;
}
