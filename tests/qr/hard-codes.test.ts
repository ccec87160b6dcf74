import jsQR from 'jsqr';
import encodeQR from 'qr';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../utils/qr/find-codes';
import { grayOf } from '../../utils/qr/gray';
import type { Pixels, Rectangle } from '../../utils/qr/pixels';
import { readAll } from '../../utils/qr/readers';
import { blurred } from '../../utils/qr/remedies';
import { drawCodes, drawScaled, paint } from './draw';

const KEY =
  'otpauth://totp/Cliniko:ann%40clinic.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cliniko';

/** A clock that stands still: a busy machine reads no less. */
const noHurry = () => 0;

const read = async (picture: Pixels, rectangles: readonly Rectangle[] = []) =>
  findCodes(picture, rectangles, { now: noHurry });

const readPlainly = async (picture: Pixels) => [
  jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'attemptBoth' })?.data ?? null,
  ...(await readAll(picture, 100)).map(({ text }) => text),
];

/** Every dark module two `#` of a small font, and room between the lines. */
function drawCharacters(): Pixels {
  const { picture } = drawCodes(700, 700, 255, []);
  const modules = encodeQR(KEY, 'raw', { border: 2, ecc: 'low' });
  for (const [row, line] of modules.entries())
    for (const [column, dark] of line.entries())
      for (const character of dark ? [0, 1] : []) {
        const [x, y] = [60 + column * 12 + character * 6, 60 + row * 12];
        for (const across of [1, 4]) paint(picture, { x: x + across, y: y + 1, width: 1, height: 8 }, 60);
        for (const down of [3, 6]) paint(picture, { x, y: y + down, width: 6, height: 1 }, 60);
      }
  return picture;
}

/** A code's modules flush with a dark card, which looks like more of them. */
function drawOnCard(): Pixels {
  const { picture } = drawCodes(640, 480, 20, [{ text: KEY, x: 201, y: 133, scale: 5, border: 0 }]);
  return picture;
}

function drawSoft(): Pixels {
  const picture = drawScaled(640, 480, { text: KEY, x: 100.4, y: 120.7, module: 2.2 });
  const soft = blurred(blurred(grayOf(picture)!));
  for (const [at, shade] of soft.shades.entries()) picture.data.fill(shade, at * 4, at * 4 + 3);
  return picture;
}

describe('codes that no reader reads as they are', () => {
  it.each([
    ['characters with gaps between and inside them', drawCharacters()],
    ['without a quiet zone on a dark card', drawOnCard()],
    ['soft, at two pixels a module', drawSoft()],
    ['at 1.3 pixels a module', drawScaled(640, 480, { text: KEY, x: 100.3, y: 120.6, module: 1.3 })],
  ])('%s', async (_, picture) => {
    expect(await readPlainly(picture), 'otherwise this shows nothing').not.toContain(KEY);
    expect((await read(picture)).texts).toEqual([KEY]);
  });
});

describe('what is said of a code that cannot be read', () => {
  const size = { width: 800, height: 500 };
  const quiet = { texts: [], cutOff: false, tooSmall: false };

  it.each([
    ['top', 300, -60],
    ['bottom', 300, 350],
    ['left', -60, 120],
    ['right', 660, 120],
  ])('the %s of the page cuts it', async (_, x, y) => {
    const picture = drawScaled(size.width, size.height, { text: KEY, x, y, module: 4 });
    expect(await read(picture)).toEqual({ ...quiet, cutOff: true });
    expect(await read(picture, [{ x, y, width: 212, height: 212 }])).toEqual({ ...quiet, cutOff: true });
  });

  it('too few pixels a module', async () => {
    const picture = drawScaled(size.width, size.height, { text: KEY, x: 300.5, y: 120.5, module: 1.5 });
    // Not one module in the lower right corner is left: as good as unreadable, and still a code by its finders.
    paint(picture, { x: 325, y: 145, width: 40, height: 40 }, 128);
    expect(await read(picture)).toEqual({ ...quiet, tooSmall: true });
  });

  it('nothing of a damaged code that is large enough and all there', async () => {
    const { picture } = drawCodes(size.width, size.height, 255, [{ text: KEY, x: 300, y: 120 }]);
    paint(picture, { x: 350, y: 170, width: 100, height: 100 }, 128);
    expect(await read(picture)).toEqual(quiet);
  });

  it("nothing of icons like a code's corners, of pictures and of text, at the edge or not", async () => {
    const { picture } = drawCodes(size.width, size.height, 255, []);
    for (let x = 2; x < 700; x += 40)
      for (const [inset, shade] of [
        [0, 0],
        [4, 255],
        [8, 0],
      ] as const)
        paint(picture, { x: x + inset, y: 2 + inset, width: 28 - 2 * inset, height: 28 - 2 * inset }, shade);
    for (let at = 0; at < 20_000; at++) {
      const [x, y] = [(at * 7919) % 300, 200 + ((at * 104_729) % 300)];
      paint(picture, { x, y, width: 1 + (at % 3), height: 1 }, (at * 31) % 256);
    }
    for (let y = 200; y < 500; y += 8)
      for (let x = 400; x < 800; x += 3) paint(picture, { x, y, width: (x * y) % 3, height: 5 }, 40);
    expect(await read(picture)).toEqual(quiet);
    expect(await read(picture, [{ x: 0, y: 190, width: 310, height: 320 }])).toEqual(quiet);
  });

  it('and nothing once a set-up code was read', async () => {
    const { picture } = drawCodes(size.width, size.height, 255, [
      { text: KEY, x: 400, y: 120 },
      { text: 'https://apps.example/a', x: 20, y: -40 },
    ]);
    expect(await read(picture)).toEqual({ ...quiet, texts: [KEY] });
  });
});

describe('a clock', () => {
  it('ends the reading: nothing is begun after the time, and what was read is given', async () => {
    let time = 0;
    const late = { now: () => (time += 300) };
    expect(await findCodes(drawCharacters(), [], late)).toEqual({
      texts: [],
      cutOff: false,
      tooSmall: false,
    });
    const { picture, rectangles } = drawCodes(500, 500, 255, [{ text: KEY, x: 50, y: 50 }]);
    time = 0;
    expect((await findCodes(picture, rectangles, { ...late, began: -10_000 })).texts).toEqual([KEY]);
  });
});
