import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../utils/bytes';
import { formatKeyUri, parseKeyUri } from '../../utils/otp/key-uri';
import { formatBackup, parseBackup } from '../../utils/transfer/backup';
import type { Contents } from '../../utils/transfer/contents';
import { changesBetween, previewBackup, recordsOf } from '../../utils/transfer/preview';
import { anyAccount, contentsOf, sampleAccount } from './samples';

const VAULT = 'c0ffee00-0000-4000-8000-000000000001';
const parse = (text: string) => parseBackup(utf8(text), 5);
const plain = (contents: Contents) =>
  new Map(
    [...contents]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { version, content }]) => [id, { version, content }]),
  );

function anyContents(): Contents {
  const accounts = Array.from({ length: randomInt(12) }, anyAccount);
  const stones = Array.from({ length: randomInt(4) }, () => ({
    id: crypto.randomUUID(),
    purgedAt: randomInt(99),
  }));
  return new Map(
    [...accounts, ...stones].map((content) => [content.id, { version: randomInt(1, 99), content }]),
  );
}

describe('the plaintext of a backup', () => {
  it('gives every account back exactly: 500 vaults of any parameters, names and states', async () => {
    for (let round = 0; round < 500; round++) {
      const contents = anyContents();
      const backup = await parse(await formatBackup(VAULT, contents, 77));
      expect(plain(backup.contents)).toEqual(plain(contents));
      expect(backup).toMatchObject({ vaultId: VAULT, madeAt: 77, loose: [], unreadable: [] });
    }
  });

  it('begins with one key URI for each account in use and holds no other line but its description', async () => {
    const [a, b] = [sampleAccount({ account: 'a' }), sampleAccount({ account: 'b' })];
    const gone = sampleAccount({ retired: { at: 3, why: 'removed' } });
    const text = await formatBackup(VAULT, contentsOf(a, b, gone), 77);
    const lines = text.split('\n');
    expect(lines.slice(0, 2).toSorted()).toEqual([a, b].map(formatKeyUri).toSorted());
    expect(lines[2]).toMatch(/^#lanyard-backup \{"format":1,/);
    expect(lines.slice(3)).toEqual(['']);
  });

  it('keeps two accounts of the very same key URI apart', async () => {
    const one = sampleAccount();
    const contents = contentsOf(one, { ...one, id: crypto.randomUUID() });
    expect(plain((await parse(await formatBackup(VAULT, contents, 1))).contents)).toEqual(plain(contents));
  });

  it('keeps 5,000 accounts, and refuses more', async () => {
    const many = Array.from({ length: 5_000 }, () => sampleAccount());
    const text = await formatBackup(VAULT, contentsOf(...many), 1);
    expect((await parse(text)).contents.size).toBe(5_000);
    const more = `${formatKeyUri(sampleAccount())}\n${text}`;
    await expect(parse(more)).rejects.toMatchObject({ code: 'backup-too-large' });
    const long = new Uint8Array(10 * 1024 * 1024 + 1);
    await expect(parseBackup(long, 1)).rejects.toMatchObject({ code: 'backup-too-large' });
  });
});

describe('a backup edited by hand', () => {
  const [a, b] = [sampleAccount({ account: 'a' }), sampleAccount({ account: 'b' })];

  it.each(['\n', '\r\n'])('loses only the line that was taken out (ends %j)', async (end) => {
    const text = await formatBackup(VAULT, contentsOf(a, b), 1);
    const lines = text.split('\n').filter((line) => line !== formatKeyUri(a));
    const backup = await parse(`\n# a note\n${lines.join(end)}`);
    expect([...backup.contents.keys()]).toEqual([b.id]); // by position, a would have got the secret of b
    expect(backup.contents.get(b.id)?.content).toEqual(b);
  });

  it('takes an added or changed line as a new account', async () => {
    const added = formatKeyUri(sampleAccount({ account: 'c' }));
    const text = await formatBackup(VAULT, contentsOf(a, b), 1);
    const backup = await parse(`${added}\n${text.replace('Cliniko:a?', 'Cliniko:A%20A?')}`);
    expect([...backup.contents.keys()]).toEqual([b.id]);
    expect(backup.loose.map(({ account }) => account)).toEqual(['c', 'A A'].toSorted().toReversed());
  });

  it('names a line that cannot be taken over, without its secret', async () => {
    const bad = 'otpauth://totp/Steam:sam?secret=GEZDGNBVGY3TQOJQ&digits=5';
    const backup = await parse(`${bad}\nnonsense\n${formatKeyUri(a)}`);
    expect(backup.unreadable).toEqual(['Steam:sam', '#2']);
    expect(backup.loose).toHaveLength(1);
  });

  it.each([
    ['a later format', { format: 2 }, 'from-newer-version'],
    ['no format', { format: '1' }, 'backup-not-ours'],
    ['no accounts', { accounts: null }, 'backup-not-ours'],
    ['no time', { madeAt: -1 }, 'backup-not-ours'],
    ['a tombstone without a time', { tombstones: [{ id: 'x', version: 1 }] }, 'backup-not-ours'],
    [
      'a tombstone with a version beyond counting',
      { tombstones: [{ id: 'x', version: 2 ** 53, purgedAt: 1 }] },
      'backup-not-ours',
    ],
    ['too many records', { tombstones: Array(50_001).fill(0) }, 'backup-too-large'],
  ])('is refused with %s', async (_, change, code) => {
    const sound = { format: 1, vaultId: VAULT, madeAt: 1, accounts: [], tombstones: [] };
    const text = (description: object) => `#lanyard-backup ${JSON.stringify(description)}`;
    expect((await parse(text(sound))).contents.size).toBe(0); // the control: without the change it opens
    await expect(parse(text({ ...sound, ...change }))).rejects.toMatchObject({ code });
  });

  it.each([
    ['an id that is a path', { id: '../x' }],
    ['a version below 1', { version: 0 }],
    ['a time in text', { createdAt: '2026' }],
    ['a site that is not https', { origins: ['http://a.example'] }],
    ['a site with a path', { origins: ['https://a.example/x'] }],
    ['a retirement nobody knows', { retired: { at: 1, why: 'lost' } }],
  ])('keeps the secret, as a new account, where its description has %s', async (_, change) => {
    const text = await formatBackup(VAULT, contentsOf(a), 1);
    const [line, description] = text.split('\n');
    const whole = JSON.parse(description!.slice('#lanyard-backup '.length));
    Object.assign(whole.accounts[0], change);
    const backup = await parse(`${line}\n#lanyard-backup ${JSON.stringify(whole)}`);
    expect(backup.contents.size).toBe(0);
    expect(backup.loose).toHaveLength(1);
  });

  it('lets nothing in it reach a prototype', async () => {
    const poison =
      '{"format":1,"__proto__":{"vaultId":"evil"},"madeAt":1,"accounts":[{"__proto__":{"retired":null}}],"tombstones":[{"id":"x","version":1,"purgedAt":1,"constructor":{"prototype":{"evil":1}}}]}';
    const backup = await parse(`#lanyard-backup ${poison}`);
    expect(backup.vaultId).toBeNull();
    expect(
      ({} as { evil?: number; vaultId?: string }).evil ?? ({} as { vaultId?: string }).vaultId,
    ).toBeUndefined();
  });

  it.each(['', 'hello', '\u0000\u0001', '#only a comment'])('refuses %j', async (text) => {
    await expect(parse(text)).rejects.toMatchObject({ code: 'backup-not-ours' });
  });
});

describe("somebody else's list of key URIs", () => {
  const held = sampleAccount();
  const removed = sampleAccount({ retired: { at: 2, why: 'removed' } });
  const list = [held, removed, sampleAccount({ account: 'new' })].map(formatKeyUri).join('\n');

  it('adds what is new once, however often it is restored, and leaves the trash alone', async () => {
    const mine = contentsOf(held, removed);
    const backup = await parse(list);
    expect(previewBackup(mine, backup, 9)).toMatchObject({
      fresh: ['Cliniko · new'],
      updated: [],
      unchanged: 1,
      removedHere: ['Cliniko · sam@harbourphysio.example'],
    });
    const { mergeContents } = await import('../../utils/transfer/merge');
    const restore = (into: Contents) =>
      mergeContents(into, recordsOf(backup, into, 9), { bringBack: false, now: 9 });
    const once = restore(mine);
    expect(once.size).toBe(3);
    expect(changesBetween(once, restore(once)).contents).toEqual([]);
  });

  it('never turns a counter back', async () => {
    const counter = parseKeyUri('otpauth://hotp/a?secret=GEZDGNBVGY3TQOJQ&counter=9');
    const mine = contentsOf(sampleAccount({ ...counter }));
    const behind = await parse(
      formatKeyUri({ ...counter, parameters: { ...counter.parameters, counter: 3 } as never }),
    );
    expect(previewBackup(mine, behind, 9)).toMatchObject({ fresh: [], updated: [], unchanged: 1 });
  });
});
