import type { Verdict } from '../../utils/autofill/prompt';
import { askWorker } from './ask-worker';
import { OTHER_HINTS, showHint } from './page-hint';

/** Tells the worker of prompts that nothing is filled in by itself, and of any prompt that is there no longer. */
export function createPromptNews(isAlive: () => boolean, signal: AbortSignal) {
  let told: string = 'none';

  function gone(): void {
    if (told !== 'none' && isAlive()) void askWorker('fill/gone').catch(isAlive);
    told = 'none';
  }
  addEventListener('pagehide', gone, { signal });

  return {
    /** To be told of each look at the page, that it may be said again where it is the same. */
    saw(verdict: Verdict): void {
      const prompt = verdict.kind === 'other' ? verdict.other : verdict.kind;
      if (prompt === told) return;
      if (prompt === 'none') gone();
      told = prompt;
      // An authenticator's prompt is offered where it is filled.
      if (prompt === 'none' || prompt === 'totp') return;
      void askWorker('fill/offer', { cameFrom: null, shown: [], prompt, why: verdict.why }).then((reply) => {
        if ('value' in reply && reply.value === 'say-other' && prompt in OTHER_HINTS)
          showHint(OTHER_HINTS[prompt as keyof typeof OTHER_HINTS]);
      }, isAlive);
    },
    forget(): void {
      told = 'none';
    },
  };
}
