import { browser } from 'wxt/browser';

interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

/** All that our pages start as Workers. */
const SCRIPTS = ['/passphrase-worker.js', '/qr-worker.js'] as const;

let policy: ScriptUrlPolicy | undefined;

/** A Worker of this page, for what takes longer than a page may stand still. Whoever starts it ends it. */
export function startWorker(script: (typeof SCRIPTS)[number]): Worker {
  return new Worker(urlOf(script));
}

/** Our pages load no script by a text (Trusted Types), but for these, by the one policy there is. */
function urlOf(script: (typeof SCRIPTS)[number]): URL {
  const ours = SCRIPTS.map((path) => browser.runtime.getURL(path));
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('lanyard-workers', {
    createScriptURL(asked) {
      if (!ours.includes(asked)) throw new TypeError('not our worker');
      return asked;
    },
  });
  const url = browser.runtime.getURL(script);
  return policy ? policy.createScriptURL(url) : new URL(url);
}
