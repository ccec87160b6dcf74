import { ORIGIN, PASSWORD, type Scene, type Stage } from '../stage.ts';

/** The database lost, and put right from a snapshot; then both lost. */
export const damage: Scene = async (stage) => {
  const { lanyard, tab, begin, open, shoot } = stage;
  await begin();
  await lose(stage, false);
  await lanyard.ask('vault/unlock', { password: PASSWORD, tabId: null });
  await tab.goto(`${ORIGIN}/plain`);
  const repaired = await lanyard.popup(tab);
  await repaired.see(/^Copy/);
  await shoot('store-repaired', repaired);
  await lanyard.closePopup();

  await lose(stage, true);
  const damaged = await lanyard.popup(tab);
  await damaged.waitFor(
    `document.querySelector('main')?.textContent.length > 20`,
    'the popup says something',
  );
  await shoot('stores-damaged', damaged);
  await lanyard.closePopup();
  const rescue = await open('welcome.html#rescue');
  await rescue.waitForTimeout(500);
  await shoot('welcome-rescue', rescue);
  await rescue.close();
};

async function lose({ lanyard }: Stage, both: boolean): Promise<void> {
  await lanyard.ask('vault/lock');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await lanyard.killWorker();
  await lanyard.arrange(async (both: boolean) => {
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name!).onsuccess = resolve;
      });
    const { local } = (
      globalThis as unknown as {
        chrome: {
          storage: {
            local: {
              get(key: null): Promise<Record<string, unknown>>;
              remove(keys: string[]): Promise<void>;
            };
          };
        };
      }
    ).chrome.storage;
    const keys = Object.keys(await local.get(null)).filter((key) => key.startsWith('snapshot/'));
    if (both) await local.remove(keys);
  }, both);
  await lanyard.killWorker().catch(() => {});
}
