import type { FailureFacts } from '../../../utils/failure';
import type { PageProtocol } from '../../../utils/messaging/protocol';
import type { Input, Name, Output } from '../../../utils/messaging/wire';

/** `silence`: the worker, the page or the browser was gone before an answer came. */
export type Answer<T> =
  | { readonly value: T }
  | { readonly failure: FailureFacts }
  | { readonly silence: string };

/** A page of ours, at which the driver sits and asks what our interface would. */
export interface Desk {
  ask<N extends Name<PageProtocol>>(
    name: N,
    input: Input<PageProtocol, N>[0],
  ): Promise<Answer<Output<PageProtocol, N>>>;
  /** As `ask`: how many milliseconds the page waited for a value. */
  timed<N extends Name<PageProtocol>>(name: N, input: Input<PageProtocol, N>[0]): Promise<Answer<number>>;
  /** The same for what was put together elsewhere. */
  send(name: string, input: unknown): Promise<Answer<unknown>>;
  close(): Promise<void>;
}

/** @param evaluate runs an expression in the page, awaited */
export function askIn(
  evaluate: (expression: string) => Promise<unknown>,
): Pick<Desk, 'ask' | 'send' | 'timed'> {
  async function send(name: string, input: unknown): Promise<Answer<never>> {
    const message = JSON.stringify({ name, input });
    try {
      // As a string, since one of the browsers hands objects over piece by piece.
      const reply = await evaluate(
        `chrome.runtime.sendMessage(${message}).then((reply) => JSON.stringify(reply ?? null))`,
      );
      return JSON.parse(reply as string) ?? { silence: 'no reply' };
    } catch (error) {
      return { silence: error instanceof Error ? error.message : String(error) };
    }
  }
  async function timed(name: string, input: unknown): Promise<Answer<number>> {
    const message = JSON.stringify({ name, input });
    const { reply, took } = (await evaluate(`(async () => {
      const began = performance.now();
      const reply = await chrome.runtime.sendMessage(${message});
      return { reply, took: performance.now() - began };
    })()`)) as { reply: Answer<unknown>; took: number };
    return 'value' in reply ? { value: took } : reply;
  }
  return { ask: send as Desk['ask'], send, timed };
}

/** @throws Error where it was not answered with a value */
export function requireValue<T>(answer: Answer<T>, what: string): T {
  if ('value' in answer) return answer.value;
  throw new Error(`${what}: ${'failure' in answer ? answer.failure.code : answer.silence}`);
}
