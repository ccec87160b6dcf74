import { createHash, randomInt } from 'node:crypto';

const COUNT = 10;
/** No letter or digit that is mistaken for another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Single-use codes, kept as hashes: they are shown once. */
export interface BackupCodes {
  left(): number;
  /** True once for each code. Case, spaces and the dash do not matter. */
  spend(typed: string): boolean;
}

export const noBackupCodes = (): BackupCodes => keep([]);

/** Ten new codes, as `abcde-fghjk`, with their keeper. */
export function generateBackupCodes(): { readonly codes: readonly string[]; readonly kept: BackupCodes } {
  const codes = Array.from({ length: COUNT }, () => `${five()}-${five()}`);
  return { codes, kept: keep(codes) };
}

function keep(codes: readonly string[]): BackupCodes {
  const hashes = new Set(codes.map(hash));
  return { left: () => hashes.size, spend: (typed) => hashes.delete(hash(typed)) };
}

const hash = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex');

const five = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
