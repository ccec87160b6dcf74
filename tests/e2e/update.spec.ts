import { createVaultWithSam, expect, test } from './fixtures';

/** The browser's word of an update is handed to its listener, and reloading is noted instead of done: the test's browser does not come back from it. */
test('an update waits until the vault is locked', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const worker = () => context.serviceWorkers().find((running) => running.url().includes(lanyard.id))!;
  const reloads = () => worker().evaluate(() => (globalThis as { reloads?: number }).reloads ?? 0);
  const offerUpdate = () =>
    worker().evaluate(() => {
      const world = globalThis as unknown as {
        reloads?: number;
        chrome: { runtime: { reload(): void; onUpdateAvailable: { dispatch(details: object): void } } };
      };
      world.chrome.runtime.reload = () => {
        world.reloads = (world.reloads ?? 0) + 1;
      };
      world.chrome.runtime.onUpdateAvailable.dispatch({ version: '99' });
    });
  await offerUpdate();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await reloads()).toBe(0);
  await lanyard.ask('vault/lock');
  await expect.poll(reloads).toBe(1);
  // The control: locked already, there is nothing to wait for.
  await offerUpdate();
  await expect.poll(reloads).toBe(2);
});
