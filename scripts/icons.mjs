import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawIcon, ICONS, icons } from './lib/draw-icons.mjs';

/** npm run icons: the pictures of the toolbar and the stores, from the drawings beside them in public/icon. */
for (const icon of icons()) {
  const png = await drawIcon(icon);
  writeFileSync(path.join(ICONS, icon.name), png);
  console.log(`${icon.name.padEnd(18)} ${png.length} bytes`);
}
