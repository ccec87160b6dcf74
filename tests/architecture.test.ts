import { describe, expect, it } from 'vitest';
import { type Import, importsOf, readSourceTree, type SourceTree } from './source-tree';

/**
 * The dependency rule of the house: an import points down the map or sideways in its own room. What a room may
 * import beside itself, as beginnings of paths; `type:` allows types only.
 */
const FOUNDATION = ['utils/bytes.ts', 'utils/failure.ts', 'utils/languages.ts'];
const GROUND = ['utils/otp/', 'utils/qr/', 'utils/portals/', 'utils/audit/'];
const CORE = [
  ...FOUNDATION,
  ...GROUND,
  'utils/vault/',
  'utils/autofill/',
  'utils/sharing/',
  'utils/transfer/',
];
const PRODUCT = [...FOUNDATION, ...GROUND, 'utils/vault/'];
/** What is said, and what is shown. */
const CONTRACT = ['protocol', 'content-protocol', 'views'].map((file) => `type:utils/messaging/${file}.ts`);
const PAGE = ['components/', ...CORE, 'utils/messaging/client.ts', ...CONTRACT];
const PAGE_PLATFORM = [
  'active-tab',
  'first-question',
  'page-text',
  'page-blocks',
  'settings',
  'portal-access',
  'clipboard-access',
].map((file) => `utils/platform/${file}.ts`);

const RULE: Record<string, string[]> = {
  'utils/bytes.ts': [],
  'utils/failure.ts': [],
  'utils/languages.ts': [],
  'utils/otp/': FOUNDATION,
  'utils/qr/': FOUNDATION,
  'utils/portals/': FOUNDATION,
  'utils/audit/': FOUNDATION,
  'utils/vault/': [...FOUNDATION, 'utils/otp/', 'utils/portals/'],
  'utils/autofill/': PRODUCT,
  'utils/sharing/': PRODUCT,
  'utils/transfer/': PRODUCT,
  'utils/messaging/': ['utils/failure.ts', 'utils/languages.ts', ...CORE.map((room) => `type:${room}`)],
  'utils/platform/': [...CORE, ...CONTRACT],
  'components/': [
    ...CORE,
    'utils/messaging/',
    'utils/platform/revision.ts',
    'utils/platform/first-question.ts',
  ],
  'entrypoints/content/': ['utils/autofill/', 'type:utils/vault/', 'utils/messaging/', 'utils/failure.ts'],
  'entrypoints/reader.ts': ['utils/autofill/'],
  'entrypoints/popup/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/options/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/welcome/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/recovery-codes/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/unlock/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/scan/': [...PAGE, ...PAGE_PLATFORM],
  'entrypoints/popup-first.ts': [
    'utils/messaging/client.ts',
    'utils/platform/active-tab.ts',
    'type:utils/platform/first-question.ts',
    'utils/platform/revision.ts',
  ],
  'entrypoints/clipboard-page.ts': ['utils/messaging/client.ts', 'utils/platform/clipboard.ts'],
  'entrypoints/passphrase-worker.ts': ['utils/failure.ts', 'utils/transfer/'],
  'entrypoints/qr-worker.ts': ['utils/failure.ts', 'utils/qr/'],
  'entrypoints/background/': [...CORE, 'utils/messaging/', 'utils/platform/'],
};

const CORE_ROOMS = [
  'utils/otp/',
  'utils/qr/',
  'utils/portals/',
  'utils/audit/',
  'utils/vault/',
  'utils/autofill/',
  'utils/sharing/',
  'utils/transfer/',
];
const BROWSER_GLOBALS =
  /\b(browser|chrome|document|window|indexedDB|localStorage|sessionStorage)\s*[.[]|\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)/;
const MOST_LINES = 300;

/** One line for every breach, in words; empty for a sound house. */
function breaches(tree: SourceTree): string[] {
  const imports = importsOf(tree);
  return [
    ...imports.filter(isForbidden).map(({ from, to }) => `${from} may not import ${to}`),
    ...faults(tree, imports),
  ];
}

