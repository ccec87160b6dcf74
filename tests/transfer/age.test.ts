import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, randomBytes, utf8 } from '../../utils/bytes';
import { formatKeyUri, parseKeyUri } from '../../utils/otp/key-uri';
import { type AgeKey, openAge, type ScryptKey, sealAge } from '../../utils/transfer/age';
import { readScryptHeader, SCRYPT_LOG_N } from '../../utils/transfer/age-header';
import { formatBackup, parseBackup } from '../../utils/transfer/backup';
import { deriveScryptKey } from '../../utils/transfer/scrypt-key';
import { ageWithPassphrase, HAS_AGE } from './age-command';
import { anyAccount, contentsOf } from './samples';

const PASSPHRASE = 'seven téal buses at dawn';
const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-age-'));
const inFolder = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

async function scryptKey(logN: number, passphrase = PASSPHRASE, salt = randomBytes(16)): Promise<ScryptKey> {
  return { salt, logN, key: await deriveScryptKey(passphrase, { salt, logN }) };
}

/** The key a page would derive for this file. */
async function keyFor(file: Bytes, passphrase = PASSPHRASE): Promise<AgeKey> {
  const { salt, logN } = readScryptHeader(file)!;
  return { scrypt: await scryptKey(logN, passphrase, salt) };
}

describe('an age file', () => {
  const plaintext = new Uint8Array([...randomBytes(60_000), ...randomBytes(10_000)]); // more than one chunk
  let file: Bytes;
  let key: ScryptKey;
  beforeAll(async () => {
    key = await scryptKey(10);
    file = await sealAge(plaintext, { scrypt: key });
  });

  it('tells salt and work factor, and opens with the key they give', async () => {
    expect(readScryptHeader(file)).toEqual({ salt: key.salt, logN: 10 });
    expect(await openAge(file, await keyFor(file))).toEqual(plaintext);
  });

  it('opens in its armored form too', async () => {
    const armored = utf8(`\n${armor.encode(file).replaceAll('\n', '\r\n')}\n`);
    expect(await openAge(armored, await keyFor(armored))).toEqual(plaintext);
  });

  it('does not open with another passphrase, another salt or an identity', async () => {
    const wrong = await keyFor(file, 'seven teal buses at dawn');
    const otherSalt = { scrypt: { ...key, salt: randomBytes(16) } };
    for (const each of [wrong, otherSalt, { identity: await generateX25519Identity() }, { identity: 'x' }])
      await expect(openAge(file, each)).rejects.toMatchObject({ code: 'backup-wrong-passphrase' });
  });

  it('never opens in part: cut off or changed anywhere', async () => {
    const codes = new Set<string>();
    const attempt = async (bytes: Bytes) => {
      const outcome = await openAge(bytes, { scrypt: key }).catch(({ code }) => code as string);
      expect(outcome).toMatch(/^(backup-(unreadable|wrong-passphrase)|kdf-refused)$/);
      codes.add(outcome as string);
    };
    for (let i = 0; i < 400; i++) {
      const spoilt = file.slice();
      const at = i < 250 ? i : Math.floor((i / 400) * file.length);
      spoilt[at]! ^= 1 << (i % 8);
      await attempt(spoilt);
    }
    for (const length of [0, 1, 20, 100, 200, 216, 65_000, file.length - 17, file.length - 1])
      await attempt(file.slice(0, length));
    await attempt(new Uint8Array([...file, 0]));
    expect(codes).toContain('backup-unreadable');
    expect(codes).toContain('backup-wrong-passphrase');
    expect(await openAge(file, { scrypt: key })).toEqual(plaintext); // the control: unspoilt, it opens
  });

  it.each([0, 21, 40, 99_999])('with work factor %d is refused before anything is derived', async (logN) => {
    const text = new TextDecoder('latin1').decode(file).replace(/(-> scrypt \S+) 10\n/, `$1 ${logN}\n`);
    const absurd = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const refusal = { code: logN === 0 ? 'backup-unreadable' : 'kdf-refused' };
    expect(() => readScryptHeader(absurd)).toThrow(expect.objectContaining(refusal));
    await expect(openAge(absurd, { scrypt: { ...key, logN } })).rejects.toMatchObject(refusal);
    await expect(deriveScryptKey('x', { salt: key.salt, logN })).rejects.toMatchObject({
      code: 'kdf-refused',
    });
  });

  it.each([
    ['empty', ''],
    ['a text', 'otpauth://totp/a'],
    ['a broken armor', '-----BEGIN AGE ENCRYPTED FILE-----\n%%\n-----END AGE ENCRYPTED FILE-----'],
  ])('is not %s', (_, text) =>
    expect(() => readScryptHeader(utf8(text))).toThrow(
      expect.objectContaining({ code: 'backup-unreadable' }),
    ),
  );

  it('is not larger than any backup is', () => {
    const huge = new Uint8Array(15 * 1024 * 1024 + 1);
    expect(() => readScryptHeader(huge)).toThrow(expect.objectContaining({ code: 'backup-too-large' }));
  });

  it('for recipients opens with each of their identities and no other', async () => {
    const identities = [await generateX25519Identity(), await generateX25519Identity()];
    const recipients = await Promise.all(identities.map(identityToRecipient));
    const sealed = await sealAge(plaintext, { recipients });
    expect(readScryptHeader(sealed)).toBeNull();
    for (const identity of identities) expect(await openAge(sealed, { identity })).toEqual(plaintext);
    const stranger = await generateX25519Identity();
    await expect(openAge(sealed, { identity: stranger })).rejects.toMatchObject({
      code: 'backup-wrong-passphrase',
    });
    const unknown = sealAge(plaintext, { recipients: [...recipients, 'ssh-ed25519 AAAA'] });
    await expect(unknown).rejects.toMatchObject({ code: 'recipient-unknown', values: ['ssh-ed25519 AAAA'] });
  });
});

