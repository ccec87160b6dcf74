import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import sharp from 'sharp';

/** As the stores want them, in pixels. */
const PICTURE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

interface Parts {
  readonly title: string;
  readonly address: string;
  /** PNGs. */
  readonly page: Buffer;
  readonly popup: Buffer | null;
}

/** A drawn browser window with this page in it, and the popup hanging from its toolbar. */
export async function drawPicture(context: BrowserContext, file: string, parts: Parts): Promise<void> {
  const { title, address, page, popup } = parts;
  await draw(
    context,
    file,
    PICTURE,
    `<style>
      body { display: grid; grid-template-rows: 108px 1fr; justify-items: center; background: #e8f1f0; color: #15202b }
      h1 { align-self: center; margin: 0; font-size: 34px; font-weight: 600; letter-spacing: -.01em }
      main { position: relative; width: 1160px; height: 692px; overflow: hidden; border-radius: 12px 12px 0 0;
             background: #fff; box-shadow: 0 10px 40px rgb(21 32 43 / 18%) }
      header { display: flex; gap: 12px; align-items: center; height: 48px; padding: 0 20px; background: #f1f3f4;
               border-bottom: 1px solid #dde1e3 }
      header span { flex: 1; padding: 6px 16px; border-radius: 14px; background: #fff; color: #5b6770; font-size: 14px }
      header img { width: 20px; padding: 5px; border-radius: 6px; background: #dfe5e6 }
      .popup { position: absolute; top: 54px; right: 20px; border-radius: 8px; box-shadow: 0 6px 28px rgb(21 32 43 / 28%) }
    </style>
    <h1>${title}</h1>
    <main><header><span>${address}</span><img src="${asAddress(readFileSync('public/icon/unlocked-48.png'))}"></header>
    <img src="${asAddress(page)}">${popup ? `<img class="popup" src="${asAddress(popup)}">` : ''}</main>`,
  );
}

/** The small picture beside the name in a list. */
export async function drawTile(context: BrowserContext, file: string): Promise<void> {
  const wordmark = readFileSync(path.resolve('docs/wordmark-dark.svg'), 'utf8').replaceAll('#5cc8c2', '#fff');
  await draw(
    context,
    file,
    TILE,
    `<style>
      body { display: grid; place-content: center; justify-items: center; gap: 20px; background: #0b6e75; color: #fff }
      svg { width: 264px; height: auto }
      p { margin: 0; font-size: 19px }
    </style>${wordmark}<p>2FA codes for your clinic's portals</p>`,
  );
}

async function draw(
  context: BrowserContext,
  file: string,
  size: { readonly width: number; readonly height: number },
  body: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.setContent(
    `<!doctype html><style>body { box-sizing: border-box; height: 100vh; margin: 0; font-family: system-ui }</style>${body}`,
  );
  const png = await page.screenshot();
  await page.close();
  // Few colours, so a palette holds them, and the file stays small.
  writeFileSync(file, await sharp(png).png({ palette: true, quality: 95, compressionLevel: 9 }).toBuffer());
}

const asAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
