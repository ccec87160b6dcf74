import type { FieldFacts } from '../../utils/autofill/field';
import { plain, readScene, type Surroundings, sceneOf, textBefore } from './surroundings';
import { ancestorsOf, isDrawn, isOpenTo } from './visibility';

/** The boxes of a page and the facts about them, index by index; and the open shadow roots they were looked for in. */
export interface PageFields {
  readonly boxes: HTMLInputElement[];
  readonly facts: FieldFacts[];
  readonly roots: ShadowRoot[];
}

const TYPED = /^(?:text|tel|number|password|email)$/;
/** A page with more open boxes than this is a form about something else; its words are not read. */
const MOST_BOXES = 40;

/** Reads nothing that a person typed: a box's value is not looked at. */
export function collectFields(page: Document): PageFields {
  const boxes: HTMLInputElement[] = [];
  const roots: ShadowRoot[] = [];
  const search = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement && TYPED.test(element.type)) boxes.push(element);
      if (!element.shadowRoot) continue;
      roots.push(element.shadowRoot);
      search(element.shadowRoot);
    }
  };
  search(page);

  const open = boxes.map(isOpenTo);
  const readable = open.filter(Boolean).length <= MOST_BOXES;
  const scenes = new Map<Element, Surroundings>();
  const groups: Element[] = [];
  const facts = boxes.map((box, index) => {
    const around = readable && open[index] ? surroundingsOf(box, scenes) : { near: [], actions: [] };
    return factsOf(box, open[index]!, around, groups);
  });
  return { boxes, facts, roots };
}

function surroundingsOf(box: Element, scenes: Map<Element, Surroundings>): Surroundings {
  const scene = sceneOf(box);
  const known = scenes.get(scene) ?? readScene(scene);
  scenes.set(scene, known);
  return known;
}

function factsOf(
  box: HTMLInputElement,
  fillable: boolean,
  around: Surroundings,
  groups: Element[],
): FieldFacts {
  const attribute = (name: string) => box.getAttribute(name) ?? '';
  const { x, y, width, height } = box.getBoundingClientRect();
  const labels = [...(box.labels ?? [])].map(({ textContent }) => plain(textContent));
  labels.push(referred(box, 'aria-labelledby'));
  const label = labels.filter(Boolean).join(' ');
  return {
    type: box.type,
    name: attribute('name'),
    id: box.id,
    autocomplete: attribute('autocomplete').toLowerCase(),
    inputmode: attribute('inputmode').toLowerCase(),
    pattern: attribute('pattern'),
    maxlength: box.maxLength > 0 ? box.maxLength : null,
    placeholder: attribute('placeholder'),
    title: attribute('title'),
    label: label || (fillable ? textBefore(box) : ''),
    ariaLabel: attribute('aria-label'),
    near: [...around.near, referred(box, 'aria-describedby'), plain(document.title)],
    actions: around.actions,
    group: groupOf(box, groups),
    fillable,
    shown: fillable || (box.disabled && isDrawn(box)),
    box: { x, y, width, height },
  };
}

function referred(box: Element, attribute: string): string {
  const root = box.getRootNode() as Document | ShadowRoot;
  const ids = (box.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => plain(root.getElementById(id)?.textContent)).join(' ');
}

/** Form, or else dialog, or else the page. */
function groupOf(box: HTMLInputElement, groups: Element[]): number {
  const owner =
    box.form ??
    [...ancestorsOf(box)].find((above) => above.matches('form,dialog,[role=dialog]')) ??
    document.body;
  if (!groups.includes(owner)) groups.push(owner);
  return groups.indexOf(owner);
}
