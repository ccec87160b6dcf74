import { readSecret } from '../../utils/otp/base32';
import { readSnapshotText, readVault } from '../vault/second-reader';
import { createVaultWithSam, expect, SAM, SECRET, test, VAULT_PASSWORD } from './fixtures';

interface Raw {
  readonly local: Record<string, string>;
  readonly databases: readonly Record<
    string,
    { vault: Record<string, never>; records: Record<string, never> }
  >[];
}

test('a vault made by the extension is read by the second reader, from either store', async ({ lanyard }) => {
  await createVaultWithSam(lanyard);
  const { vaultId } = await lanyard.ask('vault/snapshot', { tabId: null });
  const { text } = await lanyard.ask('vault/export-raw');
  const raw: Raw = JSON.parse(text, (_, value) =>
    typeof value?.bytes === 'string' ? Buffer.from(value.bytes, 'base64') : value,
  );
  const { vault, records } = raw.databases[0]![`vault-${vaultId}`]!;
  const { header, manifest } = vault;
  const fromDatabase = { header: header!, manifest: manifest!, records: Object.values(records) };
  const snapshots = ['a', 'b'].map((slot) => raw.local[`snapshot/${vaultId}/${slot}`]!);
  const generations = snapshots.map((snapshot) => readSnapshotText(snapshot).manifest.generation);
  const newest = snapshots[generations[0]! > generations[1]! ? 0 : 1]!;
  for (const stored of [fromDatabase, readSnapshotText(newest)]) {
    const [account] = await readVault(stored, 'password', VAULT_PASSWORD);
    expect(account).toMatchObject({ issuer: 'Larkmoor', account: SAM.email });
    expect(new Uint8Array(Buffer.from(account.parameters.secret, 'base64'))).toEqual(readSecret(SECRET));
    await expect(readVault(stored, 'password', 'another password')).rejects.toThrow();
  }
});
