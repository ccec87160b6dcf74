import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { ROOT } from './command.mjs';

export const ICONS = path.join(ROOT, 'public', 'icon');

/** Pixels a side, as the toolbar and the list of extensions want them. The stores and the browser's settings show the first large. */
const SIZES = [16, 32, 48];
const LARGE = { face: 'unlocked', size: 128 };

/** @typedef {{ name: string, face: string, size: number, svg: Buffer }} Icon */

/** Every picture that is made, and the drawing it is made from. @returns {Icon[]} */
export function icons() {
  const faces = readdirSync(ICONS).flatMap((file) => (file.endsWith('.svg') ? [file.slice(0, -4)] : []));
  return faces.sort().flatMap((face) => {
    const svg = readFileSync(path.join(ICONS, `${face}.svg`));
    const sizes = face === LARGE.face ? [...SIZES, LARGE.size] : SIZES;
    return sizes.map((size) => ({ name: `${face}-${size}.png`, face, size, svg }));
  });
}

/** @param {Icon} icon @returns {Promise<Buffer>} a PNG */
export function drawIcon({ svg, size }) {
  // 72 dots an inch are one pixel a unit; the drawings are 16 units wide.
  return sharp(svg, { density: (72 * size) / 16 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
