import { findPage } from '../../scripts/lib/popup.mjs';
import { createVaultWithSam, expect, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

test.describe('J4 first run and unlock', () => {
  test('the first run: password, recovery key, one group typed back', async ({
    context,
    browserSession,
    lanyard,
  }) => {
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Set up Lanyard');
    await popup.press('Enter');
    const welcome = await findPage(browserSession, /welcome\.html/);
    await welcome.see(/Removing the extension from the browser removes the vault/);

    await welcome.fill('Password', 'password1234');
    await welcome.see(/Too easy to guess/);
    await welcome.fill('Password', VAULT_PASSWORD);
    await welcome.fill('Repeat the password', VAULT_PASSWORD);
    await welcome.click('Create the vault');
    await welcome.see('I have written it down');
    const groups: string[] = await welcome.evaluate(
      "[...document.querySelectorAll('[data-group]')].map((group) => group.textContent.trim())",
    );
    expect(groups).toHaveLength(8);
    for (const group of groups) expect(group).toMatch(/^[0-9A-Z]{5}$/);
    await welcome.click('I have written it down');
    await welcome.see({ name: /^Group \d$/, role: 'textbox' });
    const asked = Number(/Group (\d)/.exec(await welcome.text())![1]);
    await welcome.fill(/^Group \d$/, groups[asked % 8]!);
    await welcome.click('Done');
    await welcome.see(/^That is not group/);
    await welcome.fill(/^Group \d$/, groups[asked - 1]!);
    await welcome.see('Lanyard is ready');
    expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({
      status: 'unlocked',
      recoveryConfirmed: true,
    });

    await lanyard.ask('vault/lock');
    const { recoveryKey } = await lanyard.ask('vault/recover', {
      recoveryKey: groups.join(' '),
      password: 'eight teal buses at dusk',
    });
    expect(recoveryKey).not.toBe(groups.join('-'));
    await lanyard.ask('vault/lock');
    // The old password and the old recovery key no longer open it.
    const old = lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
    await expect(old).rejects.toThrow('wrong-password');
    const again = lanyard.ask('vault/recover', { recoveryKey: groups.join(' '), password: VAULT_PASSWORD });
    await expect(again).rejects.toThrow('recovery-key-wrong');
    await lanyard.ask('vault/unlock', { password: 'eight teal buses at dusk', tabId: null });
  });

  test('a wrong password is a plain sentence, and waits grow across dead workers', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.fill('Password', 'not the password at all');
    await popup.press('Enter');
    await popup.see(/That is not the password/);
    await lanyard.closePopup();

    const wrong = () => lanyard.ask('vault/unlock', { password: 'not the password at all', tabId: null });
    await expect(wrong()).rejects.toThrow('wrong-password');
    await lanyard.killWorker();
    await expect(wrong()).rejects.toThrow('wrong-password');
    await lanyard.killWorker();
    // Three wrong: the fourth is not looked at, the right one neither.
    await expect(wrong()).rejects.toThrow('wait');
    await expect(lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null })).rejects.toThrow(
      'wait',
    );
    await tab.waitForTimeout(1100);
    await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
    expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toMatchObject([
      { id: accountId },
    ]);
  });

  test('three windows at once have no more tries than one', async ({ lanyard }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('vault/lock');
    const tries = Array.from({ length: 6 }, () =>
      lanyard
        .ask('vault/unlock', { password: 'not the password at all', tabId: null })
        .catch((error: Error) => error.message),
    );
    const answers = (await Promise.all(tries)).map(
      (answer) => /wrong-password|wait/.exec(String(answer))?.[0],
    );
    expect(answers.filter((answer) => answer === 'wrong-password')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(3);
  });

  test('locks by button, on idle and at the absolute limit', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const status = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).status;
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.click('Lock');
    await popup.see({ name: 'Password', role: 'textbox' });
    expect(await status()).toBe('locked');
    await lanyard.closePopup();

    for (const change of [
      { deadline: Date.now() - 1 },
      { unlockedAt: Date.now() + 3_600_000 }, // the clock was set back
      { lastPresent: Date.now() - 16 * 60_000 }, // the laptop slept
    ]) {
      await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
      expect(await status()).toBe('unlocked');
      await changeSessionKey(lanyard, change);
      expect(await status()).toBe('locked');
    }
    // The control: a change that means nothing leaves it open.
    await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
    await changeSessionKey(lanyard, { lastPresent: Date.now() - 60_000 });
    expect(await status()).toBe('unlocked');
  });

  test('locks when the computer is locked, and not for idleness that is none', async ({ lanyard }) => {
    await createVaultWithSam(lanyard);
    const status = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).status;
    await lanyard.sayIdleState('idle'); // told too early: asked anew, the browser says that somebody is here
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await status()).toBe('unlocked');
    await lanyard.sayIdleState('locked');
    await expect.poll(status, { timeout: 1000 }).toBe('locked');
  });
});

async function changeSessionKey(lanyard: import('./fixtures').Lanyard, change: object): Promise<void> {
  await lanyard.arrange(async (change) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: StorageLike } } };
    const { 'session-key': key } = await chrome.storage.session.get('session-key');
    await chrome.storage.session.set({ 'session-key': { ...(key as object), ...change } });
  }, change);
}

interface StorageLike {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: object): Promise<void>;
}
