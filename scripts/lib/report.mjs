import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What came of a step of `npm test`.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {boolean} [notRun] because an earlier step failed
 */

/** @typedef {Pick<Result, 'passed' | 'failed' | 'skipped'>} Counts */

/** A step without counts of its own is one. @param {boolean} ok @returns {Counts} */
export const countOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A step that failed as a whole counts as a failure even if each of its tests passed. @param {Counts} counts @param {boolean} ok */
const atLeastOneFailed = (counts, ok) => (ok || counts.failed > 0 ? counts : { ...counts, failed: 1 });

/** @param {string} file @returns {any} undefined when it was not written */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** @param {string} file of Vitest's JSON reporter @param {boolean} ok @returns {Counts} */
export function vitestCounts(file, ok) {
  const report = readJson(file);
  if (!report) return countOne(false);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  // A file that cannot be loaded has no tests to fail; a run without any test proves nothing.
  return atLeastOneFailed(counts, ok && report.success && numPassedTests > 0);
}

/** @param {string} file of Playwright's JSON reporter @param {boolean} ok @returns {Counts} */
export function playwrightCounts(file, ok) {
  const stats = readJson(file)?.stats;
  if (!stats) return countOne(false);
  const counts = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  return atLeastOneFailed(counts, ok && counts.passed > 0);
}

/**
 * @typedef {object} Spec of Playwright's JSON report
 * @property {string} file
 * @property {string} title
 * @property {{ status: string, results: { error?: { message: string, stack?: string } }[] }[]} tests
 */

/** @param {any} suite of Playwright's JSON report @returns {Spec[]} */
const specsOf = ({ suites = [], specs = [] }) => [...suites.flatMap(specsOf), ...specs];

/** @param {string} file @param {string} status @returns {Spec[]} */
const specsThatWere = (file, status) =>
  specsOf({ suites: readJson(file)?.suites }).filter(({ tests }) =>
    tests.some((test) => test.status === status),
  );

/** Playwright's tests that passed only at a later try, by title. @param {string} file of its JSON reporter @returns {string[]} */
export const unsteadyTests = (file) =>
  specsThatWere(file, 'flaky').map(({ file: spec, title }) => `${spec}: ${title}`);

/** Playwright's tests that failed, each with what was wrong at every try. @param {string} file of its JSON reporter @returns {string} */
export const failedTests = (file) =>
  specsThatWere(file, 'unexpected')
    .map(({ file: spec, title, tests }) =>
      [
        `${spec}: ${title}`,
        ...tests.flatMap(({ results }) =>
          results.map(({ error }) =>
            stripVTControlCharacters(error?.stack ?? error?.message ?? '(no error)'),
          ),
        ),
      ].join('\n'),
    )
    .join('\n\n');

/** @param {string} output which ends in `N passed, N failed` @param {boolean} ok @returns {Counts} */
export function spokenCounts(output, ok) {
  const spoken = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (!spoken) return countOne(false);
  const counts = { passed: Number(spoken[1]), failed: Number(spoken[2]), skipped: 0 };
  return atLeastOneFailed(counts, ok && counts.passed > 0);
}

/**
 * What the steps measured: every `*.json` of the folder is an object of label → value.
 * @param {string} folder
 * @returns {[string, unknown][]}
 */
export function readFigures(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => Object.entries(readJson(path.join(folder, name))));
}

/** @param {readonly Result[]} results @param {readonly [string, unknown][]} figures @returns {string} */
export function summary(results, figures) {
  const wide = Math.max(...results.map(({ name }) => name.length), 'together'.length);
  /** @param {string} name @param {readonly (string | number)[]} cells */
  const row = (name, cells) =>
    `  ${name.padEnd(wide)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = [row('', ['passed', 'failed', 'skipped', 'seconds'])];
  for (const { name, passed, failed, skipped, seconds, notRun } of results)
    lines.push(notRun ? row(name, ['not run']) : row(name, [passed, failed, skipped, seconds.toFixed(1)]));
  const { passed, failed, skipped } = sum(results);
  lines.push(row('together', [passed, failed, skipped, total.toFixed(1)]));
  if (figures.length > 0) lines.push('', ...figures.map(([label, value]) => `  ${label}: ${value}`));
  return lines.join('\n');
}

/** @param {readonly Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (so, { passed, failed, skipped }) => ({
      passed: so.passed + passed,
      failed: so.failed + failed,
      skipped: so.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
