import path from 'node:path';
import { launchChromium } from './lib/cdp.mjs';
import { clinicArguments, startClinic } from './lib/clinic.mjs';
import { ROOT, run } from './lib/command.mjs';
import { ensureChromium, ensurePackages } from './lib/install.mjs';
import { findPage } from './lib/popup.mjs';
import { walkTour } from './tour.mjs';

/*
 * npm start: from a fresh checkout to the product in a browser, on the demo clinic's set-up page. Without a
 * display, or with --headless, it walks the journey by itself.
 */
const headless =
  process.argv.includes('--headless') ||
  (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
const BUILT = path.join(ROOT, '.output', 'chrome-mv3');

async function prepare() {
  await ensurePackages();
  const executable = await ensureChromium();
  const build = await run('npm', ['run', '-s', 'build']);
  if (build.status !== 0) throw new Error(`The build failed:\n${build.output}`);
  console.log(`Built in ${build.seconds.toFixed(1)} s; the browser is ${executable}`);
  return executable;
}

/** @param {string} executable @param {import('./lib/clinic.mjs').ClinicFacts} clinic */
async function show(executable, clinic) {
  const browser = await launchChromium({
    executable,
    extension: BUILT,
    args: clinicArguments(clinic),
    headless: false,
  });
  const stop = () => void browser.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const page = await findPage(browser, 'about:blank');
  await page.navigate(`${clinic.portlessOrigin}/demo`);
  await page.session.detach();
  console.log(`
1. Click Lanyard in the toolbar (under the puzzle piece; Alt+Shift+L) and set it up with a password.
2. Back on the clinic's page, click it again: it has found the QR code. Press Save, and Allow.
3. The code is in the box: press "Enable two-factor authentication" at the bottom of the page.
4. Log out, and log in again as the page says: the code is filled for you.
5. Close the browser or press Ctrl+C to end; this vault was for trying and goes with it.`);
  await browser.closed;
}

/** @type {Awaited<ReturnType<typeof startClinic>> | undefined} */ let clinic;
try {
  const executable = await prepare();
  clinic = await startClinic();
  if (!headless) await show(executable, clinic);
  else if (!(await walkTour({ executable, built: BUILT, clinic }))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  clinic?.stop();
}
