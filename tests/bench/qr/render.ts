import { type Browser, chromium } from '@playwright/test';
import sharp from 'sharp';
import { listCandidates, type Rectangle } from '../../../utils/platform/list-candidates.ts';
import { scaled } from '../../../utils/qr/pixels.ts';
import { type Chance, createChance } from './chance.ts';
import { modulesOf } from './draw.ts';
import { KINDS, type Kind, SCREENS } from './kinds.ts';
import { CODE_ID, pageHtml } from './page.ts';
import { keyUri, migrationUri, STORE_LINKS } from './texts.ts';

/** A screenshot and what is on it. */
export interface Rendered {
  readonly kind: string;
  readonly file: Buffer;
  readonly width: number;
  readonly height: number;
  /** In device pixels, as the extension lists them. */
  readonly rectangles: readonly Rectangle[];
  /** What can be read, the set-up code first. */
  readonly texts: readonly string[];
  /** Device pixels a module; null without a code. */
  readonly module: number | null;
  /** A part of the set-up code is not on the screenshot. */
  readonly isCut: boolean;
}

/** So many pages of every kind, from a seed, one after the other. */
export async function* renderPages(seed: number, each: number): AsyncGenerator<Rendered> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const chance = createChance(seed);
    const photo = await drawPhoto(chance);
    for (const [name, make] of Object.entries(KINDS))
      for (let page = 0; page < each; page++) yield await render(browser, chance, name, make(chance), photo);
  } finally {
    await browser.close();
  }
}

async function render(browser: Browser, chance: Chance, name: string, kind: Kind, photo: string) {
  const [width, height, ratio] = chance.pick(kind.screens ?? SCREENS);
  const { zoom = 1, drawing } = kind;
  const text = drawing && (kind.migration ? migrationUri(chance) : keyUri(chance));
  const html = await pageHtml(chance, kind, text, photo);
  const tab = await browser.newPage({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: ratio * zoom,
  });
  try {
    await tab.setContent(html);
    const place = await tab.evaluate(scrollToCode, { id: CODE_ID, cut: kind.cut ?? null });
    const { innerWidth, rectangles } = await tab.evaluate(listCandidates);
    let file = await tab.screenshot({ type: 'png', scale: 'device' });
    if (kind.jpeg)
      file = await sharp(await sharp(file).jpeg({ quality: kind.jpeg }).toBuffer())
        .png()
        .toBuffer();
    const size = await sharp(file).metadata();
    const scale = size.width / innerWidth;
    const margin = drawing?.margin ?? (drawing && /table|half|char/.test(drawing.kind) ? 2 : 4);
    return {
      kind: name,
      file,
      width: size.width,
      height: size.height,
      rectangles: rectangles.map((rectangle) => scaled(rectangle, scale)),
      texts: text ? [text, ...STORE_LINKS.slice(0, kind.stores ?? 0)] : [],
      module:
        drawing && text && place
          ? (place.width * scale) / modulesOf(text, drawing.correction, margin).length
          : null,
      isCut: place?.isCut ?? false,
    };
  } finally {
    await tab.close();
  }
}

/** Runs in the page: everything drawn, all codes in view, or the set-up code cut as it is to be. */
async function scrollToCode({ id, cut }: { id: string; cut: number | null }) {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  const code = document.getElementById(id);
  if (!code) return null;
  const top = Math.min(
    ...[...document.querySelectorAll(`[id^=${id}]`)].map((element) => element.getBoundingClientRect().top),
  );
  const box = code.getBoundingClientRect();
  // Four of some fifty modules are the quiet zone of these.
  const quiet = box.height * 0.07;
  if (cut !== null) scrollTo(0, box.top + (cut === 0 ? quiet * 0.8 : quiet + box.height * cut));
  else if (box.bottom > innerHeight - 4)
    scrollTo(0, Math.max(0, Math.min(top - 8, box.bottom - innerHeight + 8)));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const shown = code.getBoundingClientRect();
  const lost = cut === null ? 0 : quiet;
  return {
    width: shown.width,
    isCut: shown.top + lost < -1 || shown.bottom > innerHeight + 1 || shown.right > innerWidth + 1,
  };
}

/** Soft spots of colour with grain. */
async function drawPhoto(chance: Chance): Promise<string> {
  const [width, height] = [640, 400];
  const spots = Array.from({ length: 20 }, () => ({
    x: chance.next() * width,
    y: chance.next() * height,
    reach: 20 + chance.next() * 80,
    colour: [0, 1, 2].map(() => chance.within(-120, 120)),
  }));
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const shades = [110, 120, 100];
      for (const spot of spots) {
        const share = Math.exp(-((x - spot.x) ** 2 + (y - spot.y) ** 2) / spot.reach ** 2);
        for (const channel of [0, 1, 2]) shades[channel]! += spot.colour[channel]! * share;
      }
      const grain = (chance.next() - 0.5) * 90;
      for (const shade of shades) data[at++] = Math.max(0, Math.min(255, shade + grain));
    }
  const file = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return `data:image/jpeg;base64,${file.toString('base64')}`;
}
