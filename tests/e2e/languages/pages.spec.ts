import type { Messages } from '../../../utils/languages';
import { expect, HOST, test } from '../fixtures';
import { messagesOf, pseudoMessages, speech } from './pseudo';
import { textFaults, type Wanted } from './text-faults';
import * as walk from './walk';

/** What people and portals wrote, which no language changes; the name of a method; and days, by the tag the texts carry. */
const NAMES = [
  '[\\w.]+@harbourphysio\\.example',
  HOST.replaceAll('.', '\\.'),
  'Larkmoor',
  'k7mpq-2xwva',
  'nhtrb-9cdef',
  'SHA256',
  'Alt\\+Shift\\+[A-Z]',
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(),
].join('|');
/** Monograms, groups of a recovery key, and works of others by their names. */
const ELSEWHERE = '.badge, .recovery-group, .licences tbody';

const expression = (wanted: Wanted) => `(${textFaults})(${JSON.stringify(wanted)})`;

/** The language under test stands where the browser's own is; German is the longest of those we have. */
const LANGUAGES: Record<string, Messages> = {
  pseudo: pseudoMessages(messagesOf('en')),
  German: messagesOf('de'),
};

for (const [language, messages] of Object.entries(LANGUAGES))
  test.describe(language, () => {
    test.use({ locales: { en: messages } });
    const wanted = { names: NAMES, elsewhere: ELSEWHERE, isPseudo: language === 'pseudo' };

    for (const [name, journey] of Object.entries(walk))
      test(`${name}: ${wanted.isPseudo ? 'every word is translated, and ' : ''}none is cut off`, async ({
        context,
        lanyard,
      }) => {
        test.setTimeout(180_000);
        const faults: string[] = [];
        let looks = 0;
        await journey({
          context,
          lanyard,
          say: speech(messages),
          look: async (state, page) => {
            const found: string[] = await page.evaluate(expression(wanted));
            looks++;
            faults.push(...found.map((fault) => `${state}: ${fault}`));
          },
        });
        expect(looks).toBeGreaterThan(4);
        expect(faults).toEqual([]);
      });
  });

test.describe('control', () => {
  test.use({ locales: { en: LANGUAGES.pseudo! } });

  test('an English word, a box too narrow, and a line of ours that is shortened are found', async ({
    context,
    lanyard,
  }) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/welcome.html`);
    await page.locator('main input').first().waitFor();
    const faults = () =>
      page.evaluate<string[]>(expression({ names: NAMES, elsewhere: ELSEWHERE, isPseudo: true }));
    expect(await faults()).toEqual([]);
    await page.evaluate(() => {
      const main = document.querySelector('main')!;
      const plant = (words: string, style: string) => {
        const line = main.appendChild(document.createElement('p'));
        line.textContent = words;
        line.style.cssText = style; // an attribute is refused by the page's policy
      };
      plant('Saved', '');
      plant('⟦Ŵörđş⟧', 'width: 8px');
      plant('⟦Ŵörđş þľàñţéđ⟧', 'width: 60px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis');
      plant('⟦Ŵörđş⟧', 'height: 8px; overflow: hidden');
      main.setAttribute('aria-label', 'Settings');
      main.querySelector('input')!.placeholder = '⟦þľàñţéđ⟧'.repeat(20);
    });
    const found = (await faults()).map((fault) => fault.replace(/:.*| what it shows$/, ''));
    expect(found).toEqual(
      expect.arrayContaining([
        'p is not translated',
        expect.stringMatching(/^main.*\[aria-label\] is not translated$/),
        'p is too low for',
        expect.stringMatching(/^input.* is too narrow for$/),
      ]),
    );
    expect(found.filter((fault) => fault === 'p is too narrow for')).toHaveLength(2);
    expect(found).toHaveLength(6);
  });
});
