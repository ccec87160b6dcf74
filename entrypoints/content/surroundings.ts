import { plain, SKIPPED } from './labels';
import { ancestorsOf, childrenOf } from './tree';
import { isDrawn } from './visibility';

/** What stands round a box: what is read there, the nearest first, and what can be pressed. */
export interface Surroundings {
  readonly near: string[];
  readonly actions: string[];
}

/** The visible words of a part of the page, a line for each of its blocks. */
interface Reading {
  readonly text: string;
  readonly actions: readonly string[];
  readonly hasHeading: boolean;
}

/** Beyond this the words are the page's and no longer the prompt's. */
const MOST_TEXT = 900;
const ENOUGH_TEXT = 60;
const PRESSED = 'a,button,[type=submit],[type=button],[role=button],[role=link]';
const INLINE = 'span,b,i,em,strong,small,code,label,slot';
const HEADING = 'h1,h2,h3,h4,legend,[role=heading]';
const NOTHING: Reading = { text: '', actions: [], hasHeading: false };

/** For one look at the page: no part is read twice, and no more of one than could stand round a prompt. */
export function createSurroundings() {
  const known = new Map<Node, Reading>();

  function read(part: Node): Reading {
    const before = known.get(part);
    if (before) return before;
    const now = part.nodeType === Node.TEXT_NODE ? textReading(part) : readElement(part);
    known.set(part, now);
    return now;
  }

  function readElement(part: Node): Reading {
    if (part.nodeType !== Node.ELEMENT_NODE) return NOTHING;
    const element = part as Element;
    if (element.matches(SKIPPED) || !isRendered(element)) return NOTHING;
    let { text, actions, hasHeading } = readAll(childrenOf(element));
    if (element.matches(PRESSED)) {
      const label = plain(text) || element.getAttribute('value') || element.getAttribute('aria-label') || '';
      return { text: '', actions: [...actions, label], hasHeading };
    }
    // What heads a group of choices beside the box is not what the box is about.
    hasHeading = element.localName !== 'fieldset' && (hasHeading || element.matches(HEADING));
    if (text && !element.matches(INLINE)) text = `\n${text}\n`;
    return { text, actions, hasHeading };
  }

  function readAll(parts: Iterable<Node>): Reading {
    let text = '';
    const actions: string[] = [];
    let hasHeading = false;
    for (const part of parts) {
      const reading = read(part);
      if (reading.text) text += ` ${reading.text}`;
      actions.push(...reading.actions);
      hasHeading ||= reading.hasHeading;
      if (text.length > MOST_TEXT) break;
    }
    return { text, actions, hasHeading };
  }

  /**
   * The smallest part of the page round a box that says what it is about: a heading, or a sentence or two. In each
   * ring round the box comes first what stands before it, from the box upwards, and then what follows.
   */
  return function readAround(box: Element): Surroundings {
    const near: string[] = [];
    const actions: string[] = [];
    let length = 0;
    let inner = box;
    for (const above of ancestorsOf(box)) {
      const parts = [...childrenOf(above)];
      const place = parts.indexOf(inner as ChildNode);
      const before = readAll(parts.slice(0, Math.max(place, 0)));
      const after = readAll(parts.slice(place + 1));
      length += before.text.length + after.text.length;
      if (length > MOST_TEXT) break;
      near.push(...lines(before.text).reverse(), ...lines(after.text));
      actions.push(...before.actions, ...after.actions);
      inner = above;
      if (length >= ENOUGH_TEXT && (before.hasHeading || after.hasHeading || above.matches(HEADING))) break;
    }
    return { near, actions };
  };
}

/** Laid out itself, or by what it holds alone. */
function isRendered(element: Element): boolean {
  return isDrawn(element) || getComputedStyle(element).display === 'contents';
}

function textReading({ textContent }: Node): Reading {
  const text = (textContent ?? '').replace(/\s+/g, ' ').trim();
  return text ? { ...NOTHING, text } : NOTHING;
}

function lines(text: string): string[] {
  return text.split('\n').map(plain).filter(Boolean);
}
