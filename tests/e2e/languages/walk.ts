import type { BrowserContext, Page as Tab } from '@playwright/test';
import { SECTION_IDS } from '../../../entrypoints/options/place';
import type { Page } from '../../../scripts/lib/page.mjs';
import { createVaultWithSam, type Lanyard, logIn, ORIGIN, SAM, VAULT_PASSWORD } from '../fixtures';
import type { Speech } from './pseudo';

/** The main states of the popup and the pages, found by what they say in any language, and each looked at. */

export interface Stage {
  readonly context: BrowserContext;
  readonly lanyard: Lanyard;
  readonly say: Speech;
  readonly look: (name: string, page: Page | Tab) => Promise<void>;
}

/** Each name with a key of its own. */
const uri = (name: string, more = '') =>
  `otpauth://totp/Larkmoor:${name}@harbourphysio.example?secret=GEZDGNBVGY3TQOJQ${name.toUpperCase().replace(/\d/g, (digit) => 'QRSTUVWXYZ'[Number(digit)]!)}&issuer=Larkmoor${more}`;
const PAGE_SIZES = [
  { width: 900, height: 900 },
  { width: 480, height: 900 },
];

/** A page of ours, wide and narrow. */
async function lookAtPage({ look }: Stage, name: string, tab: Tab): Promise<void> {
  for (const size of PAGE_SIZES) {
    await tab.setViewportSize(size);
    await look(`${name} ${size.width}`, tab);
  }
}

async function open({ context, lanyard }: Stage, file: string): Promise<Tab> {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/${file}`);
  await tab.waitForFunction(() => document.querySelector('main')?.childElementCount);
  return tab;
}

/** The popup over this tab, once it shows this; `then` goes on in it. */
async function popup(
  { lanyard, look }: Stage,
  tab: Tab,
  name: string,
  shows: string,
  then?: (popup: Page) => Promise<void>,
): Promise<void> {
  const opened = await lanyard.popup(tab);
  await opened.see(shows);
  await look(name, opened);
  await then?.(opened);
  await lanyard.closePopup();
}

export async function firstRun(stage: Stage): Promise<void> {
  const { context, lanyard, say, look } = stage;
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await popup(stage, tab, 'no vault', say('setup_button'));
  for (const hash of ['bring', 'rescue']) {
    const page = await open(stage, `welcome.html#${hash}`);
    await lookAtPage(stage, `welcome#${hash}`, page);
    await page.close();
  }
  const welcome = await open(stage, 'welcome.html');
  await lookAtPage(stage, 'welcome', welcome);
  const [password, again] = await welcome.locator('input[type=password]').all();
  await password!.fill('short');
  await look('welcome, short password', welcome);
  await password!.fill(VAULT_PASSWORD);
  await again?.fill(VAULT_PASSWORD);
  await welcome.locator('button[type=submit]').first().click();
  await welcome.locator('.recovery-key, .key-groups, [class*=recovery]').first().waitFor();
  await lookAtPage(stage, 'welcome, recovery key', welcome);
  await lanyard.ask('vault/confirm-recovery-key');
  await welcome.reload();
  await welcome.waitForFunction(() => document.querySelector('main')?.childElementCount);
  await lookAtPage(stage, 'welcome, done', welcome);
  for (const hash of ['recover', 'add-person', 'renew']) {
    const page = await open(stage, `welcome.html#${hash}`);
    await lookAtPage(stage, `welcome#${hash}`, page);
    await page.close();
  }
}

