import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { FailedNames } from '../../components/FailedNames';
import { Notice } from '../../components/Notice';
import { say, sayMany } from '../../components/words';
import type { AddAllReport } from '../../utils/messaging/views';
import type { FailedKey } from '../../utils/otp/migration-uri';

export interface SavedAccounts extends AddAllReport {
  readonly failed: readonly FailedKey[];
  /** Parts that were never read, as people count them. */
  readonly missing: readonly number[];
}

/** What became of them; each one that is not in the vault is named. Then how to have them filled. */
export function SavedReport({ saved }: { saved: SavedAccounts }) {
  const { alreadySaved, failed, missing } = saved;
  return (
    <section class="panel found">
      <h2>{say('saved_title')}</h2>
      <Notice tone={saved.saved > 0 ? 'good' : 'plain'}>{sayMany('report', saved.saved)}</Notice>
      {alreadySaved.length > 0 && <p>{say('report_already', alreadySaved.join(', '))}</p>}
      <FailedNames failed={failed} />
      {missing.length > 0 && (
        <Notice tone="warn">{sayMany('scan_parts_left', missing.length, missing.join(', '))}</Notice>
      )}
      <p>{say('scan_saved_next')}</p>
      <div class="buttons">
        <Button look="primary" onPress={closeTab}>
          {say('done')}
        </Button>
      </div>
    </section>
  );
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
