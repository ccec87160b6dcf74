import { describe, expect, it } from 'vitest';
import { utf8 } from '../../utils/bytes';
import { deriveVaultKeys } from '../../utils/vault/keys';
import { open, type SealContext, seal } from '../../utils/vault/sealing';

const context: SealContext = {
  vaultId: 'vault-a',
  recordId: 'record-1',
  type: 'account',
  schema: 1,
  version: 3,
  keyId: 'key-1',
};
const { records: key } = await deriveVaultKeys(new Uint8Array(32).fill(7), 'vault-a');
const plaintext = utf8('a secret');
const record = await seal(key, plaintext, context);

describe('sealing', () => {
  it('opens what it sealed', async () => {
    expect(await open(key, record, 'vault-a')).toEqual(plaintext);
  });

  it('does not show the plaintext, and never seals twice alike', async () => {
    const again = await seal(key, plaintext, context);
    expect(Buffer.from(record.ciphertext).includes('secret')).toBe(false);
    expect(again.nonce).not.toEqual(record.nonce);
    expect(again.ciphertext).not.toEqual(record.ciphertext);
  });

  it.each([
    ['another vault', record, 'vault-b'],
    ['another record', { ...record, recordId: 'record-2' }, 'vault-a'],
    ['another schema', { ...record, schema: 2 }, 'vault-a'],
    ['another version', { ...record, version: 2 }, 'vault-a'],
    ['another key id', { ...record, keyId: 'key-2' }, 'vault-a'],
  ])('does not open in the place of %s', async (_, moved, vaultId) => {
    expect(await open(key, moved, vaultId)).toBeNull();
  });

  it('does not open with any one bit changed', async () => {
    for (let bit = 0; bit < record.ciphertext.length * 8; bit++) {
      const ciphertext = record.ciphertext.slice();
      ciphertext[bit >> 3]! ^= 1 << (bit & 7);
      expect(await open(key, { ...record, ciphertext }, 'vault-a')).toBeNull();
    }
  });
});
