import { findPrompt, type PromptKind, type Verdict } from '../../utils/autofill/prompt';
import type { FillOutcome } from '../../utils/messaging/protocol';
import { type Answer, askWorker } from './ask-worker';
import { collectFields } from './collect-fields';
import { canTake, writeCode } from './fill-code';
import { isTrustedFrame } from './frame-trust';
import { watchLogins } from './login-submit';
import { showHint } from './page-hint';
import { createPromptNews } from './prompt-news';
import { watchPage } from './watch-page';
import { writeRecoveryCode } from './write-recovery-code';

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

  const news = createPromptNews(isAlive, signal);
  const watcher = watchPage(() => {
    if (!isAlive()) return [];
    const found = find();
    news.saw(found.verdict);
    const boxes = boxesFor(found, 'totp');
    if (boxes[0] !== current[0]) {
      current = boxes;
      if (boxes.length > 0) void offer(found.verdict).catch(isAlive);
    }
    return found.roots;
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

  async function offer({ why }: Verdict): Promise<void> {
    const cameFrom = loginStartedHere ? null : referrerOrigin();
    const reply = await askWorker('fill/offer', { cameFrom, prompt: 'totp', why });
    if (!('value' in reply)) return;
    if (reply.value === 'locked') showHint('hint_locked');
    if (reply.value !== 'ask-for-code') return;
    const filled = await fill('totp');
    if (!filled) return;
    if ('value' in filled) await askWorker('fill/outcome', filled.value);
    else current = []; // the tab is no longer in front, say: offered again at the next look
  }

  /** Null where a later wish took over, or nobody is left to ask. */
  async function fill(...kinds: PromptKind[]): Promise<Answer<{ outcome: FillOutcome }> | null> {
    const mine = ++turn;
    const isOver = () => mine !== turn || !isAlive();
    for (let waits = 0; waits <= MOST_WAITS; waits++) {
      const boxes = await takingBoxes(...kinds);
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
  async function takingBoxes(...kinds: PromptKind[]): Promise<Boxes | null> {
    for (let passed = 0; passed <= APPEARS_WITHIN_MS; passed += EVERY_MS) {
      const boxes = boxesFor(find(), ...kinds);
      if (isTrustedFrame() && canTake(boxes)) {
        if (kinds.includes('totp')) current = boxes;
        return boxes;
      }
      await sleep(EVERY_MS);
    }
    return null;
  }

  return {
    look() {
      current = [];
      news.forget();
      watcher.now();
    },
    /** A person asked for a code here. Answers in the shape of a reply. */
    fillNow: async () => (await fill('totp', 'ask')) ?? outcome('waiting'),
    /** They gave up a recovery code for the box that asks for one. */
    async fillRecovery(): Promise<Answer<{ outcome: FillOutcome }>> {
      const boxes = await takingBoxes('recovery');
      if (!boxes) return outcome('no-prompt');
      const reply = await askWorker('fill/recovery');
      if ('failure' in reply) return reply;
      const taken = isTrustedFrame() && (await writeRecoveryCode(boxes, reply.value.code));
      showHint(taken ? 'hint_filled' : 'hint_not_taken');
      return outcome(taken ? 'filled' : 'not-taken');
    },
  };
}

function outcome(outcome: FillOutcome): { value: { outcome: FillOutcome } } {
  return { value: { outcome } };
}

interface Found {
  readonly verdict: Verdict;
  readonly boxes: Boxes;
  readonly roots: readonly ShadowRoot[];
}

function find(): Found {
  const { boxes, facts, roots } = collectFields(document);
  const verdict = findPrompt(facts);
  const places = 'boxes' in verdict ? verdict.boxes : [];
  return { verdict, boxes: places.map((index) => boxes[index]!), roots };
}

/** The boxes of a prompt of one of these kinds. Where the words disagree (`ask`), only what a person asked for goes. */
function boxesFor({ verdict, boxes }: Found, ...kinds: PromptKind[]): Boxes {
  const kind = verdict.kind === 'other' ? verdict.other : verdict.kind;
  return kind !== 'none' && kinds.includes(kind) ? boxes : [];
}

/** Where this document was reached from; null where that is not told. */
function referrerOrigin(): string | null {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
