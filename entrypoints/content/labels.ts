import { ancestorsOf, nearestAbove } from './tree';
import { isDrawn } from './visibility';

/** What holds no words of the page. */
export const SKIPPED = 'script,style,noscript,template,select,textarea,svg,iframe';
const BOXES = 'input,select,textarea';
/** Components within components; farther up a label is the page's. */
const MOST_HOSTS = 3;

/** Every label of these trees, by what it labels. A box's own `labels` would walk the whole page for each box. */
export function readLabels(roots: readonly (Document | ShadowRoot)[]): Map<Element, string> {
  const labels = new Map<Element, string>();
  for (const root of roots)
    for (const label of root.querySelectorAll('label')) {
      const labelled = label.control ?? (label.htmlFor && root.getElementById(label.htmlFor));
      if (labelled) labels.set(labelled, `${labels.get(labelled) ?? ''} ${label.textContent}`);
    }
  return labels;
}

/** What names the box; where nothing in its own tree does, what names the component that it is a part of. */
export function labelOf(box: Element, labels: Map<Element, string>): string {
  let named: Element | undefined = box;
  for (let level = 0; named && level <= MOST_HOSTS; level++) {
    const label = plain(`${labels.get(named) ?? ''} ${referred(named, 'aria-labelledby')}`);
    if (label) return label;
    named = (named.getRootNode() as ShadowRoot).host;
    const said = named?.getAttribute('aria-label');
    if (said) return plain(said);
  }
  return '';
}

/** The text an attribute with ids in it points at, also where a script has pointed it out of a shadow root. */
export function referred(element: Element, attribute: 'aria-labelledby' | 'aria-describedby'): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const pointed =
    attribute === 'aria-labelledby' ? element.ariaLabelledByElements : element.ariaDescribedByElements;
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  const named = pointed ?? ids.map((id) => root.getElementById(id));
  return named.map((text) => plain(text?.textContent)).join(' ');
}

/** What the group says that the box is in. */
export function groupWords(box: Element): string[] {
  const group = nearestAbove(box, 'fieldset,[role=group]');
  if (!group) return [];
  const legend = plain(group.querySelector(':scope > legend')?.textContent);
  return [legend, plain(group.getAttribute('aria-label')), referred(group, 'aria-labelledby')];
}

/** Words that stand straight before a box no label names: the cell to its left, the line above, its column's head. */
export function textBefore(box: Element): string {
  let from: Element | undefined = box;
  for (let level = 0; from && level < 3; level++) {
    for (let before = from.previousSibling; before; before = before.previousSibling) {
      if (before instanceof Element) {
        if (before.matches(BOXES) || before.querySelector(BOXES)) return columnHead(box);
        if (before.matches(SKIPPED) || !isDrawn(before)) continue;
      }
      const text = plain(before.textContent);
      if (text) return text.length <= 60 ? text : '';
    }
    if (from.matches('form,tr,li,fieldset,[role=dialog]')) break;
    [from] = ancestorsOf(from);
  }
  return columnHead(box);
}

function columnHead(box: Element): string {
  const cell = box.closest('td');
  const head = cell?.closest('table')?.rows[0]?.cells[cell.cellIndex];
  return head?.localName === 'th' ? plain(head.textContent) : '';
}

export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
}
