import { newPassphraseKey } from '../../components/passphrase-key';
import { fromBase64 } from '../../utils/bytes';
import { ask } from '../../utils/messaging/client';

/** What opens the file: a passphrase, or the identities of these age recipients. */
export type Protection = { readonly passphrase: string } | { readonly recipients: readonly string[] };

export interface MadeBackup {
  readonly name: string;
  readonly accounts: number;
}

/**
 * Makes a backup and hands it to the browser's downloads.
 * @param onKey called when the key is made and the worker is asked
 */
export async function makeBackup(password: string, to: Protection, onKey: () => void): Promise<MadeBackup> {
  const key = 'passphrase' in to ? await newPassphraseKey(to.passphrase) : to;
  onKey();
  const { file, accounts } = await ask('transfer/back-up', { password, to: key });
  const name = backupName(new Date());
  download(fromBase64(file), name);
  return { name, accounts };
}

/** Named by the day as the person's clock has it. */
function backupName(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `lanyard-backup-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.age`;
}

function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
