import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawIcon, ICONS, icons } from '../scripts/lib/draw-icons.mjs';

const raw = (png: Buffer) => sharp(png).ensureAlpha().raw().toBuffer();
const smallest = icons().filter(({ size }) => size === 16);

/** How dark a pixel is on a paper of that shade, 0 to 255 in grey: what is left where nobody sees colours. */
async function inGrey(png: Buffer, paper: number): Promise<number[]> {
  const pixels = await raw(png);
  return Array.from({ length: pixels.length / 4 }, (_, place) => {
    const [red, green, blue, alpha] = pixels.subarray(place * 4, place * 4 + 4);
    const light = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    return paper + ((light - paper) * alpha!) / 255;
  });
}

/** Pixels that differ by more than a quarter of the range from black to white. */
const apart = (one: number[], other: number[]) =>
  one.filter((grey, place) => Math.abs(grey - other[place]!) > 64).length;

it('are the pictures that `npm run icons` makes of the drawings, and no others', async () => {
  const made = icons();
  expect(readdirSync(ICONS).filter((file) => file.endsWith('.png'))).toEqual(
    made.map(({ name }) => name).sort(),
  );
  for (const icon of made) {
    const [committed, drawn] = await Promise.all([
      raw(readFileSync(path.join(ICONS, icon.name))),
      raw(await drawIcon(icon)),
    ]);
    expect(committed.length).toBe(drawn.length);
    // Another machine's arithmetic may round another way.
    expect(
      Math.max(...committed.map((value, place) => Math.abs(value - drawn[place]!))),
      icon.name,
    ).toBeLessThan(3);
  }
});

it.each([
  ['light', 255],
  ['dark', 53],
])('tell the four states apart by shape, at 16 pixels, without colour, on a %s toolbar', async (_, paper) => {
  const drawn = await Promise.all(
    smallest.map(async (icon) => ({ face: icon.face, grey: await inGrey(await drawIcon(icon), paper) })),
  );
  expect(drawn.map(({ face }) => face)).toEqual(['locked', 'unlocked', 'waiting', 'warn']);
  const pairs = drawn.flatMap((one, place) => drawn.slice(place + 1).map((other) => ({ one, other })));
  for (const { one, other } of pairs)
    expect(apart(one.grey, other.grey), `${one.face} and ${other.face}`).toBeGreaterThanOrEqual(12);
  // The control: the same face is not apart from itself.
  expect(apart(drawn[0]!.grey, drawn[0]!.grey)).toBe(0);
});

it('stand out from the toolbar', async () => {
  for (const icon of smallest)
    for (const paper of [255, 53]) {
      const grey = await inGrey(await drawIcon(icon), paper);
      expect(grey.filter((each) => Math.abs(each - paper) > 48).length, icon.name).toBeGreaterThan(60);
    }
});
