/**
 * One end of a DevTools conversation: the browser's own (over the pipe of `cdp.mjs`, or Playwright's
 * `browser.newBrowserCDPSession()`), or that of one target, made of it by `attach`.
 * @typedef {object} Transport
 * @property {(method: any, params?: any) => Promise<any>} send
 * @property {(event: any, listener: (parameters: any) => void) => unknown} on
 */

/** @typedef {Transport & { readonly targetId: string, readonly closed: boolean, detach(): Promise<void> }} Session */

/** Why an order was never answered: the target went away, which for a popup is quite normal. */
export const CLOSED = 'the target has closed';

/**
 * The promise, or a refusal that says what was waited for.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {string} what
 * @returns {Promise<T>}
 */
export function within(promise, milliseconds, what) {
  /** @type {NodeJS.Timeout | undefined} */ let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: no answer in ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]).finally(() => clearTimeout(timer)));
}

/**
 * A conversation with one target through the browser's. Messages travel inside `Target.sendMessageToTarget`,
 * because that is the one way that Playwright's session has too, and the real popup is a target Playwright
 * does not show.
 * @param {Transport} browser
 * @param {string} targetId
 * @returns {Promise<Session>}
 */
export async function attach(browser, targetId) {
  let closed = false;
  let lastId = 0;
  /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
  const waiting = new Map();
  /** @type {Map<string, Set<(parameters: any) => void>>} */
  const listeners = new Map();
  /** @type {string | undefined} */ let sessionId;

  browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, method, params, result, error } = JSON.parse(message);
    if (id === undefined) for (const listener of listeners.get(method) ?? []) listener(params);
    const order = waiting.get(id);
    if (!order) return;
    waiting.delete(id);
    if (error) order.reject(new Error(error.message));
    else order.resolve(result);
  });
  browser.on('Target.detachedFromTarget', ({ sessionId: from }) => {
    if (from !== sessionId) return;
    closed = true;
    for (const { reject } of waiting.values()) reject(new Error(CLOSED));
    waiting.clear();
  });
  ({ sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false }));

  return {
    targetId,
    get closed() {
      return closed;
    },
    send(method, params = {}) {
      if (closed) return Promise.reject(new Error(`${method}: ${CLOSED}`));
      const id = ++lastId;
      const answer = new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        browser
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch(reject);
      });
      return within(answer, 30_000, method);
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
    },
    async detach() {
      if (!closed) await browser.send('Target.detachFromTarget', { sessionId });
    },
  };
}
