import { readLocal, tryWriteLocal } from '../../utils/platform/local';
import { openBeside, sealBeside } from '../../utils/vault/beside';
import type { OpenVault } from '../../utils/vault/vault';

/**
 * What this browser alone keeps beside a vault, sealed under its key: a help and no part of the vault, so that a note which is
 * lost is one that begins anew. In `storage.local`, as `<name>/<vaultId>`.
 */
export type NoteName = 'remembered' | 'used-days' | 'unlock-history';

const placeOf = (name: NoteName, { header }: OpenVault) => `${name}/${header.vaultId}`;

/** As it was written; null where there is none that this vault's key opens. */
export async function readNote(vault: OpenVault, name: NoteName): Promise<unknown> {
  const sealed = await readLocal(placeOf(name, vault));
  if (typeof sealed !== 'string') return null;
  const text = await openBeside(vault.keys, vault.header.vaultId, name, sealed);
  return text === null ? null : JSON.parse(text);
}

/** @param note anything that survives JSON */
export async function writeNote(vault: OpenVault, name: NoteName, note: unknown): Promise<void> {
  const sealed = await sealBeside(vault.keys, vault.header.vaultId, name, JSON.stringify(note));
  await tryWriteLocal(placeOf(name, vault), sealed);
}
