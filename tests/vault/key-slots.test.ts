import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../utils/bytes';
import { type Argon2Kdf, isUpToDate, newPasswordKdf } from '../../utils/vault/kdf';
import {
  createPasskeySlot,
  createPasswordSlot,
  createRecoverySlot,
  type KeySlot,
  openSlot,
} from '../../utils/vault/key-slots';

const owner = { vaultId: 'vault-a', keyId: 'key-1' };
const vaultKey = randomBytes(32);
const slot = await createPasswordSlot(vaultKey, 'Zoë four plain words', owner);
const kdf = slot.kdf as Argon2Kdf;

describe('key slots', () => {
  it('gives the vault key for the password, however its accents are composed', async () => {
    expect(kdf).toMatchObject({ name: 'argon2id', memoryKiB: 65536, iterations: 3, parallelism: 1 });
    expect(await openSlot(slot, 'Zoë four plain words', owner)).toEqual(vaultKey);
    expect(await openSlot(slot, 'Zoe\u0308 four plain words', owner)).toEqual(vaultKey);
  });

  it('gives nothing for another password, vault, key or kind', async () => {
    expect(await openSlot(slot, 'Zoë four plain word', owner)).toBeNull();
    expect(await openSlot(slot, 'Zoë four plain words', { ...owner, vaultId: 'vault-b' })).toBeNull();
    expect(await openSlot(slot, 'Zoë four plain words', { ...owner, keyId: 'key-2' })).toBeNull();
    expect(
      await openSlot({ ...slot, kind: 'recovery' } as unknown as KeySlot, 'Zoë four plain words', owner),
    ).toBeNull();
  });

  it('gives the vault key for the recovery key', async () => {
    const recoveryKey = randomBytes(20);
    const recovery = await createRecoverySlot(vaultKey, recoveryKey, owner);
    expect(await openSlot(recovery, recoveryKey, owner)).toEqual(vaultKey);
    expect(await openSlot(recovery, randomBytes(20), owner)).toBeNull();
  });

  it('gives the vault key for what a passkey answers, and for nothing else', async () => {
    const prf = randomBytes(32);
    const passkey = { credentialId: randomBytes(16), prfSalt: randomBytes(32), name: 'Desk', addedAt: 1 };
    const passkeySlot = await createPasskeySlot(vaultKey, passkey, prf, owner);
    expect(passkeySlot).toMatchObject(passkey);
    expect(await openSlot(passkeySlot, prf, owner)).toEqual(vaultKey);
    expect(await openSlot(passkeySlot, randomBytes(32), owner)).toBeNull();
    // The same bytes as a recovery key are another purpose, and open nothing.
    const asRecovery = { ...passkeySlot, kind: 'recovery' } as unknown as KeySlot;
    expect(await openSlot(asRecovery, prf, owner)).toBeNull();
  });

  it('derives by PBKDF2 where only FIPS-approved algorithms may be used', async () => {
    const fips = await createPasswordSlot(
      vaultKey,
      'four plain words here',
      owner,
      newPasswordKdf('pbkdf2-sha256'),
    );
    expect(fips.kdf).toMatchObject({ name: 'pbkdf2-sha256', iterations: 1_000_000 });
    expect(await openSlot(fips, 'four plain words here', owner)).toEqual(vaultKey);
    expect(await openSlot(fips, 'four plain words', owner)).toBeNull();
    const weak = { ...fips, kdf: { ...fips.kdf, iterations: 599_999 } } as KeySlot;
    await expect(openSlot(weak, 'four plain words here', owner)).rejects.toMatchObject({
      code: 'kdf-refused',
    });
  });

  it('knows a slot below today from one that is up to date', () => {
    expect(isUpToDate(kdf, 'argon2id')).toBe(true);
    expect(isUpToDate(kdf, 'pbkdf2-sha256')).toBe(false);
    expect(isUpToDate({ ...kdf, memoryKiB: 19 * 1024, iterations: 2 }, 'argon2id')).toBe(false);
    expect(isUpToDate(newPasswordKdf('pbkdf2-sha256'), 'argon2id')).toBe(false);
  });

  it.each([
    ['weaker', { memoryKiB: 8, iterations: 1 }],
    ['just below the floor', { memoryKiB: 19 * 1024 - 1 }],
    ['with too few passes for its memory', { memoryKiB: 19 * 1024, iterations: 1 }],
    ['with four terabytes of memory', { memoryKiB: 2 ** 32 }],
    ['with a thousand million passes', { iterations: 1e9 }],
    ['with a million lanes', { parallelism: 1e6 }],
    ['with no salt', { salt: new Uint8Array() }],
    ['with half a pass', { iterations: 2.5 }],
  ])('refuses a slot made %s before any memory is taken', async (_, change) => {
    const started = performance.now();
    const tampered = { ...slot, kdf: { ...kdf, ...change } };
    await expect(openSlot(tampered, 'Zoë four plain words', owner)).rejects.toMatchObject({
      code: 'kdf-refused',
    });
    expect(performance.now() - started).toBeLessThan(50);
  });
});
