import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { run } from '../../scripts/lib/command.mjs';
import type { Library } from './libraries.ts';

const HERE = import.meta.dirname;
export const BUILT = path.resolve('.output/libraries');

const modified = (file: string) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Installs the libraries where they are not, or where the lock file is newer than they are. */
async function ensureLibraries(): Promise<void> {
  const installed = path.join(HERE, 'node_modules/.package-lock.json');
  if (modified(path.join(HERE, 'package-lock.json')) <= modified(installed)) return;
  console.log('Installing the libraries (npm ci) …');
  const args = ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'];
  const { status, output } = await run('npm', args, { cwd: HERE });
  if (status !== 0) throw new Error(`npm ci failed in ${HERE}:\n${output}`);
}

/** A page of its own for each: one script, and a style sheet where the library has one. Built again when older than its sources. */
export async function buildPages(libraries: readonly Library[]): Promise<void> {
  const kit = readdirSync(path.join(HERE, 'pages/kit')).map((file) => `pages/kit/${file}`);
  const isStale = ({ page, file }: Library) => {
    const sources = [`pages/${file}`, 'package-lock.json', 'build.ts', ...kit];
    const newest = Math.max(...sources.map((source) => modified(path.join(HERE, source))));
    return newest >= modified(path.join(BUILT, page, 'page.js'));
  };
  const stale = libraries.filter(isStale);
  if (stale.length > 0) await ensureLibraries();
  for (const { page, file } of stale)
    await build({
      configFile: false,
      root: path.join(HERE, 'pages'),
      logLevel: 'error',
      mode: 'production',
      // Vue with its compiler: the templates are plain text.
      resolve: { alias: [{ find: /^vue$/, replacement: 'vue/dist/vue.esm-bundler.js' }] },
      define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false },
      oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
      build: {
        outDir: path.join(BUILT, page),
        cssCodeSplit: false,
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: {
          input: path.join(HERE, 'pages', file),
          output: {
            codeSplitting: false,
            entryFileNames: 'page.js',
            assetFileNames: (asset) => (asset.names[0]?.endsWith('.css') ? 'page.css' : '[name][extname]'),
          },
        },
      },
    });
}

/** The version of a package that is locked. */
export function versionOf(packageName: string): string {
  const { packages } = JSON.parse(readFileSync(path.join(HERE, 'package-lock.json'), 'utf8'));
  return packages[`node_modules/${packageName}`].version;
}
