import { browser } from 'wxt/browser';
import { readLocal, tryWriteLocal } from './local';

/** What was put right on the disk, until the person has seen it. */
export interface RepairNews {
  readonly at: number;
  readonly what: readonly ('vault' | 'snapshot')[];
}

const key = (vaultId: string) => `repair/${vaultId}`;

export async function readRepairNews(vaultId: string): Promise<RepairNews | null> {
  const { at, what } = ((await readLocal(key(vaultId))) ?? {}) as Partial<RepairNews>;
  return typeof at === 'number' && Array.isArray(what) ? { at, what } : null;
}

export async function writeRepairNews(vaultId: string, news: RepairNews): Promise<void> {
  await tryWriteLocal(key(vaultId), news);
}

export async function forgetRepairNews(vaultId: string): Promise<void> {
  await browser.storage.local.remove(key(vaultId));
}
