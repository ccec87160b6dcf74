import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { KeepCodesForm } from '../../components/KeepCodesForm';
import { leaveFor } from '../../components/open-page';
import { say, sayMany } from '../../components/words';
import type { AccountSummary } from '../../utils/messaging/views';
import { readBlocks } from '../../utils/platform/page-blocks';
import { findRecoveryCodes, listRecoveryCodes } from '../../utils/vault/find-recovery-codes';

interface Properties {
  readonly account: AccountSummary;
  readonly tabId: number | null;
  /** The person has asked for this page's codes already. */
  readonly atOnce?: boolean;
  readonly onDone: () => void;
}

/** The codes as the page under the popup shows them, or from a file, or pasted; counted, and kept only by a press of their own. */
export function TakeCodes({ account, tabId, atOnce = false, onDone }: Properties) {
  const [taken, setTaken] = useState<{ text: string; note: string; turn: number } | null>(null);
  const take = async () => {
    if (tabId === null) return;
    const now = Date.now();
    const page = await readBlocks(tabId).catch(() => ({ blocks: [], title: '' }));
    const codes = findRecoveryCodes(page.blocks, page.title, now);
    setTaken({ text: listRecoveryCodes(codes), note: countWords(codes.length), turn: now });
  };
  useEffect(() => {
    if (atOnce) void take();
  }, []);
  return (
    <KeepCodesForm key={taken?.turn} account={account} {...taken} onDone={onDone}>
      <div class="buttons">
        {tabId !== null && <Button onPress={take}>{say('recovery_codes_take')}</Button>}
        <Button onPress={() => openCodesPage('keep', account)}>{say('recovery_codes_from_file')}</Button>
      </div>
    </KeepCodesForm>
  );
}

/** A page of ours: the popup would close under a file dialog or a printout. */
export function openCodesPage(what: 'keep' | 'print', { id }: AccountSummary): void {
  leaveFor(`recovery-codes.html#${what}=${id}`);
}

function countWords(found: number): string {
  return found === 0 ? say('recovery_codes_on_page_none') : sayMany('recovery_codes_on_page', found);
}
