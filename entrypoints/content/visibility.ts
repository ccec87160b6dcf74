/** Ancestors in the tree a person sees, out through open shadow roots. */
export function* ancestorsOf(element: Element): Generator<Element> {
  let above: Element | null | undefined = element;
  while (true) {
    above = above.assignedSlot ?? above.parentElement ?? (above.getRootNode() as ShadowRoot).host;
    if (!above) return;
    yield above;
  }
}

/** Less is as good as hidden. */
const LEAST_OPACITY = 0.8;
const LEAST_WIDTH = 20;
const LEAST_HEIGHT = 12;

/** Laid out, and not made invisible; how transparent it is, is another question. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ checkVisibilityCSS: true });
}

/** A person sees this box and can type in it. Out of view counts as seen, out of reach of scrolling does not. */
export function isOpenTo(box: HTMLInputElement): boolean {
  if (box.readOnly || box.matches(':disabled,[inert],[aria-hidden=true]')) return false;
  const { width, height, right, bottom } = box.getBoundingClientRect();
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT || right + scrollX <= 0 || bottom + scrollY <= 0)
    return false;
  if (!isDrawn(box)) return false;
  let shown = 1;
  for (const above of ancestorsOf(box)) {
    if (above.hasAttribute('inert')) return false;
    shown *= opacityOf(above);
  }
  return shown >= LEAST_OPACITY && (shown * opacityOf(box) >= LEAST_OPACITY || liesOverSlots(box));
}

/** Filters that can make a box vanish; a light touch of them hides nothing. */
const VANISHING =
  /opacity\((?!1\))|blur\((?!0px)|url\(|(?:brightness|contrast)\((?!1\)|0\.[89]\d*\)|1\.[0-2]\d*\))/;

function opacityOf(element: Element): number {
  const { opacity, filter, maskImage, mixBlendMode } = getComputedStyle(element);
  const hides =
    VANISHING.test(filter) || (maskImage !== '' && maskImage !== 'none') || mixBlendMode !== 'normal';
  return hides ? 0 : Number(opacity);
}

/** One transparent box laid over drawn slots, as component libraries do: the slots are what a person sees of it. */
function liesOverSlots(box: HTMLInputElement): boolean {
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
        Math.min(width, height) >= LEAST_HEIGHT &&
        width <= over.width / 3 &&
        opacityOf(slot) >= LEAST_OPACITY
      )
        middles.add(Math.round(middle));
    }
    if (middles.size >= 4 && middles.size <= 10) return true;
  }
  return false;
}

/** Nothing lies over the box: five points of it are its own. Scrolls it into view first, at once. */
export function isUncovered(box: HTMLInputElement): boolean {
  box.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
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

function topmostAt(x: number, y: number): Element | null {
  let hit: Element | null = null;
  for (let root: DocumentOrShadowRoot | null = document; root; root = hit?.shadowRoot ?? null) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** A floating label, or an icon in the corner: it sits in the box's own wrapper and takes less than half of it. */
function belongsTo(hit: Element | null, box: HTMLInputElement): boolean {
  if (!hit || hit.contains(box) || !box.parentElement?.contains(hit)) return false;
  const own = box.getBoundingClientRect();
  const { width, height } = hit.getBoundingClientRect();
  return width * height < (own.width * own.height) / 2;
}
