import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';
import { type Html, html } from './html.ts';

/** How a page draws its code: a PNG in an `<img>`, an inline `<svg>`, or a `<canvas>` filled by a script. */
export type QrStyle = 'img' | 'svg' | 'canvas';

export const qrStyle = (asked: string | null): QrStyle =>
  asked === 'svg' || asked === 'canvas' ? asked : 'img';

/** The script a page with a `canvas` must carry. */
export const qrScripts = (style: QrStyle): readonly string[] => (style === 'canvas' ? ['canvas.js'] : []);

const MODULE_PIXELS = 5;

/** `text` as a QR code with its quiet zone, 5 px a module, black on white. */
export function drawQr(text: string, style: QrStyle, alt: string): Html {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length * MODULE_PIXELS;
  if (style === 'svg') {
    return html`<svg class="qr" role="img" aria-label="${alt}" width="${side}" height="${side}"
      viewBox="0 0 ${modules.length} ${modules.length}" shape-rendering="crispEdges"
      ><rect width="100%" height="100%" fill="#fff"/><path d="${outline(modules)}"/></svg>`;
  }
  if (style === 'canvas') {
    const rows = modules.map((row) => row.map(Number).join('')).join(' ');
    return html`<canvas class="qr" role="img" aria-label="${alt}" width="${side}" height="${side}" data-modules="${rows}"></canvas>`;
  }
  const source = `data:image/png;base64,${png(modules).toString('base64')}`;
  return html`<img class="qr" alt="${alt}" width="${side}" height="${side}" src="${source}">`;
}

function outline(modules: readonly boolean[][]): string {
  return modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

/** An 8-bit grey PNG (ISO/IEC 15948). */
function png(modules: readonly boolean[][]): Buffer {
  const side = modules.length * MODULE_PIXELS;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(8, 8);
  const lines = modules.flatMap((row) => {
    const pixels = row.flatMap((dark) => Array<number>(MODULE_PIXELS).fill(dark ? 0 : 255));
    const line = Buffer.from([0, ...pixels]);
    return Array<Buffer>(MODULE_PIXELS).fill(line);
  });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(Buffer.concat(lines));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
