import { type Media, showUnder } from '../../screens/media.ts';
import { clinicFor, SCENES } from '../../screens/scenes.ts';
import { play } from '../../screens/stage.ts';
import { expect, test } from '../fixtures';
import { axeFaults } from './axe';

const MEDIA: Record<string, Media> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
  'high contrast': { colorScheme: 'light', forcedColors: 'active' },
};

test.describe('every state of every page', () => {
  for (const [name, scene] of Object.entries(SCENES))
    test(name, async () => {
      test.setTimeout(180_000);
      const faults: string[] = [];
      let spent = 0;
      let states = 0;
      await play(scene, clinicFor(scene), async (state, page) => {
        const began = performance.now();
        states++;
        for (const [settings, media] of Object.entries(MEDIA)) {
          await showUnder(page, media);
          for (const fault of await axeFaults(page)) faults.push(`${state}, ${settings}: ${fault}`);
        }
        await showUnder(page, { colorScheme: 'light' });
        spent += performance.now() - began;
      });
      console.log(name, states, Math.round(spent));
      expect(faults).toEqual([]);
    });
});
