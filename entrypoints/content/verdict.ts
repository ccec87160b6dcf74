import type { FieldFacts } from '../../utils/autofill/field';
import type { Verdict } from '../../utils/autofill/prompt';
import { READER, type WithReader } from '../../utils/autofill/reader';
import { askWorker } from './ask-worker';
import { SIGN } from './collect-fields';

const world = globalThis as WithReader;
/** A row of boxes for a digit each may say nothing at all. */
const FEW_BOXES = 10;
const TRY_AGAIN_MS = 500;
const MOST_TRIES = 3;
const SEARCH = /search|filter|^q$/i;

/**
 * The verdict on a page's fields. The script that gives it is sent for when there first is a box it could be about; until
 * then, and where there is none, there is no prompt.
 * @param onReady the page is to be looked at again
 */
export function createVerdict(isAlive: () => boolean, onReady: () => void) {
  let sentFor = false;
  let tries = 0;

  function sendForReader(): void {
    if (sentFor) return;
    sentFor = true;
    askWorker('fill/reader').then(() => {
      if (world[READER]) onReady();
      else tryAgain();
    }, tryAgain);
  }

  /** A worker may die with the word; the page need not change again for the next look to come. */
  function tryAgain(): void {
    if (!isAlive() || tries++ >= MOST_TRIES) return;
    sentFor = false;
    setTimeout(onReady, TRY_AGAIN_MS);
  }

  return (facts: readonly FieldFacts[]): Verdict => {
    const reader = world[READER];
    if (!reader && mayAsk(facts)) sendForReader();
    return reader?.(facts) ?? { kind: 'none', why: ['no-box'] };
  };
}

/** What is left of an extension that was here before this one. */
export function forgetReader(): void {
  delete world[READER];
}

/** A box is for digits, speaks of a code in some way, or is one of a few. */
function mayAsk(facts: readonly FieldFacts[]): boolean {
  const open = facts.filter(({ shown, type, name, id, placeholder }) => {
    const searches = [name, id, placeholder].some((said) => SEARCH.test(said));
    return shown && type !== 'email' && !searches;
  });
  return open.length > 0 && (open.length <= FEW_BOXES || open.some(isLikely));
}

function isLikely(field: FieldFacts): boolean {
  const { type, name, id, autocomplete, inputmode, pattern, maxlength, placeholder, label, ariaLabel } =
    field;
  const digits = /tel|number/.test(type) || inputmode === 'numeric' || /\d/.test(pattern);
  return (
    digits ||
    (maxlength ?? 99) <= 10 ||
    SIGN.test([name, id, autocomplete, placeholder, label, ariaLabel].join(' '))
  );
}
