import { ancestorsOf } from './tree';

/** Less is as good as hidden. */
export const LEAST_OPACITY = 0.8;

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

function isShut(element: Element): boolean {
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
