import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Message } from '../../utils/messaging/wire';
import { hideHint } from './page-hint';
import { createPrompts } from './prompts';
import { forgetReader } from './verdict';

/** One copy a document. The key lives in our own world; the page cannot see it. */
const COPY = Symbol.for('lanyard');
interface Copy {
  readonly isAlive: () => boolean;
  readonly stop: () => void;
}

/** In the pages of granted hosts, and where a person asked. */
export default defineUnlistedScript(() => {
  const world = globalThis as { [COPY]?: Copy };
  if (world[COPY]?.isAlive()) return;
  world[COPY]?.stop();
  forgetReader();
  world[COPY] = start();
});

function start(): Copy {
  const stopped = new AbortController();
  // A copy outlives the extension that put it here, by an update or a removal, and then has nobody to speak to.
  const isAlive = () => {
    if (!stopped.signal.aborted && browser.runtime?.id === undefined) stop();
    return !stopped.signal.aborted;
  };
  const stop = () => {
    hideHint();
    stopped.abort();
  };
  const prompts = createPrompts(isAlive, stopped.signal);
  if (!prompts) return { isAlive, stop };

  const onMessage = (
    message: Message | null,
    sender: { id?: string; tab?: unknown },
    respond: (reply: unknown) => void,
  ) => {
    if (!isAlive() || sender.id !== browser.runtime.id || sender.tab) return;
    if (message?.name === 'fill/look') {
      prompts.look();
      respond({ value: null });
    } else if (message?.name === 'fill/recovery-ready') {
      void prompts.fillRecovery().then(respond);
      return true;
    } else if (message?.name === 'fill/ready') {
      void prompts.fillNow().then(respond);
      return true;
    }
    return;
  };
  browser.runtime.onMessage.addListener(onMessage);
  stopped.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage));
  return { isAlive, stop };
}
