import type { Page as Tab } from '@playwright/test';
import type { Scene } from '../stage.ts';

const uri = (name: string) =>
  `otpauth://totp/Larkmoor:${name}@harbourphysio.example?secret=GEZDGNBVGY3TQOJQ${name === 'sam' ? 'AAAA' : 'BBBB'}&issuer=Larkmoor`;

export const pictures: Scene = async ({ begin, open, shoot }) => {
  await begin();
  const scan = await open('scan.html');
  await shoot('scan', scan);
  await paste(scan, uri('jane'));
  await scan.getByRole('button', { name: /Save/ }).first().waitFor();
  await shoot('scan-found', scan);
  await scan.reload();
  await scan.waitForSelector('main');
  await paste(scan, [uri('jane'), uri('sam'), 'otpauth://totp/odd?secret=1'].join('\n'));
  await scan.getByRole('button', { name: /Save/ }).first().waitFor();
  await shoot('scan-several', scan);
  await scan.close();
  const phone = await open('scan.html#phone');
  for (const fold of await phone.locator('summary').all()) await fold.click();
  await shoot('scan-on-the-phone', phone);
  await phone.close();
};

async function paste(tab: Tab, text: string): Promise<void> {
  await tab.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  }, text);
}
