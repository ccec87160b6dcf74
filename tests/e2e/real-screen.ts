import { launchChromium } from '../../scripts/lib/cdp.mjs';
import { openDisplay } from '../../scripts/lib/display.mjs';
import { BUILT } from './fixtures';

/** The shipped build on a screen with a keyboard: a question of Chromium's own can be answered there, and nowhere else. */
export interface RealScreen {
  readonly browser: Awaited<ReturnType<typeof launchChromium>>;
  readonly extensionId: string;
  /** Presses these keys once the question is on the screen: *Deny* has the focus when it comes, *Allow* is next. */
  readonly answer: (...keys: string[]) => Promise<void>;
}

export async function onRealScreen(
  act: (screen: RealScreen) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  const display = await openDisplay();
  const browser = await launchChromium({
    executable: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    extension: BUILT,
    headless: false,
    display: display.display,
    args: [...args, '--disable-gpu', '--window-size=1200,850'],
  });
  try {
    await act({
      browser,
      extensionId: browser.extensionId!,
      async answer(...keys) {
        await new Promise((resolve) => setTimeout(resolve, 1500)); // nothing tells when the question is on the screen
        display.press(...keys);
      },
    });
  } finally {
    await browser.close();
    display.close();
  }
}
