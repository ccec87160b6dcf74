import { expect, it } from 'vitest';
import { openBeside, sealBeside } from '../../utils/vault/beside';
import { deriveVaultKeys } from '../../utils/vault/keys';

const keys = await deriveVaultKeys(new Uint8Array(32).fill(7), 'vault-a');
const text = '[{"origin":"https://harbour.example"}]';
const sealed = await sealBeside(keys, 'vault-a', 'remembered', text);

it('opens what it sealed, shows nothing of it, and never seals twice alike', async () => {
  expect(await openBeside(keys, 'vault-a', 'remembered', sealed)).toBe(text);
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('harbour');
  expect(await sealBeside(keys, 'vault-a', 'remembered', text)).not.toBe(sealed);
});

it('opens under its own key, in its own vault and name only', async () => {
  const others = await deriveVaultKeys(new Uint8Array(32).fill(8), 'vault-a');
  expect(await openBeside(others, 'vault-a', 'remembered', sealed)).toBeNull();
  expect(await openBeside(keys, 'vault-b', 'remembered', sealed)).toBeNull();
  expect(await openBeside(keys, 'vault-a', 'other', sealed)).toBeNull();
});

it.each([
  ['cut off', sealed.slice(0, -8)],
  ['changed', `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`],
  ['empty', ''],
  ['no base64', '***'],
])('is null where it is %s', async (_, spoilt) => {
  expect(await openBeside(keys, 'vault-a', 'remembered', spoilt)).toBeNull();
});
