import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const theme = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');

/** The colours a block of the file sets: the first one, or the one under a condition. */
function colours(condition = ''): Record<string, string> {
  const block = condition === '' ? theme : (theme.split(`@media ${condition} {`)[1] ?? '');
  return Object.fromEntries(
    [...block.split('@media')[0]!.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [
      match[1],
      match[2],
    ]),
  );
}

const light = colours();
const dark = { ...light, ...colours('(prefers-color-scheme: dark)') };
const THEMES = {
  light,
  dark,
  'light, more contrast': { ...light, ...colours('(prefers-contrast: more)') },
  'dark, more contrast': {
    ...dark,
    ...colours('(prefers-contrast: more)'),
    ...colours('(prefers-contrast: more) and (prefers-color-scheme: dark)'),
  },
};

/** WCAG 2.2: relative luminance, and the ratio of two. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Text, the lines of controls, the strokes that tell something, and the outline of what has the focus. */
const PAIRS: [string, string, number][] = [
  ...['paper', 'card', 'hover'].flatMap((ground): [string, string, number][] => [
    // Codes are written in ink.
    ['ink', ground, 7],
    ['muted', ground, 4.5],
    ['accent', ground, 4.5],
    ['danger', ground, 4.5],
    ['warn', ground, 4.5],
    ['edge', ground, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['ink', 'accent-wash', 7],
  ['muted', 'accent-wash', 4.5],
  ['danger', 'danger-wash', 4.5],
  ['warn', 'warn-wash', 4.5],
];

describe.each(Object.entries(THEMES))('contrast in the %s theme', (name, theme) => {
  it.each(PAIRS)('%s on %s is at least %d', (front, ground, least) => {
    expect(contrast(theme[front]!, theme[ground]!)).toBeGreaterThanOrEqual(least);
  });
  if (name.includes('more'))
    it('is 7 for all text, and 3 for every line', () => {
      for (const ground of ['paper', 'card', 'hover']) {
        for (const front of ['ink', 'muted', 'accent', 'danger', 'warn'])
          expect(contrast(theme[front]!, theme[ground]!), `${front} on ${ground}`).toBeGreaterThanOrEqual(7);
        for (const front of ['line', 'edge'])
          expect(contrast(theme[front]!, theme[ground]!), `${front} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    });
  // The ring on its track, which is drawn only where nobody asked for more contrast.
  else
    it.each(['accent', 'warn'])('%s on the line is at least 3', (front) => {
      expect(contrast(theme[front]!, theme.line!)).toBeGreaterThanOrEqual(3);
    });
});

describe('high contrast', () => {
  it('has the person’s own colour for every colour of ours', () => {
    const [, block = ''] = theme.split('@media (forced-colors: active) {');
    for (const name of Object.keys(light))
      expect(block, name).toMatch(new RegExp(`--${name}: [A-Z][A-Za-z]+;`));
  });
});

describe('contrast', () => {
  it('is 21 for black on white and fails for the hairline (control)', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast(light.line!, light.paper!)).toBeLessThan(3);
  });
});

const SHEETS = ['components', 'entrypoints'].flatMap((room) =>
  readdirSync(new URL(`../../${room}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && name !== 'theme.css')
    .map((name) => `${room}/${name}`),
);

describe('tokens', () => {
  it('are looked for in every sheet', () => expect(SHEETS.length).toBeGreaterThan(15));
  it.each(SHEETS)('%s names tokens for its colours', (path) => {
    const css = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').split('@media print')[0]!;
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi)).toBeNull();
  });
});
