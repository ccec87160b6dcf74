import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, test } from '../fixtures';
import { alarmTime, fireAlarm, set, statusOf } from './settings';

/** T38, in the browser's real clipboard. The alarm is the product's own; it is only made to go off sooner. */

const ALARM = 'clear-clipboard';

async function clipboard(tab: Tab): Promise<string> {
  await tab.bringToFront();
  return tab.evaluate(() => navigator.clipboard.readText());
}

/** Copies in the popup and closes it. */
async function copy(lanyard: Lanyard, tab: Tab): Promise<string> {
  const popup = await lanyard.popup(tab);
  await popup.click('Copy');
  await popup.see(/^Copied\./);
  await lanyard.closePopup();
  const code = await clipboard(tab);
  expect(code).toMatch(/^\d{6}$/);
  return code;
}

/** What is kept of it in `storage.session`, and whether the page that clears it is there. */
const traces = (lanyard: Lanyard) =>
  lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { session: { get(key: null): Promise<object> } };
        runtime: { getContexts(query: object): Promise<unknown[]> };
      };
    };
    const pages = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return { session: JSON.stringify(await chrome.storage.session.get(null)), pages: pages.length };
  });

/** Nothing is waited for any more: it was dealt with. */
const settled = (lanyard: Lanyard) =>
  expect
    .poll(async () => {
      const { session, pages } = await traces(lanyard);
      return { waits: session.includes('"copied"'), pages };
    })
    .toEqual({ waits: false, pages: 0 });

let tab: Tab;
test.beforeEach(async ({ context, lanyard }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  await createVaultWithSam(lanyard);
  tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
});

test.describe('with the permissions', () => {
  test.use({ permitted: ['clipboardRead', 'clipboardWrite', 'offscreen'] });

  test('unchanged, it is cleared; kept until then is only what it is compared with', async ({ lanyard }) => {
    await set(lanyard, { clearsClipboard: true });
    const before = Date.now();
    const code = await copy(lanyard, tab);
    const due = await alarmTime(lanyard, ALARM);
    expect(due! - before).toBeGreaterThanOrEqual(30_000);
    expect(due! - Date.now()).toBeLessThanOrEqual(30_000);
    const { session } = await traces(lanyard);
    expect(session).toContain('"copied"');
    expect(session).not.toContain(code);

    expect(await fireAlarm(lanyard, ALARM)).toBe(true);
    await expect.poll(() => clipboard(tab)).toBe('');
    await settled(lanyard);
    expect(await alarmTime(lanyard, ALARM)).toBe(null);
  });

  test('something else copied meanwhile stays, be it text or a picture', async ({ lanyard }) => {
    await set(lanyard, { clearsClipboard: true });
    await copy(lanyard, tab);
    await tab.evaluate(() => navigator.clipboard.writeText('an appointment at ten'));
    expect(await fireAlarm(lanyard, ALARM)).toBe(true);
    await settled(lanyard);
    expect(await clipboard(tab)).toBe('an appointment at ten');

    await copy(lanyard, tab);
    await tab.evaluate(async () => {
      const canvas = new OffscreenCanvas(8, 8);
      canvas.getContext('2d')!.fillRect(0, 0, 8, 8);
      const png = await canvas.convertToBlob({ type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    });
    expect(await fireAlarm(lanyard, ALARM)).toBe(true);
    await settled(lanyard);
    await tab.bringToFront();
    const kinds = await tab.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types }) => types),
    );
    expect(kinds).toEqual(['image/png']);
  });

  test('the worker may die before', async ({ lanyard }) => {
    await set(lanyard, { clearsClipboard: true });
    await copy(lanyard, tab);
    await lanyard.killWorker();
    expect(await fireAlarm(lanyard, ALARM)).toBe(true);
    await expect.poll(() => clipboard(tab)).toBe('');
    await settled(lanyard);
  });

  test('cleared at lock; on a shared PC the lock after the copy leaves it its time', async ({ lanyard }) => {
    await set(lanyard, { clearsClipboard: true });
    const code = await copy(lanyard, tab);
    await set(lanyard, { sharedPc: true });
    await lanyard.ask('codes/copied', { code });
    expect(await statusOf(lanyard)).toBe('locked');
    await tab.waitForTimeout(1_000);
    expect(await clipboard(tab)).toBe(code);
    await lanyard.ask('vault/lock');
    await expect.poll(() => clipboard(tab)).toBe('');
    await settled(lanyard);
  });

  test('with the setting off it stays', async ({ lanyard }) => {
    const code = await copy(lanyard, tab);
    expect(await fireAlarm(lanyard, ALARM)).toBe(false);
    await lanyard.ask('vault/lock');
    await tab.waitForTimeout(1_000);
    expect(await clipboard(tab)).toBe(code);
    expect((await traces(lanyard)).session).not.toContain('"copied"');
  });
});

for (const permitted of [[], ['offscreen']])
  test.describe(`with ${permitted.join() || 'none'} of the permissions left`, () => {
    test.use({ permitted });

    test('nothing is cleared, and the popup says so once', async ({ lanyard }) => {
      await set(lanyard, { clearsClipboard: true });
      const code = await copy(lanyard, tab);
      expect(await fireAlarm(lanyard, ALARM)).toBe(true);
      await settled(lanyard);
      expect(await clipboard(tab)).toBe(code);
      const title = { name: 'The clipboard was not cleared', role: 'heading' };
      const popup = await lanyard.popup(tab);
      await popup.see(title);
      await popup.click('Dismiss');
      await expect.poll(() => popup.has(title)).toBe(false);
      await lanyard.closePopup();
      const again = await lanyard.popup(tab);
      await again.see('Fill');
      expect(await again.has(title)).toBe(false);
    });
  });
