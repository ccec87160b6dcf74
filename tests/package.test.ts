import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { presenceMinutes } from '../entrypoints/background/session';
import { pageSize } from './bench/ui/size';
import { leaveFigures } from './figures';
import { permissionWarnings } from './permission-warnings';

const ROOT = path.join(import.meta.dirname, '..');
const BUILDS = ['chrome', 'firefox'] as const;
const built = (browser: string) => path.join(ROOT, '.output', `${browser}-mv3`);

/** Every file below a folder, relative to it. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.relative(folder, path.join(found.parentPath, found.name)));

const manifestOf = (browser: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(built(browser), 'manifest.json'), 'utf8'));

/** Ways for text to become a program or markup. */
const SINKS = [
  /\beval\s*\(/,
  /\bnew Function\b/,
  /\bFunction\s*\(\s*["'`]/,
  /\.(inner|outer)HTML\s*=(?!=)/,
  /\binsertAdjacentHTML\b/,
  /\bdocument\.write(ln)?\b/,
  /\bcreateContextualFragment\b/,
];
const sinksIn = (text: string) => SINKS.filter((sink) => sink.test(text)).map(String);

/** Delays and periods of alarms that are worked out: each is called here with what it may be given. */
const WORKED_OUT = { presenceMinutes };

const LEAST_ALARM_MINUTES = 0.5;

/** Alarms in a source under that, or of no known length; a name stands for its constant in the same file. */
function tooSoon(source: string): string[] {
  const alarms = [...source.matchAll(/\b(?:delay|period)InMinutes:\s*([\w.]+)(\()?/g)];
  return alarms.flatMap(([text, value = '', call]) => {
    if (call) return value in WORKED_OUT ? [] : [text];
    const named = new RegExp(`\\b${value.replaceAll('.', '\\.')}\\s*=\\s*([\\d.]+)\\s*;`).exec(source)?.[1];
    return Number(named ?? value) >= LEAST_ALARM_MINUTES ? [] : [text];
  });
}

describe.each(BUILDS)('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  it('is version 3', () => expect(manifest.manifest_version).toBe(3));

  it.each(['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])(
    'has no %s',
    (key) => expect(manifest).not.toHaveProperty(key),
  );

  it('asks for no permission beyond the agreed ones', () => {
    const agreed = 'storage unlimitedStorage activeTab scripting alarms idle contextMenus'.split(' ');
    const permissions = manifest.permissions as string[];
    expect(permissions.filter((name) => !agreed.includes(name))).toEqual([]);
    expect(permissions).toContain('storage');
  });

  it('may ask to clear the clipboard, and for nothing else', () => {
    const clipboard = ['clipboardRead', 'clipboardWrite'];
    expect(manifest.optional_permissions).toEqual(
      browser === 'chrome' ? [...clipboard, 'offscreen'] : clipboard,
    );
  });

  it('may ask for https sites only, one by one', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  it('has exactly this content security policy', () => {
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
      "img-src 'self' blob: data:; connect-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    expect(manifest.content_security_policy).toEqual({ extension_pages: policy });
  });

  it('suggests at most four keys, which is all that Chrome takes', () => {
    const commands = Object.values(manifest.commands as Record<string, { suggested_key?: unknown }>);
    expect(commands.filter((command) => command.suggested_key).length).toBeLessThanOrEqual(4);
  });
});

describe.each(BUILDS)('the files for %s', (browser) => {
  const files = filesBelow(built(browser));

  it('turn no text into a program or into markup', () => {
    const found = files
      .filter((file) => /\.(js|html)$/.test(file))
      .map((file) => ({ file, sinks: sinksIn(readFileSync(path.join(built(browser), file), 'utf8')) }))
      .filter(({ sinks }) => sinks.length > 0);
    expect(found).toEqual([]);
  });

  it('are of the expected kinds, without source maps', () => {
    const kinds = /\.(js|css|html|json|png|svg|woff2|wasm)$/;
    expect(files.filter((file) => !kinds.test(file))).toEqual(['licences.txt']);
  });
});

it('notices a sink when there is one', () => {
  expect(sinksIn('a.innerHTML=b')).toHaveLength(1);
  expect(sinksIn('eval("1")')).toHaveLength(1);
  expect(sinksIn('a.innerHTML==b;medieval(1);evaluate(2)')).toEqual([]);
});

describe.each(BUILDS)('the content script for %s', (browser) => {
  const script = readFileSync(path.join(built(browser), 'content-scripts', 'content.js'));
  const reader = readFileSync(path.join(built(browser), 'reader.js'));

  it('is at most 12 kB gzipped, and the reader that comes where there is a box 13 kB', () => {
    const sizes = [script, reader].map((file) => gzipSync(file, { level: 9 }).length);
    if (browser === 'chrome') {
      const figure = `${sizes[0]} bytes gzip (at most 12000), its reader ${sizes[1]}`;
      leaveFigures('content-script', { 'Content script': figure });
    }
    expect(sizes[0]).toBeLessThanOrEqual(12_000);
    expect(sizes[1]).toBeLessThanOrEqual(13_000);
  });

  // Words that outlive minification, of what a web page must not be handed. Each is seen where it does belong.
  const others = filesBelow(built(browser))
    .filter((file) => file.endsWith('.js') && !/content\.js$|reader\.js$/.test(file))
    .map((file) => readFileSync(path.join(built(browser), file), 'utf8'));
  it.each([
    ['the polyfill', 'webextension-polyfill'],
    ['the vault', 'lanyard/1/'],
    ['the database', 'IDBDatabase'],
    ['the KDF', 'argon2id'],
    ['the codes', 'HMAC'],
    ['the pages', '__html'],
    ['the QR reader', 'invertFirst'],
  ])('carries nothing of %s', (_, mark) => {
    expect(script.includes(mark) || reader.includes(mark)).toBe(false);
    expect(others.some((other) => other.includes(mark))).toBe(true);
  });

  it('loads nothing further', () => expect(script.toString()).not.toMatch(/\bimport\s*[("'{*]/));
});

describe.each(BUILDS)('the popup for %s', (browser) => {
  const size = pageSize(built(browser), 'popup.html');

  it('brings at most 40 kB gzipped before anything is asked of it', () => {
    if (browser === 'chrome')
      leaveFigures('popup', { Popup: `${size.atOnce} bytes gzip of script and style (at most 40000)` });
    expect(size.atOnce).toBeLessThanOrEqual(40_000);
  });

  it('is what was weighed: its scripts and styles are there, and more comes later', () => {
    expect(size.atOnce).toBeGreaterThan(10_000);
    expect(size.later).toBeGreaterThan(10_000);
  });
});

describe('alarms', () => {
  const sources = ['entrypoints', 'utils', 'components'].flatMap((folder) =>
    filesBelow(path.join(ROOT, folder))
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({ file, source: readFileSync(path.join(ROOT, folder, file), 'utf8') })),
  );

  it('are never set under 30 seconds', () => {
    expect(sources.length).toBeGreaterThan(5);
    const found = sources.flatMap(({ file, source }) => tooSoon(source).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([1, 2, 5, 15, 60, 600])('are not set under 30 seconds with %i minutes of idle time', (minutes) => {
    expect(WORKED_OUT.presenceMinutes(minutes)).toBeGreaterThanOrEqual(LEAST_ALARM_MINUTES);
  });

  it('would be noticed', () => {
    expect(tooSoon('const SOON = 0.1; create("x", { periodInMinutes: SOON })')).toHaveLength(1);
    expect(tooSoon('create("x", { delayInMinutes: 0.25 })')).toHaveLength(1);
    expect(tooSoon('create("x", { delayInMinutes: guessed(1) })')).toHaveLength(1);
    expect(tooSoon('create("x", { delayInMinutes: 0.5 })')).toEqual([]);
  });
});

describe('what Chromium says at install', () => {
  it('is nothing', async () => {
    const shipped = manifestOf('chrome');
    const greedy = { ...shipped, permissions: ['tabs'], host_permissions: ['https://*.example/*'] };
    const [ours, control] = await permissionWarnings([shipped, greedy]);
    leaveFigures('install-warnings', { 'Install warnings in Chromium': ours?.length ?? 'not read' });
    expect(control?.length).toBeGreaterThanOrEqual(1); // else the question itself would prove nothing
    expect(ours).toEqual([]);
  });
});
