import { findPrompt } from '../../utils/autofill/prompt';
import type { FillOutcome } from '../../utils/messaging/protocol';
import { type Answer, askWorker } from './ask-worker';
import { collectFields } from './collect-fields';
import { canTake, writeCode } from './fill-code';
import { isTrustedFrame } from './frame-trust';
import { watchLogins } from './login-submit';
import { showHint } from './page-hint';
import { watchPage } from './watch-page';

type Boxes = readonly HTMLInputElement[];

const APPEARS_WITHIN_MS = 2_000;
const EVERY_MS = 100;
const MOST_WAITS = 3;

/** Finds the page's prompt, offers it once each time it appears, and has it filled. Null in a frame we do not fill. */
export function createPrompts(isAlive: () => boolean, signal: AbortSignal) {
  if (!isTrustedFrame()) return null;
  let current: Boxes = [];
  let loginStartedHere = false;
  let turn = 0;

  const watcher = watchPage(() => {
    if (!isAlive()) return [];
    const { boxes, roots } = find();
    if (boxes[0] !== current[0]) {
      current = boxes;
      if (boxes.length > 0) void offer().catch(isAlive);
    }
    return roots;
  }, signal);

  watchLogins(
    () => {
      if (!isAlive()) return;
      loginStartedHere = true;
      void askWorker('fill/arm').catch(isAlive);
    },
    () => void (isAlive() && askWorker('fill/wake').catch(isAlive)),
    (box) => current.includes(box as HTMLInputElement),
    signal,
  );

  async function offer(): Promise<void> {
    const reply = await askWorker('fill/offer', { cameFrom: loginStartedHere ? null : referrerOrigin() });
    if (!('value' in reply)) return;
    if (reply.value === 'locked') showHint('hint_locked');
    if (reply.value !== 'ask-for-code') return;
    const filled = await fill();
    if (!filled) return;
    if ('value' in filled) await askWorker('fill/outcome', filled.value);
    else current = []; // the tab is no longer in front, say: offered again at the next look
  }

  /** Null where a later wish took over, or nobody is left to ask. */
  async function fill(): Promise<Answer<{ outcome: FillOutcome }> | null> {
    const mine = ++turn;
    const isOver = () => mine !== turn || !isAlive();
    for (let waits = 0; waits <= MOST_WAITS; waits++) {
      const boxes = await takingBoxes();
      if (isOver()) return null;
      if (!boxes) return outcome('no-prompt');
      const reply = await askWorker('fill/code');
      if (isOver()) return null;
      if ('failure' in reply) return reply;
      if ('code' in reply.value) {
        const taken = isTrustedFrame() && (await writeCode(boxes, reply.value.code));
        showHint(taken ? 'hint_filled' : 'hint_not_taken');
        return outcome(taken ? 'filled' : 'not-taken');
      }
      showHint('hint_waiting');
      await sleep(reply.value.wait);
    }
    return outcome('waiting');
  }

  /** The prompt as it stands, once it can take a code; null where none does within two seconds. */
  async function takingBoxes(): Promise<Boxes | null> {
    for (let passed = 0; passed <= APPEARS_WITHIN_MS; passed += EVERY_MS) {
      const { boxes } = find();
      if (isTrustedFrame() && canTake(boxes)) {
        current = boxes;
        return boxes;
      }
      await sleep(EVERY_MS);
    }
    return null;
  }

  return {
    look() {
      current = [];
      watcher.now();
    },
    /** A person asked for a code here. Answers in the shape of a reply. */
    fillNow: async () => (await fill()) ?? outcome('waiting'),
  };
}

function outcome(outcome: FillOutcome): { value: { outcome: FillOutcome } } {
  return { value: { outcome } };
}

function find(): { boxes: Boxes; roots: readonly ShadowRoot[] } {
  const { boxes, facts, roots } = collectFields(document);
  const verdict = findPrompt(facts);
  return { boxes: verdict.kind === 'totp' ? verdict.boxes.map((index) => boxes[index]!) : [], roots };
}

/** Where this document was reached from; null where that is not told. */
function referrerOrigin(): string | null {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
