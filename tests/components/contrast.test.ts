import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const theme = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');

function tokens(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

const [light = '', dark = ''] = theme.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: tokens(light), dark: { ...tokens(light), ...tokens(dark) } };

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

const PAIRS: [string, string, number][] = [
  ...['paper', 'card', 'hover'].flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['muted', ground, 4.5],
    ['accent', ground, 4.5],
    ['danger', ground, 4.5],
    ['warn', ground, 4.5],
  ]),
  ['edge', 'paper', 3],
  ['edge', 'card', 3],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['ink', 'accent-wash', 4.5],
  ['danger', 'danger-wash', 4.5],
  ['warn', 'warn-wash', 4.5],
];

describe.each(Object.entries(THEMES))('contrast in the %s theme', (_, colours) => {
  it.each(PAIRS)('%s on %s is at least %d', (front, ground, least) => {
    expect(contrast(colours[front]!, colours[ground]!)).toBeGreaterThanOrEqual(least);
  });
});

describe('contrast', () => {
  it('is 21 for black on white and fails for the hairline (control)', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast(THEMES.light.line!, THEMES.light.paper!)).toBeLessThan(3);
  });
});

describe('tokens', () => {
  it.each([
    'components/alone.css',
    'components/codes.css',
    'components/controls.css',
    'components/page.css',
    'components/recovery.css',
    'entrypoints/popup/account.css',
    'entrypoints/popup/dock.css',
    'entrypoints/popup/keep-open.css',
    'entrypoints/popup/popup.css',
    'entrypoints/popup/site-card.css',
    'entrypoints/options/options.css',
    'entrypoints/options/security.css',
    'entrypoints/unlock/unlock.css',
    'entrypoints/welcome/welcome.css',
  ])('%s names tokens for its colours', (path) => {
    const css = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').split('@media print')[0]!;
    expect(css.match(/#[0-9a-f]{3,8}\b|\brgb\(/gi)).toBeNull();
  });
});
