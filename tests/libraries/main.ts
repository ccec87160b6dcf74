import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Driven, startChromium, startFirefox } from './browsers.ts';
import { buildPages, versionOf } from './build.ts';
import { LIBRARIES, type Library } from './libraries.ts';
import { hostOf, servePages } from './serve.ts';
import { type Came, tryLibrary } from './trial.ts';

/*
 * npm run libraries: real components in real browsers with the real build, each filled twice, once after a log-in and
 * once because a person asked. `--only a,b` takes some pages, `--browser chromium` one browser. Prints a table and
 * writes .output/bench/libraries.json; ends with `N passed, N failed`, a library in a browser being one.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, browser: { type: 'string' } } });
const wanted = values.only?.split(',');
const libraries = LIBRARIES.filter(({ page }) => !wanted || wanted.includes(page));
const STARTS = { chromium: startChromium, firefox: startFirefox };
const starts = Object.entries(STARTS).filter(([name]) => !values.browser || values.browser === name);

const PASSWORD = 'seven teal buses at dawn';
const secretOf = (page: string) =>
  [...createHash('sha256').update(page).digest()].map((byte) => BASE32[byte % 32]).join('');
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const isGood = ({ asked, byItself, wrong }: Came) =>
  asked === 'filled' && byItself === 'filled' && wrong.length === 0;

await buildPages(libraries);
const served = await servePages();

/** An account for each host, so that no library waits for the next code after another. */
async function tryAll(driven: Driven): Promise<Came[]> {
  await driven.ask('vault/create', { password: PASSWORD });
  const cameOf = async (library: Library): Promise<Came> => {
    const secret = secretOf(library.page);
    const origin = served.originOf(library.page);
    const keyUri = `otpauth://totp/${library.page}:sam?secret=${secret}&issuer=${library.page}`;
    // A run outlasts the time after which an idle vault locks.
    const { status } = await driven.ask('vault/snapshot', { tabId: null });
    if (status === 'locked') await driven.ask('vault/unlock', { password: PASSWORD, tabId: null });
    const { accountId } = await driven.ask('accounts/add', { keyUri, origin, tabId: null, same: 'ask' });
    return tryLibrary(driven, library, { origin, secret, accountId }).catch((error) => ({
      library: library.title,
      browser: driven.title,
      asked: 'not tried',
      byItself: 'not tried',
      way: 'none',
      wrong: [String(error.message)],
    }));
  };
  const came: Came[] = [];
  for (const library of libraries) {
    const one = await cameOf(library);
    came.push(one);
    console.log(`${isGood(one) ? 'ok    ' : 'FAILED'} ${one.browser}: ${one.library} (${one.way})`);
    if (!isGood(one))
      console.log(`       asked: ${one.asked}; by itself: ${one.byItself}; ${one.wrong.join('; ')}`);
  }
  return came;
}

const hosts = libraries.map(({ page }) => hostOf(page));
const came = await Promise.all(
  starts.map(async ([, start]) => {
    const driven = await start(served, hosts);
    return tryAll(driven).finally(driven.close);
  }),
);
served.close();

const rows = libraries.map(({ title, packageName }) => {
  const own = came.flat().filter(({ library }) => library === title);
  const in_ = (browser: string) => {
    const one = own.find((each) => each.browser === browser);
    return (
      one &&
      (isGood(one) ? 'yes' : one.asked === 'filled' ? `yes, but: ${one.byItself}; ${one.wrong}` : one.asked)
    );
  };
  return {
    library: title,
    version: packageName ? versionOf(packageName) : '',
    Chromium: in_('Chromium') ?? '',
    Firefox: in_('Firefox') ?? '',
    way: [...new Set(own.map(({ way }) => way))].join(' / '),
  };
});
console.table(rows);
mkdirSync('.output/bench', { recursive: true });
writeFileSync(path.resolve('.output/bench/libraries.json'), `${JSON.stringify(rows, null, 1)}\n`);
const good = came.flat().filter(isGood).length;
console.log(`${good} passed, ${came.flat().length - good} failed`);
process.exitCode = good > 0 && good === came.flat().length ? 0 : 1;
