import { ancestorsOf, isDrawn } from './visibility';

/** What stands round a box: what is read there, and what can be pressed. */
export interface Surroundings {
  readonly near: string[];
  readonly actions: string[];
}

/** Beyond this the words are the page's and no longer the prompt's. */
const MOST_TEXT = 900;
const ENOUGH_TEXT = 60;
const SKIPPED = 'script,style,noscript,template,select,textarea,svg';
const PRESSED = 'a,button,[type=submit],[type=button],[role=button],[role=link]';
const INLINE = 'span,b,i,em,strong,small,code,label';
const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const BOXES = 'input,select,textarea';

/** The smallest part of the page round a box that says what it is about: a heading, or a sentence or two. */
export function sceneOf(box: Element): Element {
  let scene = box;
  for (const above of ancestorsOf(box)) {
    if (above === document.body || above === document.documentElement) {
      if (lengthOf(above) <= MOST_TEXT) scene = above;
      break;
    }
    if (lengthOf(above) > MOST_TEXT) break;
    scene = above;
    if (above.querySelector(HEADING) && lengthOf(above) >= ENOUGH_TEXT) break;
  }
  return scene;
}

function lengthOf(element: Element): number {
  let length = element.textContent?.length ?? 0;
  for (const quiet of element.querySelectorAll(SKIPPED)) length -= quiet.textContent?.length ?? 0;
  return length;
}

/** Reads the visible words of a scene, a block of the page at a time. */
export function readScene(scene: Element): Surroundings {
  const near: string[] = [];
  const actions: string[] = [];
  let last: Element | null = null;
  const read = (part: Element, block: Element) => {
    for (const child of part.childNodes) {
      const text = plain(child.textContent);
      if (child instanceof Element) {
        if (child.matches(SKIPPED) || !isDrawn(child)) continue;
        if (child.matches(PRESSED))
          actions.push(text || (child as HTMLInputElement).value || (child.getAttribute('aria-label') ?? ''));
        else if (text) read(child, child.matches(INLINE) ? block : child);
      } else if (text) {
        if (block === last) near.push(`${near.pop()} ${text}`);
        else near.push(text);
        last = block;
      }
    }
  };
  read(scene, scene);
  return { near, actions };
}

/** Words that stand straight before a box no label names: the cell to its left, the line above. */
export function textBefore(box: Element): string {
  let from: Element | null = box;
  for (let level = 0; from && level < 3; level++, from = from.parentElement) {
    for (let before = from.previousSibling; before; before = before.previousSibling) {
      if (before instanceof Element && (before.matches(BOXES) || before.querySelector(BOXES))) return '';
      const text = before instanceof Element && before.matches(SKIPPED) ? '' : plain(before.textContent);
      if (text) return text.length <= 60 ? text : '';
    }
    if (from.matches('form,tr,li,fieldset,[role=dialog]')) return '';
  }
  return '';
}

export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
}
