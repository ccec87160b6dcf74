import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { POPUP_CHUNKS } from './scripts/lib/popup-chunk.mjs';

/** Pins the development id, so that passkeys and stored data survive a reload from another folder. A store gives its own. */
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuO6+eqncBvuLFOVa7cxnsGRbyz2naXFUaoTWBWOLaz8JNSrQHcc/rihAJf/01z2BMvUzbdYPCr8cIR6TpJem7GIJxS4FHovYC2g7EyK2cDncIHQSg1XbbwCNObZxogHRgNly52yX2KX/JmIKV9jHJzaGAv2CxiNxfpb+S2y21zOVkIHc+RBH2N8iaCuGxHfOqz1H8AoQm8LoZR2tSKNUgc6YaBtzznDnOj7VMrUV34OLYYlG1g/9oLNGqFOB86hZ3GZ++mc2PBsTpx5lpn5RS/SiCQ4fUcwoDNQQAbIO1Tw4g8JMo3Nqu9FtfsKFY3sNRezWYV7L7VeAKUEnEG7TuwIDAQAB';

/**
 * Nothing is granted at install and nothing can be sent anywhere: `connect-src 'self'` until the log
 * collector ships. `wasm-unsafe-eval` is for Argon2id.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Nothing of ours hands HTML to the page. Preact's way to do so is taken out, for Trusted Types and the add-on lint. */
const preactWithoutInnerHtml = {
  name: 'preact-without-inner-html',
  transform(code: string, id: string) {
    if (!/[\\/]preact[\\/]/.test(id) || !code.includes('.innerHTML')) return null;
    return code.replace(/(\w+)\.innerHTML\s*=(?!=)/g, '$1.textContent =');
  },
};

/** Scripts that stand alone and are small: of a web page, of Chromium's own page for the clipboard, and the popup's first. */
const BARE = ['content', 'reader', 'clipboard-page', 'popup-first'];

const bareScript = {
  name: 'bare-script',
  transform(code: string, id: string) {
    const [ours] =
      (id.includes('wxt-unlisted-script-entrypoint') && /^import definition .*$/m.exec(code)) || [];
    return ours ? `${ours}\ndefinition.main();` : null;
  },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preactWithoutInnerHtml] }),
  hooks: {
    // Browsers read a whole file of texts to say the first word; the spaces in it are for us.
    'build:publicAssets': (_, files) => {
      for (const [place, file] of files.entries())
        if (/^_locales[\\/]/.test(file.relativeDest) && 'absoluteSrc' in file) {
          const contents = JSON.stringify(JSON.parse(readFileSync(file.absoluteSrc, 'utf8')));
          files[place] = { relativeDest: file.relativeDest, contents };
        }
    },
    // WXT's content-script wrapper posts a message with our id into the page and obeys an event the page can forge.
    // Ours is registered at run time anyway, so it is built as a plain script: silent, and deaf to the page.
    'entrypoints:resolved': (_, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.name === 'content') entrypoint.type = 'unlisted-script';
    },
    // The polyfill (10 kB) serves the worker. Our pages only ask, which the browser's own API answers with promises in
    // every browser we run in; a web page gets that, our script without WXT's wrapper, and nothing more.
    'vite:build:extendConfig': (entrypoints, config) => {
      const names = entrypoints.map(({ name }) => name);
      if (names.includes('background')) return;
      if (names.some((name) => BARE.includes(name))) config.plugins = [...(config.plugins ?? []), bareScript];
      if (names.includes('popup')) {
        const output = config.build?.rolldownOptions?.output;
        config.build = {
          ...config.build,
          rolldownOptions: {
            ...config.build?.rolldownOptions,
            output: { ...(Array.isArray(output) ? output[0] : output), codeSplitting: POPUP_CHUNKS },
          },
        };
      }
      config.resolve ??= {};
      config.resolve.alias = { ...config.resolve.alias, 'wxt/browser': '@wxt-dev/browser' };
    },
  },
  // What a reviewer needs to build it again, and no more.
  zip: { excludeSources: ['tests/**', 'docs/screens/**'] },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    icons: {
      16: 'icon/unlocked-16.png',
      32: 'icon/unlocked-32.png',
      48: 'icon/unlocked-48.png',
      128: 'icon/unlocked-128.png',
    },
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'idle', 'contextMenus'],
    // For clearing the clipboard, asked for together when that is switched on. Without them nothing of it happens.
    optional_permissions: [
      'clipboardRead',
      'clipboardWrite',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'fill-code': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_command_fill_code__' },
      'lock-vault': { description: '__MSG_command_lock_vault__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'lanyard@lanyard.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { ...(mode !== 'release' && { key: DEVELOPMENT_KEY }), minimum_chrome_version: '120' }),
  }),
});
