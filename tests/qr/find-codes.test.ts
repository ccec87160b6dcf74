import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { type FindOptions, findCodes as findAll } from '../../utils/qr/find-codes';
import { crop, type Pixels, type Rectangle } from '../../utils/qr/pixels';
import { drawCodes, paint } from './draw';

const KEY =
  'otpauth://totp/Cliniko:ann%40clinic.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cliniko';
const OTHER_KEY =
  'otpauth://totp/Nookal:ben%40clinic.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Nookal';
const STORE = 'https://apps.apple.com/us/app/google-authenticator/id388497605';

/** A clock that stands still: a busy machine reads no less. */
const noHurry = () => 0;

async function findCodes(
  picture: Pixels,
  rectangles: readonly Rectangle[],
  options: Omit<FindOptions, 'now'> = {},
): Promise<readonly string[]> {
  return (await findAll(picture, rectangles, { now: noHurry, ...options })).texts;
}

/** Neither a code nor plain: rings like a code's corners, and stripes. */
function clutter(): Pixels {
  const { picture } = drawCodes(640, 480, 240, []);
  for (const x of [40, 300, 520])
    for (const [inset, shade] of [
      [0, 0],
      [8, 255],
      [16, 0],
    ] as const)
      paint(picture, { x: x + inset, y: 60 + inset, width: 56 - 2 * inset, height: 56 - 2 * inset }, shade);
  for (let y = 200; y < 440; y += 6) paint(picture, { x: 40, y, width: 500, height: 1 + ((y * 7) % 4) }, 30);
  return picture;
}

