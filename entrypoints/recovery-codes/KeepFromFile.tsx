import { useId, useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
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
  const id = useId();
  const [read, setRead] = useState<{ text: string; turn: number } | null>(null);
  const [isText, setIsText] = useState(true);
  const [kept, setKept] = useState<number | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const now = Date.now();
    const text = file.size > LARGEST ? null : await readText(file);
    setIsText(text !== null);
    setRead({ text: text === null ? '' : listRecoveryCodes(readRecoveryCodes(text, now)), turn: now });
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
      <label class="field" for={id}>
        <span class="field-label">{say('recovery_codes_file_choose')}</span>
        <input id={id} type="file" onChange={({ currentTarget }) => choose(currentTarget.files?.[0])} />
      </label>
      {!isText && <Notice tone="warn">{say('recovery_codes_file_not_text')}</Notice>}
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
