import { createVaultWithSam, expect, logIn, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

test.describe('J2 log in', () => {
  for (const variant of ['single', 'bare', 'split', 'framework', 'spa']) {
    test(`the code is in the box after a login the person started: ${variant}`, async ({
      context,
      clinic,
      lanyard,
    }) => {
      await createVaultWithSam(lanyard);
      const tab = await context.newPage();
      await logIn(tab, `${ORIGIN}/v/${variant}/login`);
      await expect.poll(() => codeIn(tab), { timeout: 15_000 }).toMatch(/^\d{6}$/);
      await tab.getByRole('button', { name: 'Verify' }).click();
      await expect(tab).toHaveURL(/\/dashboard$/);
      expect(clinic.user(SAM.email).logins).toEqual(['code']);
      expect(clinic.user(SAM.email).failures).toBe(0);
    });
  }

  test('locked: the badge says so, and the waiting prompt is filled after unlock', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await logIn(tab);
    await expect.poll(() => badge(lanyard)).toBe('•');
    await expect(tab.locator('#verification-code')).toHaveValue('');
    const popup = await lanyard.popup(tab);
    await popup.fill('Password', VAULT_PASSWORD);
    await popup.press('Enter');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab).toHaveURL(/\/dashboard$/);
  });

  test('without a login nothing is filled until the person says so in the popup', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await logIn(tab);
    await expect.poll(() => codeIn(tab)).toMatch(/^\d{6}$/);
    // The armed login gave its one code. A second prompt is not filled by itself.
    await tab.goto(`${ORIGIN}/login/code`);
    await tab.waitForTimeout(2000);
    expect(await codeIn(tab)).toBe('');
    const popup = await lanyard.popup(tab);
    await popup.click('Fill');
    await popup.see(/already used here/i);
    await popup.click('Fill anyway');
    await expect.poll(() => codeIn(tab)).toMatch(/^\d{6}$/);
  });

  test('Enter in the popup fills', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/edit', { ...(await onlyAccount(lanyard)), fillsItself: false });
    const tab = await context.newPage();
    await logIn(tab);
    await tab.waitForTimeout(1500);
    expect(await codeIn(tab)).toBe('');
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    await popup.press('Enter');
    await expect.poll(() => codeIn(tab)).toMatch(/^\d{6}$/);
  });

  test('a page that does not take the code: the popup says so, the page never shows it', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await logIn(tab, `${ORIGIN}/v/hostile/login`);
    await tab.waitForTimeout(2500);
    expect(await tab.content()).not.toMatch(/\b\d{6}\b/);
    const popup = await lanyard.popup(tab);
    await popup.see('This page did not take the code. Copy it instead.');
    expect(await popup.text()).toMatch(/\d{3}\s*\d{3}/);
  });

  test('only the active tab is filled', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    const other = await context.newPage();
    await other.goto(`${ORIGIN}/plain`);
    await logIn(tab, `${ORIGIN}/v/spa/login`);
    await other.bringToFront();
    await other.waitForTimeout(2500);
    expect(await codeIn(tab)).toBe('');
    // The control: in front again, the person may ask for it.
    const popup = await lanyard.popup(tab);
    await popup.click('Fill');
    await expect.poll(() => codeIn(tab)).toMatch(/^\d{6}$/);
  });
});

/** What the page's code box holds, one box or six. */
async function codeIn(tab: import('@playwright/test').Page): Promise<string> {
  const boxes = tab.locator('input[inputmode=numeric]:visible');
  const values = await boxes.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  return values.join('');
}

async function badge(lanyard: import('./fixtures').Lanyard): Promise<string> {
  return lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(q: object): Promise<{ id: number }[]> };
        action: { getBadgeText(q: object): Promise<string> };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab!.id });
  });
}

async function onlyAccount(lanyard: import('./fixtures').Lanyard) {
  const [account] = (await lanyard.ask('vault/snapshot', { tabId: null })).accounts;
  return { accountId: account!.id, issuer: account!.issuer, account: account!.account, submits: false };
}
