import { LEAST_OPACITY, opacityOf, type Shown, shownOf } from './opacity';
import { isSpeck, slotsOf } from './slots';
import { ancestorsOf } from './tree';

/** Laid out, and not made invisible; how transparent it is, is another question. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ checkVisibilityCSS: true });
}

/** Drawn, of a size to be used, and where scrolling can reach it. Costs little: asked of every box. */
export function isLaidOut(box: Element): boolean {
  const { right, bottom } = box.getBoundingClientRect();
  const inReach = right + scrollX > 0 && bottom + scrollY > 0;
  return inReach && isDrawn(box) && (!isSpeck(box) || slotsOf(box).length > 0);
}

/** A person sees this box and can type in it. Out of view counts as seen, out of reach of scrolling does not. */
export function isOpenTo(box: HTMLInputElement, shown: Shown = new Map()): boolean {
  // A box that screen readers are told to skip is seen all the same; components hide all digits' boxes but one.
  if (box.readOnly || box.matches(':disabled,[inert]') || !isLaidOut(box)) return false;
  const [above] = ancestorsOf(box);
  const around = above ? shownOf(above, shown) : 1;
  if (around < LEAST_OPACITY) return false;
  return around * opacityOf(box) >= LEAST_OPACITY || slotsOf(box).length > 0;
}

/** Nothing lies over the box: five points of it are its own. Scrolls it into view first, at once. */
export function isUncovered(box: HTMLInputElement): boolean {
  box.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (isSpeck(box))
    return slotsOf(box).every(({ left, top, width, height }) =>
      box.parentElement?.contains(topmostAt(left + width / 2, top + height / 2)),
    );
  const { left, top, width, height } = box.getBoundingClientRect();
  return [
    [0.5, 0.5],
    [0.2, 0.3],
    [0.8, 0.3],
    [0.2, 0.7],
    [0.8, 0.7],
  ].every(([x, y], place) => {
    const hit = topmostAt(left + width * x!, top + height * y!);
    return hit === box || (place > 0 && belongsTo(hit, box));
  });
}

/**
 * Something lies over the middle of the box as the page stands now, or it is cut away where no scrolling brings it
 * back. Scrolls nothing: a box that is merely out of view is not buried.
 */
export function isBuried(box: HTMLInputElement): boolean {
  if (isSpeck(box)) return false; // its slots are what counts, and are looked at before a code is asked for
  const { left, top, width, height } = box.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = topmostAt(x, y);
  if (hit === box || belongsTo(hit, box)) return false;
  for (const above of ancestorsOf(box)) {
    if (above.ownerDocument !== document || above.matches('body,html')) break;
    const edge = above.getBoundingClientRect();
    if (x >= edge.left && x <= edge.right && y >= edge.top && y <= edge.bottom) continue;
    const { overflow } = getComputedStyle(above);
    if (overflow !== 'visible') return !/auto|scroll/.test(overflow);
  }
  // Its own ancestor is hit where the page takes no pointer at the box itself.
  return hit !== null && ![...ancestorsOf(box)].includes(hit);
}

function topmostAt(x: number, y: number): Element | null {
  let hit: Element | null = null;
  for (let root: DocumentOrShadowRoot | null = document; root; root = hit?.shadowRoot ?? null) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (inner === hit) break;
    hit = inner;
  }
  return hit && isHitFromOutside(x, y) ? hit : null;
}

/** The frame, too, is on top at that point, in each page of our origin round it. */
function isHitFromOutside(x: number, y: number): boolean {
  let view: Window = window;
  for (let frame = view.frameElement; frame; frame = view.frameElement) {
    const { left, top } = frame.getBoundingClientRect();
    x += left + frame.clientLeft;
    y += top + frame.clientTop;
    if ((frame.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y) !== frame) return false;
    view = view.parent;
  }
  return true;
}

/** A floating label, or an icon in the corner: it sits in the box's own wrapper and takes less than half of it. */
function belongsTo(hit: Element | null, box: HTMLInputElement): boolean {
  if (!hit || hit.contains(box) || !box.parentElement?.contains(hit)) return false;
  const own = box.getBoundingClientRect();
  const { width, height } = hit.getBoundingClientRect();
  return width * height < (own.width * own.height) / 2;
}
