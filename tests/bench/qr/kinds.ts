import type { Chance } from './chance.ts';
import type { Correction, Drawing } from './draw.ts';

/** A page to be rendered. */
export interface Kind {
  readonly drawing: Drawing | null;
  readonly dark?: boolean;
  /** Of the page's card. */
  readonly ground?: string;
  /** Round the code, in CSS pixels. */
  readonly room?: number;
  /** Codes of app stores before the set-up code. */
  readonly stores?: number;
  readonly migration?: boolean;
  /** Style of what is round the code. */
  readonly style?: string;
  readonly photo?: boolean;
  readonly clutter?: boolean;
  /** Share of the code that is scrolled away; 0 its quiet zone alone. */
  readonly cut?: number;
  /** Quality of the screenshot, where it is a JPEG. */
  readonly jpeg?: number;
  readonly zoom?: number;
  readonly screens?: readonly Screen[];
}

/** CSS pixels, and device pixels for each of them. */
export type Screen = readonly [width: number, height: number, ratio: number];

export const SCREENS: readonly Screen[] = [
  [1280, 720, 1],
  [1366, 768, 1],
  [1920, 1080, 1],
  [1920, 1080, 1],
  [1536, 864, 1.25],
  [1280, 720, 1.5],
  [2560, 1440, 1],
  [1440, 900, 2],
  [1920, 1080, 2],
  [3840, 2160, 1],
];

const PALE = [
  ['#6b7280', '#e5e7eb'],
  ['#f97316', '#ffffff'],
  ['#60a5fa', '#ffffff'],
  ['#16a34a', '#dcfce7'],
  ['#9ca3af', '#ffffff'],
  ['#d97706', '#fffbeb'],
  ['#94a3b8', '#f1f5f9'],
] as const;

