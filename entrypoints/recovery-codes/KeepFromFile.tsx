import { useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { FilePicker } from '../../components/FilePicker';
import { KeepCodesForm } from '../../components/KeepCodesForm';
import { Notice } from '../../components/Notice';
import { say } from '../../components/words';
import type { AccountSummary } from '../../utils/messaging/views';
import { listRecoveryCodes } from '../../utils/vault/find-recovery-codes';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';

/** Bytes. A hundred codes with as many words round them are far less. */
const LARGEST = 200_000;

/** The file a portal gave out: its codes are shown and counted, and kept by a press. */
export function KeepFromFile({ account }: { account: AccountSummary }) {
  const [read, setRead] = useState<{ name: string; text: string; turn: number } | null>(null);
  const [isText, setIsText] = useState(true);
  const [kept, setKept] = useState<number | null>(null);
  const choose = async (file: File) => {
    const now = Date.now();
    const text = file.size > LARGEST ? null : await readText(file);
    setIsText(text !== null);
    const found = text === null ? '' : listRecoveryCodes(readRecoveryCodes(text, now));
    setRead({ name: file.name, text: found, turn: now });
  };
  if (kept !== null)
    return (
      <section class="panel">
        <Notice tone="good">{say('recovery_codes_kept', kept)}</Notice>
      </section>
    );
  return (
    <section class="panel">
      <p>{say('recovery_codes_file_why', shortName(account))}</p>
      <FilePicker
        title={read?.name ?? say('recovery_codes_file_choose')}
        note={say(read ? 'backup_choose_another' : 'backup_drop')}
        onChoose={([file]) => file && choose(file)}
      />
      <Notice tone="warn">{!isText && say('recovery_codes_file_not_text')}</Notice>
      {read && (
        <KeepCodesForm
          key={read.turn}
          account={account}
          text={read.text}
          onDone={(count) => (count === null ? setRead(null) : setKept(count))}
        />
      )}
    </section>
  );
}

/** Null for what is no text: a picture, a PDF, a document. */
async function readText(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
