import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { randomBytes, utf8 } from '../../utils/bytes';
import { parseMigrationUri } from '../../utils/otp/migration-uri';
import type { SetupKey } from '../../utils/otp/parameters';
import { readSetupText } from '../../utils/otp/setup-text';
import { refusal, worded } from './failures';
import {
  concatBytes,
  type MigrationAccount,
  migrationBytes,
  migrationUri,
  writeField,
} from './write-migration';

const secret = utf8('12345678901234567890');

function only(account: MigrationAccount): string | SetupKey | undefined {
  const { setupKeys, failed } = parseMigrationUri(migrationUri({ accounts: [{ secret, ...account }] }));
  expect(setupKeys.length + failed.length).toBe(1);
  return failed[0] ? `${failed[0].name} | ${worded(failed[0].failure)}` : setupKeys[0];
}

describe('parseMigrationUri', () => {
  it('gives back every account of a full code', () => {
    const accounts: MigrationAccount[] = Array.from({ length: 10 }, (_, i) => ({
      secret: randomBytes(1 + i * 14),
      name: `Clinic ${i}:ann@${'long'.repeat(i * 2)}.example`,
      issuer: `Clinic ${i}`,
      algorithm: 1 + (i % 3),
      digits: 1 + (i % 2),
      kind: 2,
      uniqueId: `7d579d1753176794968${i}`,
    }));
    const { setupKeys, failed, batch } = parseMigrationUri(
      migrationUri({ accounts, version: 2, size: 3, index: 1 }),
    );
    expect(failed).toEqual([]);
    expect(batch).toEqual({ index: 1, size: 3, id: 0, version: 2 });
    expect(setupKeys).toEqual(
      accounts.map((account, i) => ({
        issuer: `Clinic ${i}`,
        account: `ann@${'long'.repeat(i * 2)}.example`,
        parameters: {
          kind: 'totp',
          secret: account.secret,
          algorithm: ['SHA1', 'SHA256', 'SHA512'][i % 3],
          digits: [6, 8][i % 2],
          period: 30,
        },
      })),
    );
  });

  it('takes what is left out for SHA-1, six digits, TOTP and the first of one code', () => {
    expect(only({})).toEqual({
      issuer: '',
      account: '',
      parameters: { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 },
    });
    const { batch } = parseMigrationUri(migrationUri({ accounts: [{ secret }], version: 0, size: 0 }));
    expect(batch).toEqual({ index: 0, size: 1, id: 0, version: 0 });
  });

  it.each([0n, 4n, 127n, 128n, 300n, 2n ** 32n + 1n, 2n ** 53n - 1n])(
    'reads the HOTP counter %d',
    (counter) => {
      expect(only({ kind: 1, counter })).toMatchObject({
        parameters: { kind: 'hotp', counter: Number(counter) },
      });
    },
  );

  it('reads a batch id below zero, which takes ten bytes', () => {
    const { batch } = parseMigrationUri(
      migrationUri({ accounts: [{ secret }], size: 2, index: 1, id: -1_320_898_453 }),
    );
    expect(batch).toEqual({ index: 1, size: 2, id: -1_320_898_453, version: 1 });
  });

  it('takes a name apart only where the issuer says so', () => {
    expect(only({ name: 'Cliniko:ann', issuer: 'Cliniko' })).toMatchObject({
      issuer: 'Cliniko',
      account: 'ann',
    });
    expect(only({ name: 'Cliniko: ann', issuer: 'cliniko' })).toMatchObject({
      issuer: 'cliniko',
      account: 'ann',
    });
    expect(only({ name: 'pi@raspberrypi', issuer: 'raspberrypi' })).toMatchObject({
      account: 'pi@raspberrypi',
    });
    expect(only({ name: 'encoding: ¿ä? (demo)' })).toMatchObject({
      issuer: '',
      account: 'encoding: ¿ä? (demo)',
    });
    expect(only({ name: 'ann\u202e\u0000' })).toMatchObject({ account: 'ann' });
  });

  it('names the accounts it cannot take, and takes the others', () => {
    expect(only({ name: 'a', issuer: 'X', algorithm: 4 })).toBe('X: a | algorithm-unknown: MD5');
    expect(only({ name: 'a', algorithm: 9 })).toBe('a | algorithm-unknown: 9');
    expect(only({ name: 'a', digits: 3 })).toBe('a | digits-out-of-range: 3');
    expect(only({ name: 'a', kind: 3 })).toBe('a | kind-unsupported: 3');
    expect(only({ name: 'a', secret: new Uint8Array() })).toBe('a | secret-missing');
    expect(only({ name: 'a', secret: new Uint8Array(129) })).toBe('a | secret-too-long');
    expect(only({ name: 'a', kind: 1, counter: -1n })).toBe('a | counter-invalid: -1');
    expect(only({ name: 'a', kind: 1, counter: 2n ** 53n })).toBe('a | counter-invalid: 9007199254740992');
    const mixed = parseMigrationUri(
      migrationUri({ accounts: [{ secret }, { secret, algorithm: 4 }, { secret }] }),
    );
    expect([mixed.setupKeys.length, mixed.failed.length]).toEqual([2, 1]);
  });

  it('passes over fields it does not know, of every wire type', () => {
    const extra = concatBytes(
      writeField(15, 300n),
      writeField(2000, utf8('later')),
      Uint8Array.from([(14 << 3) | 5, 1, 2, 3, 4]),
      Uint8Array.from([(13 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]),
    );
    expect(parseMigrationUri(migrationUri({ accounts: [{ secret }], extra })).setupKeys).toHaveLength(1);
  });
});

describe('base64 as it arrives', () => {
  // Chosen for having both + and / in its base64, and padding.
  const bytes = migrationBytes({
    accounts: [{ secret: Uint8Array.from([1, 2, 0xfb, 0xef, 0xbe, 0xff, 0xff, 0xff]), name: 'ab' }],
  });
  const escaped = migrationUri(bytes);
  const raw = decodeURIComponent(escaped);

  it('is a fair example', () => expect(raw).toMatch(/data=[^=]*\+[^=]*\/[^=]*=/));

  it.each([
    ['escaped', escaped],
    ['not escaped', raw],
    ['plus turned into blanks', raw.replaceAll('+', ' ')],
    ['url-safe', raw.replaceAll('+', '-').replaceAll('/', '_')],
    ['without padding', raw.replace(/=+$/, '')],
    ['upper-case scheme, blanks around', ` ${escaped.replace('otpauth-migration', 'OTPAUTH-MIGRATION')}\n`],
    ['what a scanner prints in front', `QR-Code:${escaped}`],
    ['wrapped lines', raw.replace(/(.{40})/g, '$1\r\n')],
    ['another parameter before', raw.replace('?data', '?x=1&data')],
  ])('%s', (_, uri) => {
    expect(parseMigrationUri(uri)).toEqual(parseMigrationUri(escaped));
    expect(parseMigrationUri(uri).setupKeys).toHaveLength(1);
  });
});

describe('damage', () => {
  const whole = migrationBytes({
    accounts: [{ secret, name: 'Cliniko:ann', issuer: 'Cliniko', algorithm: 1, digits: 1, kind: 2 }],
    id: -5,
  });

  it.each([
    ['no data', 'otpauth-migration://offline'],
    ['empty data', 'otpauth-migration://offline?data='],
    ['not base64', 'otpauth-migration://offline?data=!!!'],
    ['not a message', 'otpauth-migration://offline?data=AAAA'],
    ['zeros', 'otpauth-migration://offline?data=AAAA'],
    ['no accounts', migrationUri({ accounts: [] })],
    ['an index beyond the size', migrationUri({ accounts: [{ secret }], size: 2, index: 2 })],
    ['an index below zero', migrationUri({ accounts: [{ secret }], size: 2, index: -1 })],
    ['a varint of eleven bytes', migrationUri(Uint8Array.from([16, ...Array(10).fill(0x80), 1]))],
    ['a length beyond the end', migrationUri(Uint8Array.from([10, 0xff, 0xff, 0xff, 0xff, 0x0f]))],
    ['an account that is a number', migrationUri(writeField(1, 7n))],
    ['a secret that is a number', migrationUri(writeField(1, writeField(1, 7n)))],
    ['a group', migrationUri(Uint8Array.from([...whole, (9 << 3) | 3]))],
    ['too long a text', `otpauth-migration://offline?data=${'A'.repeat(9000)}`],
  ])('%s', (_, uri) => {
    expect(refusal(() => parseMigrationUri(uri))).toBe('migration-damaged');
  });

  it('cut off inside the account is never half an account', () => {
    const end = whole.length - migrationBytes({ accounts: [], id: -5 }).length;
    expect(parseMigrationUri(migrationUri(whole.slice(0, end))).setupKeys).toHaveLength(1);
    for (let length = 1; length < end; length++)
      expect(refusal(() => parseMigrationUri(migrationUri(whole.slice(0, length))))).toBe(
        'migration-damaged',
      );
  });

  it('gives accounts or one Failure, whatever the bytes', () => {
    const tally = { read: 0, damaged: 0 };
    for (let i = 0; i < 20_000; i++) {
      const bytes = i % 2 ? randomBytes(randomInt(60)) : whole.slice();
      for (let flips = randomInt(4); i % 2 === 0 && flips >= 0; flips--)
        bytes[randomInt(bytes.length)] = randomInt(256);
      const result = refusal(() => parseMigrationUri(migrationUri(bytes)));
      tally[result === 'migration-damaged' ? 'damaged' : 'read']++;
      if (result !== 'migration-damaged') expect(result).toMatch(/^accepted /);
    }
    console.log(`20000 malformed migration codes: ${tally.damaged} refused, ${tally.read} still a message`);
    expect(tally.damaged).toBeGreaterThan(5000);
    expect(tally.read).toBeGreaterThan(100);
  });
});

describe('readSetupText', () => {
  it('tells a key URI from a migration code', () => {
    expect(readSetupText('otpauth://totp/A:b?secret=JBSWY3DP')).toMatchObject({
      keys: [{ issuer: 'A' }],
      failed: [],
      batch: null,
    });
    expect(
      readSetupText(migrationUri({ accounts: [{ secret }, { secret, algorithm: 4 }], size: 2 })),
    ).toMatchObject({
      keys: [{ parameters: { digits: 6 } }],
      failed: [{ failure: { code: 'algorithm-unknown', values: ['MD5'] } }],
      batch: { index: 0, size: 2 },
    });
  });

  it.each([
    ['https://play.google.com/store/apps/details?id=x', 'not-a-setup-code: play.google.com'],
    ['JBSWY3DPEHPK3PXP', 'not-a-setup-text'],
    ['motp://x?secret=30edcc8edae50a60', 'kind-unsupported: motp'],
    ['otpauth-migration://offline?data=AAAA', 'migration-damaged'],
  ])('refuses %s', (text, reason) => {
    expect(refusal(() => readSetupText(text))).toBe(reason);
  });
});
