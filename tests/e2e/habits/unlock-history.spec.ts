import { createVaultWithSam, expect, type Lanyard, ORIGIN, test, VAULT_PASSWORD } from '../fixtures';

const history = (lanyard: Lanyard) => lanyard.ask('vault/unlock-history');
const unlock = (lanyard: Lanyard, password = VAULT_PASSWORD) =>
  lanyard.ask('vault/unlock', { password, tabId: null });

/** All that `storage.local` holds, as text. */
const onDisk = (lanyard: Lanyard): Promise<string> =>
  lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: null): Promise<object> } } };
    };
    return JSON.stringify(await chrome.storage.local.get(null));
  });

/** Wrong passwords that were typed so long ago. */
const makeOlder = (lanyard: Lanyard, milliseconds: number) =>
  lanyard.arrange(async (milliseconds) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          local: {
            get(key: null): Promise<Record<string, { lastAt: number; wrong: { at: number }[] }>>;
            set(values: object): Promise<void>;
          };
        };
      };
    };
    const all = await chrome.storage.local.get(null);
    const [key, attempts] = Object.entries(all).find(([key]) => key.startsWith('unlock-attempts/'))!;
    const wrong = attempts.wrong.map((each) => ({ ...each, at: each.at - milliseconds }));
    await chrome.storage.local.set({ [key]: { ...attempts, lastAt: 0, wrong } });
  }, milliseconds);

test('unlocks and wrong passwords are kept, sealed, over the worker’s death and a new vault key', async ({
  context,
  lanyard,
}) => {
  test.setTimeout(90_000);
  await createVaultWithSam(lanyard);
  await lanyard.ask('vault/lock');
  await expect(unlock(lanyard, 'not this one')).rejects.toThrow('wrong-password');
  await lanyard.killWorker();
  const before = Date.now();
  await unlock(lanyard);
  const ways = async () => (await history(lanyard)).map(({ way, opened }) => ({ way, opened }));
  const one = { way: 'password', opened: false };
  const two = { way: 'password', opened: true };
  await expect.poll(ways).toEqual([one, two]);
  expect((await history(lanyard))[1]!.at).toBeGreaterThanOrEqual(before);

  // Sealed by now: neither the way nor the time is on the disk any more.
  await expect.poll(() => onDisk(lanyard)).toContain('"wrong":[]');
  const disk = await onDisk(lanyard);
  expect(disk).toContain('unlock-history/');
  expect(disk).not.toContain('"way"');
  for (const { at } of await history(lanyard)) expect(disk).not.toContain(String(at));

  await lanyard.ask('vault/rotate', { password: VAULT_PASSWORD, newPassword: 'nine calm otters at noon' });
  expect(await ways()).toEqual([one, two]);

  const options = await context.newPage();
  await options.goto(`chrome-extension://${lanyard.id}/options.html#security`);
  await expect(options.locator('#unlocks li')).toHaveText([/^Unlocked with the password/, /^Wrong password/]);
  await lanyard.ask('vault/lock');
  await expect(options.locator('#unlocks')).toHaveCount(0);
  await expect(history(lanyard)).rejects.toThrow('locked');
});

test('wrong passwords of a while ago are told once; a slip just now is not', async ({ context, lanyard }) => {
  test.setTimeout(90_000);
  await createVaultWithSam(lanyard);
  await lanyard.ask('vault/lock');
  for (let tries = 0; tries < 2; tries++) await expect(unlock(lanyard, 'not this one')).rejects.toThrow();
  await makeOlder(lanyard, 3_600_000);
  await unlock(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const title = { name: '2 wrong passwords since your last unlock', role: 'heading' };
  const popup = await lanyard.popup(tab);
  await popup.see(title);
  await popup.click('Dismiss');
  await expect.poll(() => popup.has(title)).toBe(false);
  await lanyard.closePopup();

  await lanyard.ask('vault/lock');
  await expect(unlock(lanyard, 'not this one')).rejects.toThrow('wrong-password');
  await unlock(lanyard);
  const again = await lanyard.popup(tab);
  await again.see('Fill');
  expect(await again.has({ name: /since your last unlock/, role: 'heading' })).toBe(false);
  await expect.poll(async () => (await history(lanyard)).length).toBe(5);
});
