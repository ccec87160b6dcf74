import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './lib/command.mjs';
import { ensurePackages } from './lib/install.mjs';

/*
 * npm run release: what the stores are handed, in .output/release, with SHA256SUMS. The Chrome package serves Chrome and
 * Edge; Firefox's comes with the source that its reviewers build again. None carries the development key.
 */
const OUT = path.join(ROOT, '.output', 'release');

async function release() {
  await ensurePackages();
  const changes = await run('git', ['status', '--porcelain']);
  if (changes.status === 0 && changes.stdout.trim() !== '')
    console.log('Not all that is packed here is committed: commit first where this is more than a trial.\n');
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const files = [...(await pack('chrome', ['chrome'])), ...(await pack('firefox', ['firefox', 'sources']))];
  const sums = files.map(({ name, sum }) => `${sum}  ${name}`);
  writeFileSync(path.join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  for (const { name, bytes, sum } of files)
    console.log(`${name.padEnd(30)} ${String(bytes).padStart(8)} bytes  sha256 ${sum}`);
  console.log(
    `\nin ${path.relative(process.cwd(), OUT)}; what to write in the stores' forms is in docs/store`,
  );
}

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {readonly string[]} kinds what `wxt zip` makes for it
 */
async function pack(browser, kinds) {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const { status, output } = await run('wxt', ['zip', '-b', browser, '--mode', 'release'], {
    env: { TZ: 'UTC', NODE_ENV: 'production' }, // a mode of our own is a development build otherwise
  });
  if (status !== 0) throw new Error(`wxt zip failed:\n${output}`);
  return kinds.map((kind) => {
    const made = path.join(ROOT, '.output', `lanyard-${version}-${kind}-release.zip`);
    const content = readFileSync(made);
    rmSync(made);
    const name = `lanyard-${version}-${kind}.zip`;
    writeFileSync(path.join(OUT, name), content);
    return { name, bytes: content.length, sum: createHash('sha256').update(content).digest('hex') };
  });
}

try {
  await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
