import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { accounts } from './scenes/accounts.ts';
import { damage } from './scenes/damage.ts';
import { enrolment } from './scenes/enrolment.ts';
import { firstRun } from './scenes/first-run.ts';
import { habits } from './scenes/habits.ts';
import { pictures } from './scenes/pictures.ts';
import { portal } from './scenes/portal.ts';
import { settings } from './scenes/settings.ts';
import { makeSheets } from './sheet.ts';
import { play, SAM, type Scene, SECRET } from './stage.ts';

/*
 * npm run screens: every state of every page, light and dark, out of the real build with real vaults. Single pictures go to
 * .output/screens, one sheet for each theme to docs/screens. `npm run screens -- portal` plays one scene.
 */
const SCENES: Record<string, Scene> = {
  firstRun,
  enrolment,
  pictures,
  portal,
  accounts,
  settings,
  habits,
  damage,
};
const FOLDER = path.resolve('.output/screens');
const wanted = process.argv.slice(2);

if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
for (const [name, scene] of Object.entries(SCENES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  // Who sets two-factor authentication up has it switched off so far.
  const users = scene === enrolment ? [SAM] : [{ ...SAM, secret: SECRET }];
  await play(scene, FOLDER, { users });
  console.log(`${name.padEnd(12)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
const docs = path.resolve('docs/screens');
mkdirSync(docs, { recursive: true });
await makeSheets(FOLDER, docs);
console.log(`${readdirSync(FOLDER).length} pictures in .output/screens, the sheets in docs/screens`);
