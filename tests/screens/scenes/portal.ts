import type { Page as Tab } from '@playwright/test';
import { ORIGIN, PASSWORD, SAM, type Scene, type Stage } from '../stage.ts';

const TEXTED = `<p>We sent a text message with an 8-digit code to the phone ending in 56.</p>
  <label for="code">SMS code</label><input id="code" name="sms_code" inputmode="numeric" maxlength="8"><a href="#">Resend code</a>`;
const MAILED = TEXTED.replaceAll('text message', 'e-mail')
  .replace('the phone ending in 56', 'your inbox')
  .replace('SMS code', 'Code from the e-mail')
  .replace('sms_code', 'email_code');
const UNCLEAR = `<p>Open your authenticator app. We sent a code to your registered email address.</p>
  <label for="code">Verification code</label><input id="code" inputmode="numeric" maxlength="6">`;
const RECOVERY = `<h1>Use a backup code</h1><p>Enter one of your backup codes.</p><form><label for="code">Backup code</label>
  <input id="code" name="backup_code" autocomplete="off"></form>`;

/** The worker's answer for a site that no extension may enter: `policy.spec.ts` has it from a browser with such a policy. */
const CLOSED_BY_POLICY = `{
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = (message) =>
    message.name === 'fill/active-tab'
      ? Promise.resolve({ failure: { code: 'closed-by-policy', values: [] } })
      : send(message);
}`;

export const portal: Scene = async (stage) => {
  const { lanyard, tab, begin, open, shoot } = stage;
  const accountId = await begin();
  await tab.goto(`${ORIGIN}/login`);
  await shoot('site-no-prompt', await lanyard.popup(tab));
  await lanyard.closePopup();
  await lanyard.ask('accounts/edit', {
    ...{ accountId, issuer: 'Larkmoor', account: SAM.email },
    fillsItself: false,
    submits: false,
  });
  await logIn(tab);
  await popup(stage, 'site-prompt-waits', (page) => page.see(/^Fill/));
  const filled = await lanyard.popup(tab);
  await filled.click(/^Fill/);
  await filled.see(/^Filled/);
  await shoot('site-filled', filled);
  await lanyard.closePopup();
  await popup(stage, 'site-closed-by-policy', async (page) => {
    await page.evaluate(CLOSED_BY_POLICY);
    await page.click(/^Fill/);
    await page.see(/^Your organisation keeps/);
  });

  for (const [name, body] of Object.entries({ texted: TEXTED, mailed: MAILED, unclear: UNCLEAR })) {
    await show(tab, name, body);
    await popup(stage, `site-${name}`, async (page) => page.see('Why?'));
  }
  await lanyard.ask('accounts/keep-recovery-codes', {
    ...{ accountId, renewed: false },
    text: 'k7mpq-2xwva\nnhtrb-9cdef\nwwkpa-zzrth',
  });
  await show(tab, 'recovery', RECOVERY);
  await popup(stage, 'site-recovery', async (page) => page.see(/Use a recovery code/));

  await lanyard.ask('vault/lock');
  await popup(stage, 'locked', async (page) => page.see(/Unlock/));
  const wrong = await lanyard.popup(tab);
  await wrong.see('Unlock');
  await wrong.type('not this one');
  await wrong.press('Enter');
  await wrong.waitFor(`document.querySelector('.notice')`, 'it is said');
  await shoot('locked-wrong-password', wrong);
  await lanyard.closePopup();
  const forgive = await manyWrong(stage);
  await popup(stage, 'locked-wait', async (page) => page.see(/^Too many/));
  await forgive();
  const window = await open('unlock.html');
  await shoot('unlock', window);
  await window.close();
  await lanyard.ask('vault/unlock', { password: PASSWORD, tabId: null });
};

/** So many wrong passwords that the wait is long. Returns what forgets them. */
async function manyWrong({ lanyard }: Stage): Promise<() => Promise<void>> {
  const { vaultId } = await lanyard.ask('vault/snapshot', { tabId: null });
  const note = (failures: number) =>
    lanyard.arrange(
      ([key, failures]) => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { set(items: object): Promise<void> } } };
        };
        return chrome.storage.local.set({ [key]: { failures, lastAt: Date.now() } });
      },
      [`unlock-attempts/${vaultId}`, failures] as const,
    );
  await note(9);
  return () => note(0);
}

async function logIn(tab: Tab): Promise<void> {
  await tab.goto(`${ORIGIN}/login`);
  await tab.getByLabel('E-mail address').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await tab.getByRole('button', { name: 'Log in' }).click();
  await tab.locator('#verification-code').waitFor();
}

async function show(tab: Tab, name: string, body: string): Promise<void> {
  const page = { contentType: 'text/html', body: `<!doctype html><title>Portal</title>${body}` };
  await tab.route(`${ORIGIN}/${name}`, (route) => route.fulfill(page));
  await tab.goto(`${ORIGIN}/${name}`);
  await tab.waitForTimeout(800);
}

async function popup(
  { lanyard, tab, shoot }: Stage,
  name: string,
  until: (page: Awaited<ReturnType<typeof lanyard.popup>>) => Promise<void>,
): Promise<void> {
  const page = await lanyard.popup(tab);
  await until(page);
  await shoot(name, page);
  await lanyard.closePopup();
}