describe('findCodes', () => {
  it('reads a code at its place', async () => {
    const { picture, rectangles } = drawCodes(800, 600, 250, [{ text: KEY, x: 300, y: 200 }]);
    expect(await findCodes(picture, rectangles)).toEqual([KEY]);
  });

  it('reads a code drawn light on dark', async () => {
    const { picture, rectangles } = drawCodes(800, 600, 0, [{ text: KEY, x: 300, y: 200, inverted: true }]);
    expect(await findCodes(picture, rectangles)).toEqual([KEY]);
  });

  it('reads a code anywhere when nobody knows where to look', async () => {
    const { picture } = drawCodes(800, 600, 250, [{ text: KEY, x: 500, y: 300 }]);
    expect(await findCodes(picture, [])).toEqual([KEY]);
    expect(await findCodes(picture, [{ x: 10, y: 10, width: 200, height: 200 }])).toEqual([KEY]);
  });

  it('reads a migration code, which is dense', async () => {
    const text = `otpauth-migration://offline?data=${'CjcKFGoYhiGoahqGoahq'.repeat(40)}`;
    const { picture, rectangles } = drawCodes(900, 900, 255, [{ text, x: 50, y: 50 }]);
    expect(await findCodes(picture, rectangles)).toEqual([text]);
  });

  it('gives both of two codes', async () => {
    const { picture, rectangles } = drawCodes(900, 500, 255, [
      { text: KEY, x: 50, y: 50 },
      { text: OTHER_KEY, x: 500, y: 50 },
    ]);
    expect(await findCodes(picture, rectangles)).toEqual([KEY, OTHER_KEY]);
    expect((await findCodes(picture, [])).toSorted()).toEqual([KEY, OTHER_KEY]);
  });

  describe('gives a code beside the one it was pointed at', () => {
    const codes = [
      { text: KEY, x: 50, y: 50 },
      { text: OTHER_KEY, x: 500, y: 50 },
    ];

    it('dark on light', async () => {
      const { picture, rectangles } = drawCodes(900, 500, 255, codes);
      expect(await findCodes(picture, rectangles.slice(1))).toEqual([OTHER_KEY, KEY]);
    });

    it('light on dark', async () => {
      const light = codes.map((code) => ({ ...code, inverted: true }));
      const { picture, rectangles } = drawCodes(900, 500, 0, light);
      expect(await findCodes(picture, rectangles.slice(1))).toEqual([OTHER_KEY, KEY]);
    });

    it('in a picture that was shrunk', async () => {
      const large = codes.map(({ text, x, y }) => ({ text, x: 2 * x, y: 2 * y, scale: 8 }));
      const { picture, rectangles } = drawCodes(1800, 1000, 255, large);
      expect(await findCodes(picture, rectangles.slice(1), { pixelLimit: 500_000 })).toEqual([
        OTHER_KEY,
        KEY,
      ]);
    });

    it('and looks at no more crops than make up one picture', async () => {
      const { picture, rectangles } = drawCodes(900, 500, 255, codes);
      const empty = { x: 0, y: 420, width: 900, height: 80 };
      const many = [...Array(8).fill(empty), ...rectangles.slice(1)];
      expect(await findCodes(picture, many, { pixelLimit: 460_000 })).toEqual([KEY, OTHER_KEY]);
    });
  });

  it('gives the set-up code before an app-store link beside it, whichever is looked at first', async () => {
    const { picture, rectangles } = drawCodes(900, 500, 255, [
      { text: STORE, x: 50, y: 50 },
      { text: KEY, x: 500, y: 50 },
    ]);
    expect(await findCodes(picture, rectangles)).toEqual([KEY, STORE]);
    expect(await findCodes(picture, rectangles.slice(0, 1))).toEqual([KEY, STORE]);
    expect(await findCodes(picture, [])).toEqual([KEY, STORE]);
  });

  it('gives all the codes in one element', async () => {
    const { picture } = drawCodes(700, 700, 255, [
      { text: STORE, x: 40, y: 40, scale: 3 },
      { text: `${STORE}/android`, x: 240, y: 40, scale: 3 },
      { text: KEY, x: 40, y: 260, scale: 2 },
    ]);
    const card = { x: 20, y: 20, width: 460, height: 460 };
    expect(await findCodes(picture, [card])).toEqual([KEY, STORE, `${STORE}/android`]);
  });

  it('gives a link that stands alone, so that it can be named', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 255, [{ text: STORE, x: 50, y: 50 }]);
    expect(await findCodes(picture, rectangles)).toEqual([STORE]);
  });

  it('gives one text once, however many rectangles hold it', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 255, [{ text: KEY, x: 50, y: 50 }]);
    const around = { x: 0, y: 0, width: 500, height: 500 };
    expect(await findCodes(picture, [...rectangles, around, ...rectangles])).toEqual([KEY]);
  });

  it('sets a code without a quiet zone off from a dark card', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 0, [{ text: KEY, x: 90, y: 90, border: 0 }]);
    const all = jsQR(picture.data, 500, 500, { inversionAttempts: 'attemptBoth' });
    expect(all, 'otherwise this shows nothing').toBeNull();
    expect(await findCodes(picture, rectangles)).toEqual([KEY]);
  });

  it('finds nothing where there is nothing', async () => {
    const plain = drawCodes(640, 480, 255, []).picture;
    for (const picture of [plain, clutter()]) {
      expect(await findCodes(picture, [])).toEqual([]);
      expect(await findCodes(picture, [{ x: 0, y: 0, width: 640, height: 480 }])).toEqual([]);
    }
  });

  it('finds nothing in half a code', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 255, [{ text: KEY, x: 50, y: 50 }]);
    const [{ x, y, width, height }] = rectangles as [{ x: number; y: number; width: number; height: number }];
    paint(picture, { x, y: y + Math.floor(height / 2), width, height: Math.ceil(height / 2) }, 255);
    expect(await findCodes(picture, rectangles)).toEqual([]);
  });

  it('bears with rectangles that are empty, outside or no numbers', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 255, [{ text: KEY, x: 50, y: 50 }]);
    const odd = [
      { x: 0, y: 0, width: 0, height: 0 },
      { x: 900, y: 900, width: 100, height: 100 },
      { x: -500, y: -500, width: 100, height: 100 },
      { x: 495, y: 0, width: 900_000, height: 900_000 },
      { x: Number.NaN, y: 0, width: 100, height: 100 },
      { x: 0, y: 0, width: Number.NaN, height: 100 },
    ];
    expect(await findCodes(picture, [...odd, ...rectangles])).toEqual([KEY]);
    expect(await findCodes(picture, [{ x: -9, y: -9, width: Infinity, height: Infinity }])).toEqual([KEY]);
    expect(await findCodes({ data: new Uint8ClampedArray(4), width: 1, height: 1 }, odd)).toEqual([]);
  });

  it('leaves the picture as it was', async () => {
    const { picture, rectangles } = drawCodes(500, 500, 0, [{ text: STORE, x: 90, y: 90, border: 0 }]);
    const before = picture.data.slice();
    await findCodes(picture, rectangles);
    await findCodes(picture, rectangles, { pixelLimit: 100_000 });
    expect(picture.data).toEqual(before);
  });

  it('shrinks a picture above the limit by a whole factor, and its rectangles with it', async () => {
    const { picture, rectangles } = drawCodes(1200, 900, 255, [{ text: KEY, x: 400, y: 300, scale: 8 }]);
    expect(await findCodes(picture, rectangles, { pixelLimit: 300_000 })).toEqual([KEY]);
    expect(await findCodes(picture, [], { pixelLimit: 300_000 })).toEqual([KEY]);
  });

  it('reads the far side of a screen wider than the second reader takes', async () => {
    const { picture } = drawCodes(5120, 800, 255, [
      { text: STORE, x: 40, y: 40 },
      { text: KEY, x: 4800, y: 400 },
    ]);
    expect(await findCodes(picture, [])).toEqual([KEY, STORE]);
  });
});

describe('crop', () => {
  it('copies the part inside, with a white border', () => {
    const { picture } = drawCodes(10, 10, 7, []);
    const part = crop(picture, { x: 8, y: 8, width: 5, height: 5 }, 1);
    expect(part).toMatchObject({ width: 4, height: 4 });
    const shades = Array.from({ length: 16 }, (_, i) => part?.data[i * 4]);
    expect(shades).toEqual([255, 255, 255, 255, 255, 7, 7, 255, 255, 7, 7, 255, 255, 255, 255, 255]);
  });
});
