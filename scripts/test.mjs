import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './lib/command.mjs';
import { ensureChromium, ensureDisplay, ensureFirefox, ensurePackages } from './lib/install.mjs';
import {
  countOne,
  failedTests,
  playwrightCounts,
  readFigures,
  spokenCounts,
  sum,
  summary,
  unsteadyTests,
  vitestCounts,
} from './lib/report.mjs';

/*
 * npm test: installs what is missing and checks everything. Whole outputs go to .output/test/<step>.log; a step
 * that fails is shown. A step leaves figures for the summary as .output/test/figures/<any>.json: {label: value}.
 * The last line is `N passed, N failed`.
 */
const OUTPUT = path.join(ROOT, '.output', 'test');
const FIGURES = path.join(OUTPUT, 'figures');

/** Tests of what was built; the unit tests go without them. */
const TESTS_OF_BUILDS = ['tests/package.test.ts', 'tests/zip.test.ts'];
const FIREFOX_SMOKE = ['node', 'tests/e2e/firefox.smoke.ts'];
const TORTURE_SAMPLE = ['node', 'tests/torture/main.ts', '--sample'];

/** @param {string} name @param {object} figures */
const leaveFigures = (name, figures) =>
  writeFileSync(path.join(FIGURES, `${name}.json`), JSON.stringify(figures));

/** @param {string} step @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] */
const logged = (step, command, args, env = {}) =>
  run(command, args, {
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    log: path.join(OUTPUT, `${step}.log`),
    timeout: 40 * 60_000,
  });

/** @param {string} step @param {readonly string[]} args @returns {Promise<Came>} */
async function vitest(step, args) {
  const report = path.join(OUTPUT, `${step}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const outcome = await logged(step, 'vitest', ['run', ...reporters, ...args]);
  return { counts: vitestCounts(report, outcome.status === 0), output: outcome.output };
}

/** @param {string} step @param {readonly (readonly string[])[]} commands one after the other @returns {Promise<Came>} */
async function commands(step, ...commands) {
  let output = '';
  let ok = true;
  for (const [index, [command = '', ...args]] of commands.entries()) {
    const outcome = await logged(index === 0 ? step : `${step}-${index + 1}`, command, args);
    output += outcome.output;
    ok = outcome.status === 0;
    if (!ok) break;
  }
  return { counts: countOne(ok), output };
}

/** Mozilla's own check of the add-on: no error and no warning. @returns {Promise<Came>} */
async function lintAddOn() {
  const args = ['lint', '-s', '.output/firefox-mv3', '--no-config-discovery', '--output', 'json'];
  const { stdout, output } = await logged('add-on-lint', 'web-ext', args);
  const report = /^\{.*\}$/ms.exec(stdout);
  if (!report) return { counts: countOne(false), output };
  const found = JSON.parse(report[0]);
  const { errors, warnings } = found.summary;
  leaveFigures('add-on-lint', { 'Add-on lint': `${errors} errors, ${warnings} warnings` });
  const complaints = [...found.errors, ...found.warnings].map(
    ({ code, message, file, line }) => `${code}: ${message} (${file ?? '?'}:${line ?? '?'})`,
  );
  return { counts: countOne(errors === 0 && warnings === 0), output: complaints.join('\n') };
}

/** @returns {Promise<Came>} */
async function chromiumTrips() {
  const report = path.join(OUTPUT, 'chromium.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { status, output } = await logged('chromium', 'playwright', ['test', '--reporter=line,json'], env);
  const unsteady = unsteadyTests(report);
  leaveFigures('unsteady', { 'Passed at a later try only': unsteady.join('; ') || 'none' });
  // Its own log names hundreds of tests that passed.
  return { counts: playwrightCounts(report, status === 0), output: failedTests(report) || output };
}

/** A script that ends in `N passed, N failed`. @param {string} step @param {readonly string[]} command @returns {Promise<Came>} */
async function spoken(step, [command = '', ...args]) {
  const { status, output } = await logged(step, command, args);
  return { counts: spokenCounts(output, status === 0), output };
}

/** @returns {Promise<Came>} */
async function install() {
  await ensurePackages();
  // The tests start the same browsers.
  process.env.CHROME_BIN = await ensureChromium();
  process.env.FIREFOX_BIN = await ensureFirefox();
  await ensureDisplay();
  return { counts: countOne(true), output: '' };
}

/** @typedef {{ counts: import('./lib/report.mjs').Counts, output: string }} Came */

/** `needs`: the steps without which it makes no sense. @type {{ name: string, needs?: string[], take: () => Promise<Came> }[]} */
const STEPS = [
  { name: 'install', take: install },
  {
    name: 'format and lint',
    needs: ['install'],
    take: () => commands('lint', ['biome', 'ci', '--colors=off', '.']),
  },
  {
    name: 'types',
    needs: ['install'],
    take: () => commands('types', ['wxt', 'prepare'], ['tsc', '--noEmit']),
  },
  {
    name: 'unit tests',
    needs: ['install'],
    take: () =>
      vitest(
        'unit',
        TESTS_OF_BUILDS.flatMap((file) => ['--exclude', file]),
      ),
  },
  { name: 'build for Chrome', needs: ['install'], take: () => commands('build-chrome', ['wxt', 'build']) },
  {
    name: 'build for Firefox',
    needs: ['install'],
    take: () => commands('build-firefox', ['wxt', 'build', '-b', 'firefox']),
  },
  {
    name: 'manifest and package',
    needs: ['build for Chrome', 'build for Firefox'],
    take: () => vitest('package', TESTS_OF_BUILDS),
  },
  { name: 'end to end in Chromium', needs: ['build for Chrome'], take: chromiumTrips },
  { name: 'torture, a sample', needs: ['build for Chrome'], take: () => spoken('torture', TORTURE_SAMPLE) },
  {
    name: 'smoke in Firefox',
    needs: ['build for Firefox'],
    take: () => spoken('firefox', FIREFOX_SMOKE),
  },
  { name: 'add-on lint', needs: ['build for Firefox'], take: lintAddOn },
];

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(FIGURES, { recursive: true });

/** @type {import('./lib/report.mjs').Result[]} */ const results = [];
for (const { name, needs = [], take } of STEPS) {
  if (results.some((result) => needs.includes(result.name) && (result.failed > 0 || result.notRun))) {
    results.push({ name, passed: 0, failed: 0, skipped: 0, seconds: 0, notRun: true });
    console.log(`--      ${name}: not run`);
    continue;
  }
  const began = Date.now();
  const { counts, output } = await take().catch((error) => ({
    counts: countOne(false),
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = (Date.now() - began) / 1000;
  results.push({ name, ...counts, seconds });
  const ok = counts.failed === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trim().split('\n').slice(-200).join('\n').replaceAll(/^/gm, '        '));
}

const { passed, failed } = sum(results);
console.log(`\n${summary(results, readFigures(FIGURES))}\n`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
