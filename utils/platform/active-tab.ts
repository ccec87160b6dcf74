import { browser } from 'wxt/browser';
import { Failure } from '../failure';
import { parseOrigin } from '../portals/origin';

/** The tab under the popup, as far as the click on the toolbar lets us see it. */
export interface ActiveTab {
  readonly id: number;
  readonly windowId: number;
  /** The https origin; null for a browser page, a file or plain http. */
  readonly origin: string | null;
}

/** In CSS pixels of the visible page. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What on the page might be a set-up code, and how wide the page is, to scale a picture of it. */
export interface Candidates {
  readonly innerWidth: number;
  readonly rectangles: readonly Rectangle[];
}

/** Structurally an ImageData. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return { id: tab.id, windowId: tab.windowId, origin: parseOrigin(tab.url ?? '') };
}

/** @throws Failure `not-capturable` on a page no extension may look at: the browser's own, or the store. */
export async function findCandidates(tabId: number): Promise<Candidates> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: listCandidates });
    if (answer?.result) return answer.result as Candidates;
  } catch {
    // The browser says in its own words that it does not let us in.
  }
  throw new Failure('not-capturable');
}

/**
 * One picture of what is visible, as pixels. Nothing of it is kept.
 * @throws Failure `not-capturable`
 */
export async function takePicture(windowId: number): Promise<Pixels> {
  let address: string;
  try {
    address = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch {
    throw new Failure('not-capturable');
  }
  // Our content security policy does not let a data: address be fetched.
  const binary = atob(address.slice(address.indexOf(',') + 1));
  return readPixels(new Blob([Uint8Array.from(binary, (byte) => byte.charCodeAt(0))], { type: 'image/png' }));
}

const MOST_PIXELS = 16_000_000;

/** @throws Failure `image-unreadable`, `image-too-large` */
export async function readPixels(image: Blob): Promise<Pixels> {
  if (image.size > 20_000_000) throw new Failure('image-too-large');
  const bitmap = await createImageBitmap(image).catch(() => {
    throw new Failure('image-unreadable');
  });
  try {
    const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height)));
    const width = Math.max(1, Math.floor(bitmap.width * shrink));
    const height = Math.max(1, Math.floor(bitmap.height * shrink));
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Failure('image-unreadable');
    context.fillStyle = 'white'; // the readers ignore transparency and would see black
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

/** What the site's own server says of the time, and when it was asked; null where it does not say. */
export interface ClockReading {
  /** Whose server answered. */
  readonly origin: string;
  readonly dateHeader: string;
  readonly ageHeader: string | null;
  readonly sentAt: number;
  readonly receivedAt: number;
}

export async function readSiteClock(tabId: number): Promise<ClockReading | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: askSiteForTime });
    return (answer?.result as ClockReading | null) ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page, so it must stand alone. The front page is asked: this page's own address may work only once. */
async function askSiteForTime(): Promise<ClockReading | null> {
  const sentAt = Date.now();
  const response = await fetch(new URL('/', location.href), {
    method: 'HEAD',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(3000),
  }).catch(() => null);
  const dateHeader = response?.headers.get('date');
  if (!response || !dateHeader || new URL(response.url).origin !== location.origin) return null;
  return {
    origin: location.origin,
    dateHeader,
    ageHeader: response.headers.get('age'),
    sentAt,
    receivedAt: Date.now(),
  };
}

/** Runs in the page, so it must stand alone. Finds what has the shape of a QR code, in open shadow roots too. */
function listCandidates(): Candidates {
  const LEAST = 48;
  const MOST = 1200;
  const LIMIT = 24;
  const rectangles: Rectangle[] = [];

  function mayHoldCode(element: Element): boolean {
    if (/^(img|svg|canvas|table|pre|picture|object|embed)$/.test(element.localName)) return true;
    return getComputedStyle(element).backgroundImage !== 'none';
  }

  function look(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll('*')) {
      if (rectangles.length >= LIMIT) return;
      if (element.shadowRoot) look(element.shadowRoot);
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width < LEAST || height < LEAST || width > MOST || height > MOST) continue;
      if (Math.max(width, height) / Math.min(width, height) > 1.4) continue;
      if (x + width <= 0 || y + height <= 0 || x >= innerWidth || y >= innerHeight) continue;
      if (!mayHoldCode(element) || getComputedStyle(element).visibility === 'hidden') continue;
      rectangles.push({ x, y, width, height });
    }
  }

  look(document);
  return { innerWidth, rectangles };
}
