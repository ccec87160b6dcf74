import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync('components/theme.css', 'utf8');
const [light = '', dark = ''] = sheet.split('prefers-color-scheme: dark');
const tokensOf = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value!]),
  );

const THEMES = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } };

/** WCAG 2.2: the ratio of the relative luminances of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(Object.entries(THEMES))('contrast, %s', (_, theme) => {
  it.each([
    ['a code', 'ink', ['paper', 'card', 'hover'], 7],
    ['text', 'ink', ['accent-wash', 'warn-wash', 'danger-wash'], 4.5],
    ['quiet text', 'muted', ['paper', 'card', 'hover'], 4.5],
    ['a link', 'accent', ['paper', 'card', 'accent-wash'], 4.5],
    ['the words on a button', 'on-accent', ['accent', 'accent-strong'], 4.5],
    ['a warning', 'warn', ['warn-wash', 'paper', 'card'], 4.5],
    ['a fault', 'danger', ['danger-wash', 'paper', 'card'], 4.5],
    ['the edge of a control', 'edge', ['paper', 'card'], 3],
  ] as const)('%s', (_, front, grounds, least) => {
    for (const ground of grounds)
      expect([ground, contrast(theme[front]!, theme[ground]!)]).toEqual([
        ground,
        expect.toSatisfy((ratio: number) => ratio >= least),
      ]);
  });
});

it('knows black on white, and a pair that is too faint', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#9aa7ad', '#fbfaf7')).toBeLessThan(4.5);
});
