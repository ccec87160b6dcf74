import { describe, expect, it } from 'vitest';
import { CHROMIUM, FIREFOX, placesOf } from '../../scripts/lib/browser-places.mjs';

/** As data: nobody runs these tests on Windows or macOS. */
describe('where a browser is looked for', () => {
  it('on Linux: on the PATH alone, Chromium before Chrome before Edge', () => {
    const places = [...placesOf(CHROMIUM, { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' } })];
    expect(places.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    const rank = (program: string) => places.indexOf(`/usr/bin/${program}`);
    expect(rank('google-chrome')).toBeGreaterThan(rank('chromium'));
    expect(rank('microsoft-edge')).toBeGreaterThan(rank('google-chrome'));
    expect(places.every((place) => /^\/usr\/(local\/)?bin\//.test(place))).toBe(true);
  });

  it('on macOS: in the applications of the computer, then of the person', () => {
    const env = { PATH: '/usr/bin', HOME: '/Users/sam' };
    const chrome = 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const places = [...placesOf(CHROMIUM, { platform: 'darwin', env })];
    expect(places).toContain(`/${chrome}`);
    expect(places).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
    expect(places.indexOf(`/Users/sam/${chrome}`)).toBeGreaterThan(places.indexOf(`/${chrome}`));
    expect([...placesOf(FIREFOX, { platform: 'darwin', env })]).toContain(
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    );
  });

  it('on Windows: on the Path, in both folders for programs, and in the person’s own', () => {
    const env = {
      Path: 'C:\\Tools;D:\\bin',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\sam\\AppData\\Local',
    };
    const places = [...placesOf(CHROMIUM, { platform: 'win32', env })];
    expect(places).toContain('D:\\bin\\chrome.exe');
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(places).toContain('C:\\Users\\sam\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
    expect([...placesOf(FIREFOX, { platform: 'win32', env })]).toContain(
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    );
  });

  it('without the variables: nowhere, and without a fault', () => {
    expect([...placesOf(CHROMIUM, { platform: 'win32', env: {} })]).toEqual([]);
  });
});
