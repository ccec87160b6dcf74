import { leaveFigures } from '../figures';
import { createVaultWithSam, expect, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Printed, not judged: the machine is shared. */
test('unlock and first code on screen, and the part of it that is the KDF', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const [unlocks, kdfs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round++) {
    await lanyard.ask('vault/lock');
    // A wrong password costs the KDF and a message, and nothing else. The first one warms both up.
    for (const counts of [false, true]) {
      const began = performance.now();
      await lanyard.ask('vault/unlock', { password: 'not the password', tabId: null }).catch(() => {});
      if (counts) kdfs.push(performance.now() - began);
    }
    const popup = await lanyard.popup(tab);
    await popup.fill('Password', VAULT_PASSWORD);
    // From the key press to the first painted code, by the popup's own clock.
    await popup.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-account]')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.shownAt = performance.now(); }));
    }).observe(document.body, { childList: true, subtree: true });
    addEventListener('keydown', ({ key }) => { if (key === 'Enter') globalThis.pressedAt = performance.now(); }, true)`);
    await popup.press('Enter');
    await popup.waitFor('globalThis.shownAt', 'the first code is painted');
    unlocks.push(await popup.evaluate('globalThis.shownAt - globalThis.pressedAt'));
    await lanyard.closePopup();
  }
  expect(unlocks.every((milliseconds) => milliseconds > 0)).toBe(true);
  leaveFigures('unlock', {
    'Unlock and first code on screen': `median of 5: ${Math.round(median(unlocks))} ms; the KDF and a message alone: ${Math.round(median(kdfs))} ms`,
  });
});
