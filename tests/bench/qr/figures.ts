import type { Row } from '../main.ts';
import type { ReadPicture } from './reader.ts';
import type { Rendered } from './render.ts';

/** Pixels a module below which a code counts apart. */
const LEAST_MODULE = 1.6;

/** What became of one page. */
export interface Figures {
  readonly kind: string;
  readonly width: number;
  readonly codes: number;
  readonly isCut: boolean;
  readonly isTiny: boolean;
  readonly setupRead: boolean;
  readonly allRead: boolean;
  /** Texts that are not on the page. */
  readonly wrong: number;
  readonly cutOff: boolean;
  readonly tooSmall: boolean;
  readonly ms: number;
  readonly jsqrRead: boolean;
  readonly jsqrMs: number;
}

export function figuresOf(
  page: Rendered,
  read: ReadPicture,
  jsqr: { text: string | null; ms: number },
): Figures {
  const [setup] = page.texts;
  return {
    kind: page.kind,
    width: page.width,
    codes: page.texts.length,
    isCut: page.isCut,
    isTiny: page.module !== null && page.module < LEAST_MODULE,
    setupRead: setup !== undefined && read.texts.includes(setup),
    allRead: page.texts.every((text) => read.texts.includes(text)),
    wrong: read.texts.filter((text) => !page.texts.includes(text)).length,
    cutOff: read.cutOff,
    tooSmall: read.tooSmall,
    ms: read.ms,
    jsqrRead: setup !== undefined && jsqr.text === setup,
    jsqrMs: jsqr.ms,
  };
}

/** One row a kind of page; codes that are cut or tiny by chance count in neither column of theirs. */
export function ratesOf(figures: readonly Figures[]): readonly Row[] {
  const kinds = [...new Set(figures.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const pages = figures.filter((page) => page.kind === kind);
    const fair = pages.filter(isFair);
    return {
      kind,
      pages: pages.length,
      'whole and ≥ 1.6 px': share(fair, 'setupRead'),
      'jsQR, whole picture': share(fair, 'jsqrRead'),
      'under 1.6 px': share(
        pages.filter(({ isTiny, isCut }) => isTiny && !isCut),
        'setupRead',
      ),
      cut: share(
        pages.filter(({ isCut }) => isCut),
        'setupRead',
      ),
      'median ms': median(pages.map(({ ms }) => ms)),
    };
  });
}

export function summaryOf(figures: readonly Figures[]): readonly Row[] {
  const fair = figures.filter(isFair);
  const tiny = figures.filter(({ isTiny, isCut }) => isTiny && !isCut);
  const cut = figures.filter(({ isCut, codes }) => isCut && codes > 0);
  const empty = figures.filter(({ codes }) => codes === 0);
  const several = figures.filter(({ codes, isCut }) => codes > 1 && !isCut);
  const row = (measure: string, figure: string) => ({ measure, figure });
  return [
    row('set-up codes read, whole and ≥ 1.6 px a module', percent(fair, 'setupRead')),
    row('the same by jsQR over the whole picture', percent(fair, 'jsqrRead')),
    row('the same under 1.6 px a module', percent(tiny, 'setupRead')),
    row('cut off: read', percent(cut, 'setupRead')),
    row('cut off and not read: said', saidOf(cut, 'cutOff')),
    row('under 1.6 px and not read: said', saidOf(tiny, 'tooSmall')),
    row('several codes: pages with all read', percent(several, 'allRead')),
    row('wrong texts', String(figures.reduce((sum, { wrong }) => sum + wrong, 0))),
    row(
      'pages without a code on which one was read',
      `${empty.filter(({ wrong }) => wrong > 0).length} of ${empty.length}`,
    ),
    row(
      'pages without a code said to have one cut off or small',
      `${empty.filter(({ cutOff, tooSmall }) => cutOff || tooSmall).length} of ${empty.length}`,
    ),
  ];
}

/** By the width of the picture, in the extension's Worker: decoding and reading. */
export function timesOf(figures: readonly Figures[]): readonly Row[] {
  const sizes: readonly [string, (width: number) => boolean][] = [
    ['under 1080p', (width) => width < 1900],
    ['1080p and more', (width) => width >= 1900 && width < 3800],
    ['4K', (width) => width >= 3800],
  ];
  return sizes.flatMap(([name, fits]) =>
    [true, false].flatMap((withCode) => {
      const pages = figures.filter(({ width, codes }) => fits(width) && codes > 0 === withCode);
      if (pages.length === 0) return [];
      return {
        picture: withCode ? name : `${name}, without a code`,
        pages: pages.length,
        'median ms': median(pages.map(({ ms }) => ms)),
        'p95 ms': p95(pages.map(({ ms }) => ms)),
        'jsQR alone, median ms': median(pages.map(({ jsqrMs }) => jsqrMs)),
        'jsQR alone, p95 ms': p95(pages.map(({ jsqrMs }) => jsqrMs)),
      };
    }),
  );
}

export function median(figures: readonly number[]): number {
  return Math.round(figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0);
}

export function p95(figures: readonly number[]): number {
  return Math.round(figures.toSorted((a, b) => a - b)[Math.ceil(figures.length * 0.95) - 1] ?? 0);
}

const isFair = ({ isCut, isTiny, codes }: Figures) => codes > 0 && !isCut && !isTiny;

type Claim = 'setupRead' | 'allRead' | 'jsqrRead' | 'cutOff' | 'tooSmall';

function share(pages: readonly Figures[], claim: Claim): string {
  return pages.length === 0 ? '' : `${pages.filter((page) => page[claim]).length} of ${pages.length}`;
}

function percent(pages: readonly Figures[], claim: Claim): string {
  if (pages.length === 0) return 'none';
  const count = pages.filter((page) => page[claim]).length;
  return `${share(pages, claim)} (${((100 * count) / pages.length).toFixed(1)} %)`;
}

function saidOf(pages: readonly Figures[], claim: Claim): string {
  return percent(
    pages.filter(({ setupRead }) => !setupRead),
    claim,
  );
}