describe.skipIf(!HAS_AGE)('with the age command', () => {
  const contents = contentsOf(...Array.from({ length: 40 }, anyAccount));
  const inUse = [...contents.values()]
    .map(({ content }) => content)
    .filter((c) => 'issuer' in c && !c.retired);
  let plaintext: Bytes;
  beforeAll(async () => {
    plaintext = utf8(await formatBackup('c0ffee00-0000-4000-8000-000000000001', contents, 1));
  });

  function expectRightLines(text: string): void {
    const lines = text.split('\n').filter((line) => line.startsWith('otpauth://'));
    expect(lines.map(parseKeyUri).map(formatKeyUri).toSorted()).toEqual(
      inUse.map((c) => formatKeyUri(c as never)).toSorted(),
    );
    expect(lines.length).toBeGreaterThan(5);
  }

  it('a backup of ours under a passphrase opens with age -d', async () => {
    writeFileSync(inFolder('ours.age'), await sealAge(plaintext, { scrypt: await scryptKey(SCRYPT_LOG_N) }));
    ageWithPassphrase(['-d', '-o', inFolder('ours.txt'), inFolder('ours.age')], [PASSPHRASE]);
    expectRightLines(readFileSync(inFolder('ours.txt'), 'utf8'));
    // The control: another passphrase does not open it.
    const wrong = () =>
      ageWithPassphrase(['-d', '-o', inFolder('no.txt'), inFolder('ours.age')], ['not this one']);
    expect(wrong).toThrow();
  }, 90_000);

  it('a backup of ours for a recipient opens with age -d -i', async () => {
    const identity = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    writeFileSync(inFolder('key.txt'), identity);
    const recipient = /age1[0-9a-z]+/.exec(identity)![0];
    writeFileSync(inFolder('to.age'), await sealAge(plaintext, { recipients: [recipient] }));
    expectRightLines(
      execFileSync('age', ['-d', '-i', inFolder('key.txt'), inFolder('to.age')], { encoding: 'utf8' }),
    );

    // And the other way round, armored, with the whole identity file pasted.
    writeFileSync(inFolder('plain.txt'), plaintext);
    execFileSync('age', ['-r', recipient, '-a', '-o', inFolder('theirs.age'), inFolder('plain.txt')]);
    const theirs = new Uint8Array(readFileSync(inFolder('theirs.age')));
    expect(await openAge(theirs, { identity })).toEqual(plaintext);
  });

  it('a file of age -p opens in ours', async () => {
    writeFileSync(inFolder('plain.txt'), plaintext);
    ageWithPassphrase(['-p', '-o', inFolder('p.age'), inFolder('plain.txt')], [PASSPHRASE, PASSPHRASE]);
    const file = new Uint8Array(readFileSync(inFolder('p.age')));
    const opened = await openAge(file, await keyFor(file));
    expect((await parseBackup(opened, 1)).contents.size).toBe(contents.size);
  }, 90_000);
});
