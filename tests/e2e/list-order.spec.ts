import type { Page } from '../../scripts/lib/page.mjs';
import { expect, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

const listed = (popup: Page): Promise<string[]> =>
  popup.evaluate(
    `[...document.querySelectorAll('.row .named-issuer')].map(({ textContent }) => textContent)`,
  );

test('the list begins with what was pinned and what was used lately, and stands still while it is open', async ({
  context,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const keyUris = ['Cliniko', 'Halaxy', 'Jane'].map(
    (issuer) =>
      `otpauth://totp/${issuer}:sam?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO${issuer[0]}Q&issuer=${issuer}`,
  );
  await lanyard.ask('accounts/add-all', { keyUris });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);

  const first = await lanyard.popup(tab);
  await first.see(/^Copy the code of Jane/);
  expect(await listed(first)).toEqual(['Cliniko', 'Halaxy', 'Jane']);
  await first.click(/^Copy the code of Jane/);
  await first.see(/^Copied\./);
  await lanyard.ask('vault/confirm-recovery-key'); // news of any kind: another snapshot
  await first.waitFor(`!document.querySelector('.foot-notice')`, 'the news is there');
  expect(await listed(first)).toEqual(['Cliniko', 'Halaxy', 'Jane']);
  await lanyard.closePopup();

  const second = await lanyard.afterDeath(async () => {
    const popup = await lanyard.popup(tab);
    await popup.see(/^Copy the code of Jane/);
    return popup;
  });
  expect(await listed(second)).toEqual(['Jane', 'Cliniko', 'Halaxy']);
  await second.click(/^Open Halaxy/);
  await second.click('Keep at the top of the list');
  await second.waitFor(`document.querySelector('[aria-pressed=true]')`, 'it says that it is pinned');
  await second.click('Back');
  await second.see(/^Copy the code of Jane/);
  expect(await listed(second)).toEqual(['Halaxy', 'Jane', 'Cliniko']);
  await lanyard.closePopup();

  const stored: string[] = await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: null): Promise<Record<string, unknown>> } } };
    };
    const all = Object.entries(await chrome.storage.local.get(null));
    return all.filter(([key]) => key.startsWith('used-days/')).map(([, value]) => String(value));
  });
  expect(stored).toHaveLength(1);
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  expect(accounts.map(({ issuer, pinned }) => [issuer, pinned])).toEqual([
    ['Halaxy', true],
    ['Jane', false],
    ['Cliniko', false],
  ]);
  for (const { id } of accounts) expect(atob(stored[0]!)).not.toContain(id);
});