/** Every way in which set-up pages are known to draw their code. */
export const KINDS: Readonly<Record<string, (chance: Chance) => Kind>> = {
  png: (chance) => ({ drawing: plain(chance, 'png') }),
  'jpeg source': (chance) => ({ drawing: plain(chance, 'jpeg') }),
  svg: (chance) => ({ drawing: plain(chance, 'svg') }),
  canvas: (chance) => ({ drawing: plain(chance, 'canvas') }),
  background: (chance) => ({ drawing: plain(chance, 'background') }),
  table: (chance) => ({ drawing: { ...plain(chance, 'table'), size: chance.pick([150, 200, 250, 300]) } }),
  'half blocks': ({ pick }) => {
    const [dark, light] = pick([
      ['#000', '#fff'],
      ['#fff', '#111'],
    ] as const);
    const [font, lineHeight] = [pick([8, 10, 12, 14]), pick([1, 1.15, 1.2])];
    return {
      drawing: { kind: 'half blocks', correction: pick(LOW), size: 0, font, lineHeight, dark, light },
    };
  },
  characters: ({ pick }) => ({
    drawing: {
      kind: 'characters',
      correction: pick(LOW),
      size: 0,
      font: pick([5, 6, 8]),
      lineHeight: pick([1.15, 1.2, 1.25]),
      character: pick(['██', '██', '##', '@@', 'XX']),
      dark: '#000',
      light: '#fff',
    },
  }),
  dots: ({ pick }) => ({
    drawing: {
      kind: 'styled',
      correction: pick(['medium', 'quartile', 'high']),
      size: pick([180, 220, 256, 300]),
      dots: pick(['dot', 'rounded']),
      eyes: pick(['dot', 'rounded', 'square']),
      dark: pick(['#000000', '#1d4ed8', '#5b21b6', '#0f766e']),
    },
  }),
  logo: ({ pick }) => ({
    drawing: {
      kind: 'styled',
      correction: pick(['quartile', 'high']),
      size: pick([180, 220, 256, 300]),
      dots: pick(['square', 'square', 'dot', 'rounded']),
      eyes: pick(['square', 'rounded']),
      logo: pick([0.18, 0.22, 0.26]),
    },
  }),
  'no margin': (chance) => ({
    drawing: { ...plain(chance, 'svg'), margin: 0 },
    room: chance.pick([0, 4, 8, 16]),
  }),
  inverted: (chance) => ({
    dark: true,
    drawing: {
      ...plain(chance, chance.pick(['svg', 'png', 'canvas'])),
      dark: chance.pick(['#ffffff', '#e6edf3', '#c9d1d9']),
      light: chance.pick(['#000000', '#0d1117', '#161b22', '#1e293b']),
    },
  }),
  'white on dark card': (chance) => ({
    dark: true,
    room: 0,
    drawing: { ...plain(chance, chance.pick(['svg', 'png'])), margin: chance.pick([0, 1, 2, 4]) },
  }),
  pale: (chance) => {
    const [dark, light] = chance.pick(PALE);
    return { drawing: { ...plain(chance, chance.pick(['svg', 'png'])), dark, light } };
  },
  'transparent on dark': (chance) => ({
    dark: true,
    room: 0,
    ground: chance.pick(['#1e293b', '#334155', '#3b3b3b', '#475569', '#4b5563']),
    drawing: { ...plain(chance, 'png'), light: 'none', margin: 0 },
  }),
  'two codes': (chance) => ({
    stores: 1,
    drawing: { ...plain(chance, chance.pick(['png', 'svg'])), size: chance.pick([130, 150, 180, 200]) },
  }),
  'three codes': (chance) => ({
    stores: 2,
    drawing: { ...plain(chance, chance.pick(['png', 'svg'])), size: chance.pick([120, 150, 180]) },
  }),
  'quiet zone cut': (chance) => ({ cut: 0, drawing: plain(chance, 'svg') }),
  'cut off': (chance) => ({
    cut: chance.pick([0.05, 0.1, 0.2, 0.35]),
    drawing: plain(chance, chance.pick(['svg', 'png'])),
  }),
  'jpeg screenshot': (chance) => ({ jpeg: 40, drawing: plain(chance, chance.pick(['png', 'svg'])) }),
  blurred: (chance) => ({
    style: 'filter:blur(1px)',
    drawing: { ...plain(chance, chance.pick(['png', 'svg'])), size: chance.pick([150, 180, 200, 256, 300]) },
  }),
  rotated: (chance) => ({
    style: `transform:rotate(${chance.pick([-1, 1]) * chance.within(3, 15)}deg);margin:30px`,
    drawing: plain(chance, chance.pick(['png', 'svg'])),
  }),
  perspective: (chance) => ({
    style: `transform:perspective(600px) rotateY(${chance.pick([-1, 1]) * chance.within(10, 30)}deg) rotateX(${chance.within(-15, 15)}deg);margin:30px`,
    drawing: plain(chance, 'png'),
  }),
  'on a photo': (chance) => ({
    photo: true,
    room: 0,
    style: chance.pick(['', 'opacity:.85', 'opacity:.7']),
    drawing: { ...plain(chance, 'png'), margin: chance.pick([1, 2, 4]) },
  }),
  tiny: (chance) => ({
    zoom: chance.pick([0.67, 0.75, 0.8, 0.9, 1]),
    screens: SCREENS.filter(([, , ratio]) => ratio === 1),
    drawing: {
      ...plain(chance, chance.pick(['png', 'svg'])),
      correction: chance.pick(LOW),
      size: chance.pick([100, 110, 120, 130]),
    },
  }),
  huge: (chance) => ({
    zoom: chance.pick([1.5, 1.75, 2]),
    drawing: { ...plain(chance, chance.pick(['png', 'svg'])), size: chance.pick([260, 300]) },
  }),
  zoomed: (chance) => ({
    zoom: chance.pick([0.67, 0.75, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2]),
    drawing: plain(chance, chance.pick(['png', 'svg', 'canvas'])),
  }),
  cluttered: (chance) => ({ clutter: true, drawing: plain(chance, chance.pick(['png', 'svg'])) }),
  'small on 4K': (chance) => ({
    screens: [
      [3840, 2160, 1],
      [2560, 1440, 1],
    ],
    drawing: { ...plain(chance, chance.pick(['png', 'svg'])), size: chance.pick([100, 120, 150]) },
  }),
  migration: (chance) => ({
    migration: true,
    drawing: { kind: chance.pick(['png', 'svg']), correction: 'low', size: chance.pick([256, 300, 400]) },
  }),
  none: (chance) => ({ drawing: null, clutter: chance.next() < 0.5, dark: chance.next() < 0.3 }),
};

const LOW: readonly Correction[] = ['low', 'medium'];

function plain({ pick }: Chance, kind: Drawing['kind']): Drawing {
  return {
    kind,
    correction: pick(['low', 'low', 'medium', 'medium', 'medium', 'quartile', 'high']),
    size: pick([120, 150, 164, 180, 200, 220, 256, 300]),
  };
}
