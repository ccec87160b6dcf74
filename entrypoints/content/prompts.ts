import { findPrompt, type Verdict } from '../../utils/autofill/prompt';
import type { FillOutcome } from '../../utils/messaging/protocol';
import { type Answer, askWorker } from './ask-worker';
import { collectFields } from './collect-fields';
import { canTake, isBegun, writeCode } from './fill-code';
import { isTrustedFrame } from './frame-trust';
import { watchPageGoOn } from './go-on';
import { watchLogins } from './login-submit';
import { showHint } from './page-hint';
import { watchRefusal } from './refusal';
import { sendsTo } from './sends-to';
import { shownNames } from './shown-names';
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
    const found = find();
    const boxes = boxesFor(found, false);
    if (boxes[0] !== current[0]) {
      current = boxes;
      if (boxes.length > 0) void offer(found).catch(isAlive);
    }
    return found.roots;
  }, signal);

  const tell = (told: () => Promise<unknown>) => void (isAlive() && told().catch(isAlive));
  watchLogins(
    {
      onLogin(loginName) {
        loginStartedHere = true;
        tell(() => askWorker('fill/arm', { loginName }));
      },
      onName: (loginName) => tell(() => askWorker('fill/name', { loginName })),
      onHand: () => tell(() => askWorker('fill/wake')),
      isPrompt: (box) => current.includes(box as HTMLInputElement),
    },
    signal,
  );

  async function offer(found: Found): Promise<void> {
    const cameFrom = loginStartedHere ? null : referrerOrigin();
    const reply = await askWorker('fill/offer', { cameFrom, shown: shownNames(found.near) });
    if (!('value' in reply)) return;
    if (reply.value === 'locked') showHint('hint_locked');
    if (reply.value !== 'ask-for-code') return;
    const filled = await fill(false);
    if (!filled) return;
    if ('value' in filled) await askWorker('fill/outcome', filled.value);
    else if (filled.failure.code === 'refused') current = []; // the tab is no longer in front, say: offered again at the next look
  }

  /** `asked`: by a person, just now. Null where a later wish took over, a person is typing, or nobody is left to ask. */
  async function fill(asked: boolean): Promise<Answer<{ outcome: FillOutcome }> | null> {
    const mine = ++turn;
    const isOver = (boxes: Boxes | null) =>
      mine !== turn || !isAlive() || (!asked && boxes && isBegun(boxes));
    for (let waits = 0; waits <= MOST_WAITS; waits++) {
      const boxes = await takingBoxes(asked);
      if (isOver(boxes)) return null;
      if (!boxes) return outcome('no-prompt');
      const reply = await askWorker('fill/code', { sendsTo: sendsTo(boxes[0]!) });
      if (isOver(null)) return null;
      if ('failure' in reply) return reply;
      if ('code' in reply.value) {
        const { code, submits } = reply.value;
        const goOn = submits && watchPageGoOn(boxes, signal);
        const taken = isTrustedFrame() && (await writeCode(boxes, code));
        showHint(taken ? 'hint_filled' : 'hint_not_taken');
        if (taken) watchRefusal(boxes, lookAgain, signal);
        if (taken && goOn) void goOn();
        return outcome(taken ? 'filled' : 'not-taken');
      }
      const { wait } = reply.value;
      showHint('hint_waiting', performance.now() + wait);
      await sleep(wait);
    }
    return outcome('waiting');
  }

  /** The prompt as it stands, once it can take a code; null where none does within two seconds. */
  async function takingBoxes(asked: boolean): Promise<Boxes | null> {
    for (let passed = 0; passed <= APPEARS_WITHIN_MS; passed += EVERY_MS) {
      const boxes = boxesFor(find(), asked);
      if (isTrustedFrame() && canTake(boxes)) {
        current = boxes;
        return boxes;
      }
      await sleep(EVERY_MS);
    }
    return null;
  }

  function lookAgain(): void {
    current = [];
    watcher.now();
  }

  return {
    look: lookAgain,
    /** A person asked for a code here. Answers in the shape of a reply. */
    fillNow: async () => (await fill(true)) ?? outcome('waiting'),
  };
}

function outcome(outcome: FillOutcome): { value: { outcome: FillOutcome } } {
  return { value: { outcome } };
}

/** What the page asks for, and in which boxes. */
interface Found {
  readonly verdict: Verdict;
  readonly boxes: Boxes;
  /** What is read round the prompt. */
  readonly near: readonly string[];
  readonly roots: readonly ShadowRoot[];
}

function find(): Found {
  const { boxes, facts, roots } = collectFields(document);
  const verdict = findPrompt(facts);
  const places = 'boxes' in verdict ? verdict.boxes : [];
  return { verdict, boxes: places.map((index) => boxes[index]!), near: facts[places[0]!]?.near ?? [], roots };
}

/** Where the words disagree, a person has to say: what they asked for may go there, what goes by itself may not. */
function boxesFor({ verdict, boxes }: Found, asked: boolean): Boxes {
  return verdict.kind === 'totp' || (asked && verdict.kind === 'ask') ? boxes : [];
}

/** Where this document was reached from; null where that is not told. */
function referrerOrigin(): string | null {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
