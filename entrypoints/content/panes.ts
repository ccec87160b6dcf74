import { ancestorsOf } from './tree';

const PAINTED = 'img,canvas,video,iframe,svg,object,embed';
const TOP_LAYER = ':popover-open,:modal,:fullscreen';
const LEAST_OPACITY = 0.2;

/**
 * Something painted lies over the middle of the box that the pointer goes through: no hit test finds it, and the
 * person does not see the box. Frames and outlines, which paint nothing inside, do not count, nor does what is small.
 */
export function isBehindPane(box: Element): boolean {
  const { left, top, width, height } = box.getBoundingClientRect();
  const x = left + width / 2;
  const y = top + height / 2;
  return [...document.querySelectorAll('*')].some((pane) => {
    const over = pane.getBoundingClientRect();
    if (over.left > x || over.right < x || over.top > y || over.bottom < y) return false;
    if (over.width * over.height < (width * height) / 2) return false;
    if (getComputedStyle(pane).pointerEvents !== 'none') return false;
    return isPainted(pane) && !pane.contains(box) && isAbove(pane, box);
  });
}

function isPainted(pane: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(pane);
  if (!pane.checkVisibility({ checkVisibilityCSS: true })) return false;
  let shown = 1;
  for (const part of [pane, ...ancestorsOf(pane)]) shown *= Number(getComputedStyle(part).opacity);
  if (shown < LEAST_OPACITY) return false;
  return pane.matches(PAINTED) || backgroundImage !== 'none' || !/, 0\)$/.test(backgroundColor);
}

/** As pages are painted: the top layer, then by `z-index` below the first part that holds both, then in their order. */
function isAbove(pane: Element, box: Element): boolean {
  const [overs, unders] = [pane, box].map((element) => [element, ...ancestorsOf(element)]);
  const apart = (parts: Element[], others: Element[]) => parts.filter((part) => !others.includes(part));
  const above = apart(overs!, unders!);
  if (above.some((part) => part.matches(TOP_LAYER))) return true;
  const level = levelOf(above) - levelOf(apart(unders!, overs!));
  const follows = box.compareDocumentPosition(pane) & Node.DOCUMENT_POSITION_FOLLOWING;
  return level > 0 || (level === 0 && follows > 0);
}

/** The outermost layer among these, inner ones first: what lies in the flow is under everything with a place of its own. */
function levelOf(parts: Element[]): number {
  const styles = parts.map((part) => getComputedStyle(part)).reverse();
  const layer = styles.find(({ position, zIndex }) => position !== 'static' && zIndex !== 'auto');
  if (layer) return Number(layer.zIndex);
  return styles.some(({ position, transform }) => position !== 'static' || transform !== 'none') ? 0 : -0.5;
}
