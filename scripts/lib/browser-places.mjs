import path from 'node:path';

/**
 * @typedef {object} BrowserKind
 * @property {string} title
 * @property {string} variable the environment variable that names the program
 * @property {readonly string[]} commands looked for on the PATH, best first
 * @property {readonly string[]} macApplications
 * @property {readonly string[]} windowsPrograms below the folders for programs
 * @property {readonly string[]} debianPackages the first that installs and runs is taken
 */

/** @type {BrowserKind} */
export const CHROMIUM = {
  title: 'a Chromium, Chrome or Edge',
  variable: 'CHROME_BIN',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
    'chrome',
    'msedge',
  ],
  macApplications: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
  windowsPrograms: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  debianPackages: ['chromium'],
};

/** @type {BrowserKind} */
export const FIREFOX = {
  title: 'a Firefox',
  variable: 'FIREFOX_BIN',
  commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  macApplications: ['Firefox', 'Firefox Developer Edition'],
  windowsPrograms: ['Mozilla Firefox/firefox.exe'],
  debianPackages: ['firefox-esr', 'firefox'],
};

/**
 * Everywhere a browser of this kind may be, best first.
 * @param {BrowserKind} kind
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv }} machine
 * @returns {Generator<string>}
 */
export function* placesOf(kind, { platform, env }) {
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? path.win32 : path.posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  for (const command of kind.commands)
    for (const folder of folders) yield join(folder, windows ? `${command}.exe` : command);
  if (platform === 'darwin')
    for (const home of env.HOME ? ['', env.HOME] : [''])
      for (const name of kind.macApplications) {
        const program = name.startsWith('Firefox') ? 'firefox' : name;
        yield `${home}/Applications/${name}.app/Contents/MacOS/${program}`;
      }
  if (windows)
    for (const variable of ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']) {
      const folder = env[variable];
      if (folder) for (const program of kind.windowsPrograms) yield join(folder, program);
    }
}
