import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../utils/bytes';
import { parseKeyUri } from '../../utils/otp/key-uri';
import type { OtpParameters, SetupKey } from '../../utils/otp/parameters';
import type { DrawnCode } from '../../utils/qr/draw-code';
import { drawKey } from '../../utils/transfer/draw-key';
import { drawCodes, paint } from '../qr/draw';

/** Three pixels a module are 336 pixels, which is what the popup has. */
const MOST_MODULES = 112;

/** What a browser would draw of it, three pixels a module, and what is read there. */
function read({ svg, side }: DrawnCode): SetupKey {
  const { picture } = drawCodes(side * 3, side * 3, 255, []);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    paint(picture, { x: Number(x) * 3, y: Number(y) * 3, width: Number(width) * 3, height: 3 }, 0);
  return parseKeyUri(
    jsQR(picture.data as Uint8ClampedArray<ArrayBuffer>, picture.width, picture.height)?.data ?? '',
  );
}

const totp = (change: Partial<OtpParameters> & { period?: number } = {}) =>
  ({
    kind: 'totp',
    secret: randomBytes(20),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    ...change,
  }) as OtpParameters;

describe('drawKey', () => {
  it.each<[string, OtpParameters]>([
    ['usual', totp()],
    ['of eight digits', totp({ digits: 8 })],
    ['of another pace and method', totp({ digits: 7, period: 60, algorithm: 'SHA512' })],
    ['with the longest secret', totp({ secret: randomBytes(128) })],
  ])('draws a key that is %s, with all that codes depend on', (_, parameters) => {
    const key = { issuer: 'Cliniko', account: 'sam@harbourphysio.example', parameters };
    const drawn = drawKey(key);
    expect(drawn.side).toBeLessThanOrEqual(MOST_MODULES);
    expect(read(drawn)).toEqual(key);
  });

  it.each<[string, string, string]>([
    ['Latin', 'Harbour Physiotherapy '.repeat(6).trim(), `${'reception.'.repeat(11)}@harbour.example`],
    ['Japanese', '港湾理学療法'.repeat(21), '受付'.repeat(64)],
    ['pictures', '🩺'.repeat(128), '🏥'.repeat(128)],
  ])('cuts long names of %s, and nothing else', (_, issuer, account) => {
    const parameters = totp({ secret: randomBytes(128), digits: 8, algorithm: 'SHA256' });
    const drawn = drawKey({ issuer, account, parameters });
    expect(drawn.side).toBeLessThanOrEqual(MOST_MODULES);
    const key = read(drawn);
    expect(key.parameters).toEqual(parameters);
    expect(issuer.startsWith(key.issuer) && account.startsWith(key.account)).toBe(true);
    expect(Math.min([...key.issuer].length, [...key.account].length)).toBeGreaterThanOrEqual(15);
  });

  it('says what it is made of, and nothing that could be read as text', () => {
    const { svg } = drawKey({ issuer: 'Cliniko', account: 'sam', parameters: totp() });
    expect(svg).toMatch(
      /^<svg xmlns="[^"]+" viewBox="0 0 (\d+) \1" shape-rendering="crispEdges">(<path( fill="#fff")? d="[Mhvz0-9 -]+"\/>){2}<\/svg>$/,
    );
  });
});
