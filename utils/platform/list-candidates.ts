/** In CSS pixels of the visible page. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What on the page might be a set-up code, best guess first, and how wide the page is, to scale a picture of it. */
export interface Candidates {
  readonly innerWidth: number;
  readonly rectangles: readonly Rectangle[];
}

/**
 * Runs in the page, so it must stand alone. Finds what has the shape of a QR code: pictures, tables, texts, backgrounds,
 * in open shadow roots and in the page's own frames too. What is whole and square comes first.
 */
export function listCandidates(): Candidates {
  const LEAST = 40;
  const MOST = 1600;
  const USUAL = 100;
  const MOST_RECTANGLES = 60;
  const MOST_ELEMENTS = 20_000;
  const MOST_FRAMES = 5;
  const PICTURES = /^(img|svg|canvas|table|picture|object|embed|video|input)$/;
  const TEXTS = /^(pre|code|samp|textarea|xmp)$/;
  const found: { rectangle: Rectangle; score: number }[] = [];
  let left = MOST_ELEMENTS;

  /** A text is as wide as its column; what counts is how wide its lines are. */
  function extentOf(element: Element): DOMRect {
    if (!TEXTS.test(element.localName)) return element.getBoundingClientRect();
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  }

  function look(root: Document | ShadowRoot, across: number, down: number, depth: number): void {
    for (const element of root.querySelectorAll('*')) {
      if (left-- <= 0) return;
      if (element.shadowRoot) look(element.shadowRoot, across, down, depth);
      if (element.localName === 'iframe' || element.localName === 'frame') {
        lookInto(element as HTMLIFrameElement, across, down, depth);
        continue;
      }
      // A drawing is one thing, whatever it is made of.
      if (element.namespaceURI?.endsWith('/svg') && element.localName !== 'svg') continue;
      const { x, y, width, height } = extentOf(element);
      if (width < LEAST || height < LEAST || width > MOST || height > MOST) continue;
      const squareness = Math.min(width, height) / Math.max(width, height);
      if (squareness < 0.7) continue;
      const rectangle = { x: x + across, y: y + down, width, height };
      const visible = visibleShare(rectangle);
      if (visible === 0) continue;
      const style = getComputedStyle(element);
      const isKind = PICTURES.test(element.localName) || TEXTS.test(element.localName);
      if (!isKind && style.backgroundImage === 'none') continue;
      if (style.visibility === 'hidden' || style.opacity === '0') continue;
      // Small ones are icons and portraits, more often than not.
      found.push({ rectangle, score: squareness * visible * Math.min(1, width / USUAL) });
    }
  }

  function lookInto(frame: HTMLIFrameElement, across: number, down: number, depth: number): void {
    const { contentDocument } = frame; // null where the frame is another site's
    if (!contentDocument || depth >= MOST_FRAMES) return;
    const { x, y } = frame.getBoundingClientRect();
    look(contentDocument, across + x + frame.clientLeft, down + y + frame.clientTop, depth + 1);
  }

  function visibleShare({ x, y, width, height }: Rectangle): number {
    const seenAcross = Math.min(x + width, innerWidth) - Math.max(x, 0);
    const seenDown = Math.min(y + height, innerHeight) - Math.max(y, 0);
    return (Math.max(0, seenAcross) * Math.max(0, seenDown)) / (width * height);
  }

  look(document, 0, 0, 0);
  found.sort((a, b) => b.score - a.score);
  return { innerWidth, rectangles: found.slice(0, MOST_RECTANGLES).map(({ rectangle }) => rectangle) };
}
