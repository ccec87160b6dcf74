import type { Asked } from '../../utils/autofill/length';
import type { PromptKind, Verdict } from '../../utils/autofill/prompt';
import type { FillReport } from '../../utils/messaging/content-protocol';
import type { FillOutcome } from '../../utils/messaging/views';
import { watchAnswer } from './answer';
import { type Answer, askWorker } from './ask-worker';
import { collectFields } from './collect-fields';
import { canTake, isBegun, writeCode } from './fill-code';
import { isTrustedFrame } from './frame-trust';
import { watchPageGoOn } from './go-on';
import { lastButtonWords } from './last-button';
import { watchLogins } from './login-submit';
import { showHint } from './page-hint';
import { createPromptNews } from './prompt-news';
import { sendsTo } from './sends-to';
import { shownNames } from './shown-names';
import { ticksBeside } from './ticks';
import { createVerdict } from './verdict';
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
  const verdictOn = createVerdict(isAlive, () => watcher.now());

  function find(): Found {
    const { boxes, facts, roots } = collectFields(document);
    const verdict = verdictOn(facts);
    const places = 'boxes' in verdict ? verdict.boxes : [];
    return {
      verdict,
      boxes: places.map((index) => boxes[index]!),
      near: facts[places[0]!]?.near ?? [],
      roots,
    };
  }

  const watcher = watchPage(() => {
    if (!isAlive()) return [];
    const found = find();
    news.saw(found.verdict);
    const boxes = boxesFor(found, 'totp');
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
      onPrompt: tellTicks,
      isPrompt: (box) => current.includes(box as HTMLInputElement),
    },
    signal,
  );

  function tellTicks(): void {
    const ticks = current[0] ? ticksBeside(current[0]) : [];
    if (ticks.length > 0) tell(() => askWorker('fill/ticks', { ticks }));
  }

  async function offer({ verdict, near }: Found): Promise<void> {
    const cameFrom = loginStartedHere ? null : referrerOrigin();
    const shown = shownNames(near);
    const reply = await askWorker('fill/offer', { cameFrom, shown, prompt: 'totp', why: verdict.why });
    if (!('value' in reply)) return;
    if (reply.value === 'locked') showHint('hint_locked');
    if (reply.value !== 'ask-for-code') return;
    const filled = await fill('totp');
    if (!filled) return;
    if ('value' in filled) await askWorker('fill/outcome', filled.value);
    else if (filled.failure.code === 'refused') current = []; // the tab is no longer in front, say: offered again at the next look
  }

  /**
   * Into a prompt of one of these kinds; what is not sure only where a person asked for it, just now. Null where a later
   * wish took over, a person is typing, or nobody is left to ask.
   */
  async function fill(...kinds: PromptKind[]): Promise<Answer<FillReport> | null> {
    const asked = kinds.includes('ask');
    const mine = ++turn;
    const isOver = (boxes: Boxes | null) =>
      mine !== turn || !isAlive() || (!asked && boxes && isBegun(boxes));
    for (let waits = 0; waits <= MOST_WAITS; waits++) {
      const found = await takingBoxes(...kinds);
      const boxes = found?.boxes ?? null;
      if (isOver(boxes)) return null;
      if (!boxes) return outcome('no-prompt');
      const reply = await askWorker('fill/code', { sendsTo: sendsTo(boxes[0]!), asked: askedBy(found!) });
      if (isOver(null)) return null;
      if ('failure' in reply) return reply;
      if ('code' in reply.value) {
        const { code, submits } = reply.value;
        const goOn = submits && watchPageGoOn(boxes, signal);
        const notTaken = new AbortController();
        const onHand = () => tell(() => askWorker('fill/wake'));
        const heard = { onHand, sent: () => tell(() => askWorker('fill/sent')), refused: lookAgain };
        const written = watchAnswer(boxes, heard, AbortSignal.any([signal, notTaken.signal]));
        const words = lastButtonWords(boxes[0]!);
        const taken = isTrustedFrame() && (await writeCode(boxes, code));
        showHint(taken ? 'hint_filled' : 'hint_not_taken');
        if (taken) written();
        else notTaken.abort();
        if (taken && goOn) {
          tellTicks();
          void goOn();
        }
        return outcome(taken ? 'filled' : 'not-taken', words);
      }
      const { wait } = reply.value;
      showHint('hint_waiting', performance.now() + wait);
      await sleep(wait);
    }
    return outcome('waiting');
  }

  /** The prompt as it stands, once it can take a code; null where none does within two seconds. */
  async function takingBoxes(...kinds: PromptKind[]): Promise<Found | null> {
    for (let passed = 0; passed <= APPEARS_WITHIN_MS; passed += EVERY_MS) {
      const found = find();
      const boxes = boxesFor(found, ...kinds);
      if (isTrustedFrame() && canTake(boxes)) {
        if (kinds.includes('totp')) current = boxes;
        return found;
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
    look() {
      news.forget();
      lookAgain();
    },
    /** A person asked for a code here. Answers in the shape of a reply. */
    fillNow: async () => (await fill('totp', 'ask')) ?? outcome('waiting'),
    /** They gave up a recovery code for the box that asks for one. */
    async fillRecovery(): Promise<Answer<{ outcome: FillOutcome }>> {
      const boxes = (await takingBoxes('recovery'))?.boxes;
      if (!boxes) return outcome('no-prompt');
      if (sendsTo(boxes[0]!) !== null) return outcome('not-taken');
      const reply = await askWorker('fill/recovery');
      if ('failure' in reply) return reply;
      const taken = isTrustedFrame() && (await writeRecoveryCode(boxes, reply.value.code));
      showHint(taken ? 'hint_filled' : 'hint_not_taken');
      return outcome(taken ? 'filled' : 'not-taken');
    },
  };
}

function outcome(outcome: FillOutcome, goOn: string | null = null): { value: FillReport } {
  return { value: { outcome, goOn } };
}

/** What the page asks for, and in which boxes. */
interface Found {
  readonly verdict: Verdict;
  readonly boxes: Boxes;
  /** What is read round the prompt. */
  readonly near: readonly string[];
  readonly roots: readonly ShadowRoot[];
}

/** The boxes of a prompt of one of these kinds. Where the words disagree (`ask`), only what a person asked for goes. */
function boxesFor({ verdict, boxes }: Found, ...kinds: PromptKind[]): Boxes {
  const kind = verdict.kind === 'other' ? verdict.other : verdict.kind;
  return kind !== 'none' && kinds.includes(kind) ? boxes : [];
}

/** How long a code it wants, as far as it says, and how long a one its lone box has room for. */
function askedBy({ verdict, boxes: [first, second] }: Found): Asked {
  const room = second || first!.maxLength < 0 ? null : first!.maxLength;
  return { digits: 'digits' in verdict ? verdict.digits : null, room };
}

/** Where this document was reached from; null where that is not told. */
function referrerOrigin(): string | null {
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
