import { existsSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import encodeQR from 'qr';
import sharp from 'sharp';
import type { Page } from '../../scripts/lib/page.mjs';
import type { Transport } from '../../scripts/lib/session.mjs';
import { createVaultWithSam, expect, ORIGIN, test } from './fixtures';

/** T26: pictures made to take all the time and memory there is. */
const KEY = 'otpauth://totp/Larkmoor:pat@harbourphysio.example?secret=JBSWY3DPEHPK3PXP&issuer=Larkmoor';

/** Milliseconds until the popup has said something: reading for two seconds at most, and saying it. */
const ANSWERED = 3000;
const MOST_GROWTH = 400_000_000;

const gif = (text: string, scale = 4) => Buffer.from(encodeQR(text, 'gif', { scale, border: 4 }));

/** One shade of gray, one bit a pixel: gigabytes in a file of kilobytes. */
function giantPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const chunk = (name: string, data: Buffer) => {
    const frame = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)]);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(checksum(frame.subarray(4, -4)), frame.length - 4);
    return frame;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

/** Fifty codes of the largest kind, 177 modules a side. */
async function fiftyLargeCodes(): Promise<Buffer> {
  const text = 'https://apps.example/'.padEnd(2300, 'x');
  const side = 370;
  const drawn = await sharp(gif(text, 2)).resize(side, side, { kernel: 'nearest' }).png().toBuffer();
  return sharp({ create: { width: 3840, height: 2160, channels: 3, background: '#fff' } })
    .composite(
      Array.from({ length: 50 }, (_, at) => ({
        input: drawn,
        left: 5 + (at % 10) * 383,
        top: 5 + Math.floor(at / 10) * 430,
      })),
    )
    .png()
    .toBuffer();
}

/** The popup's own process and its Workers, in bytes; 0 where the system does not say. */
async function memoryOf(browser: Transport): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const kilobytes = processInfo.map(({ id, type }: { id: number; type: string }) => {
    const file = `/proc/${id}/status`;
    return type === 'renderer' && existsSync(file)
      ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
      : 0;
  });
  return 1024 * kilobytes.reduce((sum: number, size: number) => sum + size, 0);
}

/** As Ctrl+V does in the popup. */
async function paste(popup: Page, file: Buffer, type: string): Promise<void> {
  await popup.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${file.toString('base64')}'), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'picture', { type: '${type}' }));
    const box = document.querySelector('.view textarea, .view input');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
}

const UNREADABLE = /cannot be opened/;
const TOO_LARGE = /too large/;
/** Looked through, or given up in time. */
const ENDED = /No set-up code|took too long/;
const FOUND = /pat@harbourphysio\.example/;

test.describe('T26: a picture in the popup', () => {
  for (const [what, type, make, said] of [
    ['20,000 × 20,000 pixels', 'image/png', async () => giantPng(20_000), TOO_LARGE],
    ['a header that lies', 'image/png', async () => lying(giantPng(64), 30_000), TOO_LARGE],
    ['36 megapixels, which is allowed', 'image/png', async () => giantPng(6000), ENDED],
    ['damaged', 'image/png', async () => gif(KEY).fill(7, 900), UNREADABLE],
    ['cut short', 'image/png', async () => giantPng(3000).subarray(0, 200), UNREADABLE],
    ['no picture at all', 'image/png', async () => Buffer.from('hello'), UNREADABLE],
    ['a drawing that could hold scripts', 'image/svg+xml', async () => Buffer.from('<svg/>'), UNREADABLE],
    ['moving: the first of its pictures', 'image/gif', () => moving(), FOUND],
    [
      'fifty codes of 177 modules',
      'image/png',
      fiftyLargeCodes,
      /link to apps\.example|took too long|No set-up code found/,
    ],
  ] as const) {
    test(what, async ({ context, browserSession, lanyard }) => {
      const file = await make();
      await createVaultWithSam(lanyard, null);
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/plain`);
      const popup = await lanyard.popup(tab);
      await popup.click('Add account');
      await popup.see({ name: 'Key, link or picture', role: 'textbox' });
      const before = await memoryOf(browserSession);
      await paste(popup, file, type);
      const began = Date.now();
      let most = before;
      while (!said.test(await popup.text())) {
        most = Math.max(most, await memoryOf(browserSession));
        expect(Date.now() - began, `what it says: ${await popup.text()}`).toBeLessThan(ANSWERED);
      }
      expect(most - before).toBeLessThan(MOST_GROWTH);

      // Alive, and a good picture after it is read.
      await paste(popup, gif(KEY), 'image/gif');
      await popup.see('Save');
      expect(await popup.text()).toMatch(FOUND);
    });
  }

  test('fifty codes on the page: all looked at, in time', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    const pictures = Array.from({ length: 50 }, (_, at) => {
      const text = at === 30 ? KEY : `https://apps.example/${at}`;
      return `<img width="110" height="110" src="data:image/gif;base64,${gif(text).toString('base64')}">`;
    });
    await context.route(`${ORIGIN}/many`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<body>${pictures.join('')}` }),
    );
    await tab.goto(`${ORIGIN}/many`);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page');
    expect(await popup.text()).toMatch(FOUND);
  });
});

/** A picture of 30,000 pixels a side by its header, and of nothing by its contents. */
function lying(file: Buffer, side: number): Buffer {
  file.writeUInt32BE(side, 16);
  file.writeUInt32BE(side, 20);
  return file;
}

async function moving(): Promise<Buffer> {
  const still = await sharp(gif(KEY)).resize(300, 300).png().toBuffer();
  const blank = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  return sharp([still, blank, still, blank], { join: { animated: true } })
    .gif({ delay: [100, 100, 100, 100], loop: 0 })
    .toBuffer();
}