export async function list(stage: Stage): Promise<void> {
  const { context, lanyard, say, look } = stage;
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  await lanyard.ask('vault/confirm-recovery-key');
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await popup(stage, tab, 'empty', say('look_on_page'), async (page) => {
    await page.click(say('look_on_page'));
    await page.see(say('nothing_added'));
    await look('no code found', page);
  });
  await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(uri('sam'))}`);
  await popup(stage, tab, 'found', say('save'));
  const odd = `${ORIGIN}/enrol-demo?uri=${encodeURIComponent(uri('odd', '&digits=8&period=60&algorithm=SHA256'))}`;
  await tab.goto(odd);
  await popup(stage, tab, 'found, unusual', say('save'));

  const { accountId } = await lanyard.ask('accounts/add', {
    ...{ keyUri: uri('sam'), origin: ORIGIN, tabId: null },
    same: 'ask',
  });
  await lanyard.ask('accounts/add-all', { keyUris: Array.from({ length: 20 }, (_, n) => uri(`n${n}`)) });
  await tab.goto(`${ORIGIN}/login`);
  await popup(stage, tab, 'site card', say('copy'), async (page) => {
    await page.press('Enter');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await look('site card, Enter', page);
    await page.type('n1');
    await look('search', page);
    await page.type('zzz');
    await look('search without an answer', page);
  });
  await popup(stage, tab, 'list', say('copy'), async (page) => {
    await page.click(say('add_account'));
    await page.see(say('add_title'));
    await look('add', page);
  });
  await lanyard.ask('accounts/keep-recovery-codes', {
    accountId,
    text: 'k7mpq-2xwva\nnhtrb-9cdef',
    renewed: false,
  });
  await popup(stage, tab, 'list', say('copy'), async (page) => {
    await page.click(say('account_open', 'Larkmoor', SAM.email));
    await page.see(say('recovery_codes'));
    await look('account', page);
    await page.click(say('second_device_begin'));
    await page.see(say('back_up_password'));
    await look('account, second device', page);
  });
  await popup(stage, tab, 'list', say('copy'), async (page) => {
    await page.click(say('account_open', 'Larkmoor', SAM.email));
    await page.click(say('recovery_codes_add_more'));
    await look('account, recovery codes', page);
  });
}

export async function portal(stage: Stage): Promise<void> {
  const { context, lanyard, say } = stage;
  const accountId = await createVaultWithSam(lanyard);
  await lanyard.ask('vault/confirm-recovery-key');
  await lanyard.ask('accounts/edit', {
    accountId,
    issuer: 'Larkmoor',
    account: SAM.email,
    fillsItself: false,
    submits: false,
  });
  const tab = await context.newPage();
  await logIn(tab);
  await tab.locator('#verification-code').waitFor();
  await popup(stage, tab, 'prompt', say('fill'));
  for (const [kind, words] of Object.entries({
    texted: 'We sent a text message with a code to the phone ending in 56. Resend code',
    mailed: 'We sent an e-mail with a code to your inbox. Resend e-mail',
    unclear: 'Open your authenticator app. We sent a code to your registered email address.',
  })) {
    const body = `<!doctype html><title>Portal</title><p>${words}</p><label for="code">Code</label><input id="code" name="code" inputmode="numeric" maxlength="6">`;
    await tab.route(`${ORIGIN}/${kind}`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await tab.goto(`${ORIGIN}/${kind}`);
    await tab.waitForTimeout(800);
    await popup(stage, tab, kind, say('why'), (page) => page.click(say('why')));
  }
  await lanyard.ask('vault/lock');
  await popup(stage, tab, 'locked', say('unlock'), async (page) => {
    await page.type('wrong');
    await page.press('Enter');
    await page.see(say('failure_wrong_password'));
    await stage.look('locked, wrong password', page);
  });
  const window = await open(stage, 'unlock.html');
  await stage.look('unlock', window);
}

export async function pages(stage: Stage): Promise<void> {
  const { lanyard, look, say } = stage;
  const accountId = await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/keep-recovery-codes', {
    accountId,
    text: 'k7mpq-2xwva\nnhtrb-9cdef',
    renewed: false,
  });
  const { accountId: other } = await lanyard.ask('accounts/add', {
    ...{ keyUri: uri('jane'), origin: null, tabId: null },
    same: 'ask',
  });
  await lanyard.ask('accounts/remove', { accountId: other });
  const options = await open(stage, 'options.html');
  for (const locked of [false, true]) {
    if (locked) await lanyard.ask('vault/lock');
    for (const section of SECTION_IDS) {
      await options.goto(`chrome-extension://${lanyard.id}/options.html#${section}`);
      await options.waitForTimeout(300);
      await lookAtPage(stage, `settings, ${section}${locked ? ', locked' : ''}`, options);
    }
  }
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  for (const what of ['keep', 'print'])
    await lookAtPage(
      stage,
      `recovery codes, ${what}`,
      await open(stage, `recovery-codes.html#${what}=${accountId}`),
    );

  const scan = await open(stage, 'scan.html#phone');
  for (const fold of await scan.locator('summary').all()) await fold.click();
  await lookAtPage(stage, 'scan', scan);
  await paste(scan, uri('kim'));
  await scan.getByRole('button', { name: say('save'), exact: true }).waitFor();
  await look('scan, found', scan);
  await scan.reload();
  await scan.waitForSelector('main');
  await paste(scan, [uri('kim'), uri('lee'), 'otpauth://totp/odd?secret=1'].join('\n'));
  await scan.getByRole('button', { name: say('not_now') }).waitFor();
  await lookAtPage(stage, 'scan, several', scan);
}

async function paste(tab: Tab, text: string): Promise<void> {
  await tab.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  }, text);
}
