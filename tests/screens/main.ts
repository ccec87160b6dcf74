import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { picturesIn } from './pictures.ts';
import { store } from './scenes/store.ts';
import { clinicFor, SCENES } from './scenes.ts';
import { makeSheets } from './sheet.ts';
import { play, SAM } from './stage.ts';

/*
 * npm run screens: every state of every page, light and dark, out of the real build with real vaults. Single pictures go to
 * .output/screens, one sheet for each theme to docs/screens; `store` makes the pictures in docs/store/pictures.
 * `npm run screens -- portal` plays one scene.
 */
const FOLDER = path.resolve('.output/screens');
const wanted = process.argv.slice(2);

if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
for (const [name, scene] of Object.entries(SCENES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  await play(scene, clinicFor(scene), picturesIn(FOLDER));
  console.log(`${name.padEnd(12)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
if (wanted.length === 0 || wanted.includes('store'))
  await play(store, { users: [SAM] }, async () => undefined);
const docs = path.resolve('docs/screens');
mkdirSync(docs, { recursive: true });
await makeSheets(FOLDER, docs);
console.log(`${readdirSync(FOLDER).length} pictures in .output/screens, the sheets in docs/screens`);
