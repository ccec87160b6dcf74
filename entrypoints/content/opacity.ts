import { ancestorsOf } from './tree';

/** Less is as good as hidden. */
export const LEAST_OPACITY = 0.8;
const LEAST_SLOT = 12;

/** How much of an element comes through, by itself and by all above it; kept for one look at the page. */
export type Shown = Map<Element, number>;

/** 0 where it, or anything above it, is inert, hidden from assistive technology, or a frame nobody sees. */
export function shownOf(element: Element, shown: Shown): number {
  const known = shown.get(element);
  if (known !== undefined) return known;
  const [above] = ancestorsOf(element);
  const shut =
    isShut(element) ||
    (element.localName === 'iframe' && !element.checkVisibility({ checkVisibilityCSS: true }));
  const own = shut ? 0 : opacityOf(element);
  const through = own && own * (above ? shownOf(above, shown) : 1);
  shown.set(element, through);
  return through;
}

export function isShut(element: Element): boolean {
  return element.matches('[inert],[aria-hidden=true]');
}

/** Filters that can make a box vanish; a light touch of them hides nothing. */
const VANISHING =
  /opacity\((?!1\))|blur\((?!0px)|url\(|(?:brightness|contrast)\((?!1\)|0\.[89]\d*\)|1\.[0-2]\d*\))/;

export function opacityOf(element: Element): number {
  const { opacity, filter, maskImage, mixBlendMode } = getComputedStyle(element);
  const masked = maskImage !== '' && maskImage !== 'none';
  return VANISHING.test(filter) || masked || mixBlendMode !== 'normal' ? 0 : Number(opacity);
}

/** One transparent box laid over drawn slots, as component libraries do: the slots are what a person sees of it. */
export function liesOverSlots(box: HTMLInputElement): boolean {
  const over = box.getBoundingClientRect();
  let container = box.parentElement;
  for (let level = 0; container && level < 3; level++, container = container.parentElement) {
    if (container.querySelectorAll('input,textarea,select').length > 1) return false;
    // Slots lie side by side; what is drawn inside a slot has its middle and is counted with it.
    const middles = new Set<number>();
    for (const slot of container.querySelectorAll('*')) {
      const { left, top, width, height } = slot.getBoundingClientRect();
      const middle = left + width / 2;
      const inside =
        middle > over.left && middle < over.right && top < over.bottom && top + height > over.top;
      if (
        inside &&
        slot !== box &&
        Math.min(width, height) >= LEAST_SLOT &&
        width <= over.width / 3 &&
        opacityOf(slot) >= LEAST_OPACITY
      )
        middles.add(Math.round(middle));
    }
    if (middles.size >= 4 && middles.size <= 10) return true;
  }
  return false;
}
