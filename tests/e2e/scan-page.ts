import type { BrowserContext, Page as Tab } from '@playwright/test';
import type { Lanyard } from './lanyard';
import type { Picture } from './pictures';

/** The page for pictures, the camera and windows. */
export async function openScan(context: BrowserContext, lanyard: Lanyard): Promise<Tab> {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/scan.html`);
  return tab;
}

export const choose = (tab: Tab, ...pictures: Picture[]) =>
  tab.getByLabel('Choose pictures').setInputFiles(pictures.map((picture) => ({ ...picture })));

/** As the person's own drag or paste would bring it: a real DataTransfer, at the place that listens. */
export async function bring(
  tab: Tab,
  how: 'drop' | 'paste',
  pictures: readonly Picture[],
  text = '',
): Promise<boolean> {
  const files = pictures.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  return tab.evaluate(
    ({ how, files, text }) => {
      const carried = new DataTransfer();
      if (text) carried.setData('text/plain', text);
      for (const { name, mimeType, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        carried.items.add(new File([bytes], name, { type: mimeType }));
      }
      const shared = { bubbles: true, cancelable: true };
      const event =
        how === 'drop'
          ? new DragEvent('drop', { ...shared, dataTransfer: carried })
          : new ClipboardEvent('paste', { ...shared, clipboardData: carried });
      return !document.body.dispatchEvent(event);
    },
    { how, files, text },
  );
}

/** Whose they are, in the vault's order. */
export const accountsOf = async (lanyard: Lanyard) =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).accounts.map(({ account }) => account);