function faults(tree: SourceTree, imports: Import[]): string[] {
  return [...tree].flatMap(([file, source]) => {
    const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '');
    const inCore = CORE_ROOMS.some((room) => file.startsWith(room)) || FOUNDATION.includes(file);
    const isCyclic = reaches(file, file, imports);
    return [
      source.split('\n').length > MOST_LINES + 1 && `${file} has more than ${MOST_LINES} lines`,
      inCore && BROWSER_GLOBALS.test(code) && `${file} uses ${BROWSER_GLOBALS.exec(code)![0]} in the core`,
      inCore &&
        /from '(wxt|idb|preact|webextension)/.test(code) &&
        `${file} imports a browser package in the core`,
      isCyclic && `${file} is part of a cycle`,
      /^index\.tsx?$/.test(file.split('/').at(-1)!) &&
        !file.startsWith('entrypoints/') &&
        `${file} is a barrel`,
    ].filter((fault) => fault !== false);
  });
}

function isForbidden({ from, to, ours, typeOnly }: Import): boolean {
  if (!ours || /\.(css|json)$/.test(to)) return false;
  const room = Object.keys(RULE).find((beginning) => from.startsWith(beginning));
  if (room === undefined) return true;
  const allowed = [room.endsWith('/') ? room : 'nothing', ...RULE[room]!];
  return !allowed.some(
    (beginning) =>
      to.startsWith(beginning.replace('type:', '')) && (typeOnly || !beginning.startsWith('type:')),
  );
}

/** Types vanish at run time, and a cycle of them hurts nobody; only what is loaded counts. */
function reaches(start: string, goal: string, imports: Import[], seen = new Set<string>()): boolean {
  return imports
    .filter(({ from, ours, typeOnly }) => from === start && ours && !typeOnly)
    .some(({ to }) => {
      if (to === goal) return true;
      if (seen.has(to)) return false;
      seen.add(to);
      return reaches(to, goal, imports, seen);
    });
}

const tree = readSourceTree('.');
const planted = (file: string, source: string) => breaches(new Map([...tree, [file, source]]));

describe('the house', () => {
  it('stands: every import points down the map, no cycle, no browser in the core, no long file', () => {
    expect(tree.size).toBeGreaterThan(40);
    expect(importsOf(tree).length).toBeGreaterThan(100);
    expect(breaches(tree)).toEqual([]);
  });

  it.each([
    [
      'a page that reaches for the session key',
      'entrypoints/popup/x.ts',
      "import { readSessionKey } from '../../utils/platform/session-key';",
    ],
    [
      'the content script with the platform',
      'entrypoints/content/x.ts',
      "import { readTab } from '../../utils/platform/tab-state';",
    ],
    [
      'the core that knows the platform',
      'utils/vault/x.ts',
      "import { openDatabase } from '../platform/database';",
    ],
    ['the ground that knows the vault', 'utils/otp/x.ts', "import type { Account } from '../vault/account';"],
    [
      'one entrypoint that imports another',
      'entrypoints/options/x.ts',
      "import { createFill } from '../background/fill';",
    ],
    [
      'messaging with more than types of the core',
      'utils/messaging/x.ts',
      "import { seal } from '../vault/sealing';",
    ],
    [
      'an import at a later place',
      'entrypoints/popup/x.ts',
      "const x = await import('../../utils/platform/session-key');",
    ],
    ['the browser in the core', 'utils/otp/x.ts', 'export const id = browser.runtime.id;'],
    ['the clock in the core', 'utils/vault/x.ts', 'export const now = Date.now();'],
    ['chance in the core', 'utils/vault/x.ts', 'export const x = Math.random();'],
    ['a browser package in the core', 'utils/vault/x.ts', "import { openDB } from 'idb';"],
    ['a file of more than 300 lines', 'utils/otp/x.ts', 'export const x = 1;\n'.repeat(301)],
    ['a style sheet of more than 300 lines', 'components/x.css', 'p {}\n'.repeat(301)],
    ['a barrel', 'utils/otp/index.ts', "export * from './code';"],
    ['a file in no room', 'utils/misc/x.ts', "import { Failure } from '../failure';"],
  ])('notices %s', (_, file, source) => {
    expect(planted(file, source).some((line) => line.startsWith(file))).toBe(true);
  });

  it('notices a cycle', () => {
    const cyclic = new Map([
      ...tree,
      ['utils/otp/x.ts', "import './y';"],
      ['utils/otp/y.ts', "import { x } from './x';"],
    ]);
    expect(breaches(cyclic).filter((line) => line.endsWith('part of a cycle'))).toHaveLength(2);
  });
});
