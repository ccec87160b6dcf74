import type { FieldFacts } from '../../utils/autofill/field';
import { type FoundBoxes, findBoxes } from './find-boxes';
import { groupWords, labelOf, plain, readLabels, referred, textBefore } from './labels';
import type { Shown } from './opacity';
import { slotsOf } from './slots';
import { createSurroundings, type Surroundings } from './surroundings';
import { ancestorsOf, nearestAbove } from './tree';
import { isBuried, isDrawn, isLaidOut, isOpenTo } from './visibility';

/** The boxes of a page and the facts about them, index by index; and the open shadow roots they were looked for in. */
export interface PageFields extends FoundBoxes {
  readonly facts: FieldFacts[];
}

/** A page that shows more boxes than this is a form about something else; its words are not read. */
const MOST_BOXES = 40;
const DIALOG = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';
/** On such a page only these are looked at closer: what might be meant for a code by its own words or its length. */
export const SIGN = /cod[eoi]|ot[pc]|[2mt]fa|token|factor|auth|verif|pin/i;

/**
 * Reads nothing that a person typed: a box's value is not looked at.
 * `near` begins with what is said nearest to the box: its own description, its group's legend; then sentences and
 * headings, those before the box from the box upwards, then those that follow, ring by ring; the page's title last.
 */
export function collectFields(page: Document): PageFields {
  const { boxes, roots } = findBoxes(page);
  const crowded = holdsMore(boxes, MOST_BOXES);
  const inDialog = dialogTest();
  const looked = (crowded ? boxes.filter((box) => mayAsk(box) || inDialog(box)) : boxes).filter(isLaidOut);
  if (looked.length === 0 || looked.length > MOST_BOXES) return { boxes: [], facts: [], roots };

  const labels = readLabels([page, ...roots]);
  const shown: Shown = new Map();
  const open = new Set(looked.filter((box) => isOpenTo(box, shown) && !isBuried(box)));
  const readAround = createSurroundings();
  const groups: Element[] = [];
  const facts = boxes.map((box) => {
    const around = open.has(box) && (!crowded || inDialog(box)) ? readAround(box) : { near: [], actions: [] };
    return factsOf(box, open.has(box), around, labels, groups);
  });
  return { boxes, facts, roots };
}

/** Stops counting there: a page of a thousand boxes is laid out no further than it must be. */
function holdsMore(boxes: readonly HTMLInputElement[], most: number): boolean {
  let seen = 0;
  return boxes.length > most && boxes.some((box) => isLaidOut(box) && ++seen > most);
}

function mayAsk(box: HTMLInputElement): boolean {
  const { name, id, autocomplete, placeholder, ariaLabel, maxLength } = box;
  const said = [name, id, autocomplete, placeholder, ariaLabel].join(' ');
  return maxLength === 1 || SIGN.test(said) || box.matches(':focus');
}

/** Whether something stands in a dialog; known for each element above but once. */
function dialogTest(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return function inDialog(element: Element): boolean {
    const [above] = ancestorsOf(element);
    if (!above) return false;
    const told = known.get(above) ?? (above.matches(DIALOG) || inDialog(above));
    known.set(above, told);
    return told;
  };
}

function factsOf(
  box: HTMLInputElement,
  fillable: boolean,
  around: Surroundings,
  labels: Map<Element, string>,
  groups: Element[],
): FieldFacts {
  const attribute = (name: string) => box.getAttribute(name) ?? '';
  const { x, y, width, height } = box.getBoundingClientRect();
  const words = fillable ? [referred(box, 'aria-describedby'), ...groupWords(box)] : [];
  return {
    type: box.type,
    name: attribute('name'),
    id: box.id,
    autocomplete: attribute('autocomplete').toLowerCase(),
    inputmode: attribute('inputmode').toLowerCase(),
    pattern: attribute('pattern'),
    maxlength: box.maxLength > 0 ? box.maxLength : (fillable && slotsOf(box).length) || null,
    placeholder: attribute('placeholder'),
    title: attribute('title'),
    label: labelOf(box, labels) || (fillable ? textBefore(box) : ''),
    ariaLabel: attribute('aria-label'),
    near: [...new Set([...words, ...around.near, plain(document.title)])].filter(Boolean),
    actions: around.actions,
    group: groupOf(box, groups),
    fillable,
    shown: fillable || (box.disabled && isDrawn(box)),
    box: { x, y, width, height },
  };
}

/** Form, or else dialog, or else the page. */
function groupOf(box: HTMLInputElement, groups: Element[]): number {
  const owner = box.form ?? nearestAbove(box, 'form,dialog,[role=dialog]') ?? document.body;
  if (!groups.includes(owner)) groups.push(owner);
  return groups.indexOf(owner);
}
