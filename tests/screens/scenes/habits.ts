import type { Settings } from '../../../utils/platform/settings.ts';
import { ORIGIN, PASSWORD, SAM, type Scene, type Stage } from '../stage.ts';

interface Chrome {
  readonly chrome: { readonly storage: { readonly local: { set(values: object): Promise<void> } } };
}

const set = (lanyard: Stage['lanyard'], settings: Partial<Settings>) =>
  lanyard.arrange(
    (settings) => (globalThis as unknown as Chrome).chrome.storage.local.set({ settings }),
    settings,
  );

/** Codes as dots, a shared PC, the clipboard, wrong passwords; what the settings say of this PC, of security and of Lanyard. */
export const habits: Scene = async ({ lanyard, tab, begin, open, shoot }) => {
  const accountId = await begin();
  const keyUri = 'otpauth://totp/Jane:jane@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Jane';
  await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
  await tab.goto(`${ORIGIN}/plain`);

  await set(lanyard, { hidesCodes: true });
  const hidden = await lanyard.popup(tab);
  await hidden.see('Show the code');
  await shoot('codes-hidden', hidden);
  await hidden.click('Show the code');
  await hidden.see('Hide the code');
  await shoot('codes-one-shown', hidden);
  await hidden.click({ name: /^Open Larkmoor/, role: 'button' });
  await hidden.see('Show the code');
  await shoot('account-hidden', hidden);
  await lanyard.closePopup();

  await set(lanyard, { clearsClipboard: true });
  await lanyard.ask('codes/copy', { accountId, which: 'now' });
  await lanyard.ask('vault/lock'); // without the permission nothing is cleared
  for (let tries = 0; tries < 3; tries++)
    await lanyard.ask('vault/unlock', { password: 'not this one', tabId: null }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await lanyard.ask('vault/unlock', { password: PASSWORD, tabId: null });
  const left = await lanyard.popup(tab);
  await left.see({ name: 'The clipboard was not cleared', role: 'heading' });
  await shoot('clipboard-left', left);
  await lanyard.closePopup();
  await lanyard.ask('vault/dismiss-news');
  await lanyard.ask('vault/lock');
  for (let tries = 0; tries < 3; tries++)
    await lanyard.ask('vault/unlock', { password: 'not this one', tabId: null }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await lanyard.ask('vault/unlock', { password: PASSWORD, tabId: null });
  const wrong = await lanyard.popup(tab);
  await wrong.see(/^3 wrong passwords/);
  await shoot('wrong-passwords', wrong);
  await lanyard.closePopup();

  for (const section of ['this-pc', 'security', 'about']) {
    const page = await open(`options.html#${section}`);
    await page.waitForTimeout(500);
    await shoot(`settings-${section}`, page);
    await page.close();
  }
  await set(lanyard, { sharedPc: true });
  for (const section of ['this-pc', 'security']) {
    const page = await open(`options.html#${section}`);
    await page.waitForTimeout(500);
    await shoot(`settings-${section}-shared`, page);
    await page.close();
  }
  await tab.goto(`${ORIGIN}/login`);
  await tab.getByLabel('E-mail address').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await tab.getByRole('button', { name: 'Log in' }).click();
  await tab.waitForFunction(() =>
    /^\d{6}$/.test(document.querySelector<HTMLInputElement>('.code')?.value ?? ''),
  );
  await tab.locator('[name=remember]').check();
  await tab.getByRole('button', { name: 'Verify' }).click();
  await tab.getByRole('button', { name: 'Log out' }).waitFor();
  const told = await lanyard.popup(tab);
  await told.see({ name: /^You let this site remember/, role: 'StaticText' });
  await shoot('told-to-remember', told);
  await lanyard.closePopup();
  await lanyard.ask('vault/unlock', { password: PASSWORD, tabId: null });
  const unlocked = await lanyard.popup(tab);
  await unlocked.see('Shared PC');
  await shoot('told-to-remember-unlocked', unlocked);
  await unlocked.click('Copy');
  await unlocked.see('Copied. Locked again.');
  await shoot('copied-locked', unlocked);
  await lanyard.closePopup();
};
