import type { Page as Tab } from '@playwright/test';
import type { Page } from '../../../scripts/lib/page.mjs';
import { expect } from '../fixtures';

/** A person with a keyboard and no mouse, at the popup or at a page in a tab. */
export interface Hands {
  /** One key. Afterwards the focus must be somewhere, and to be seen. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab, or another key, until what has the focus is called so. */
  goTo(name: string | RegExp, key?: string): Promise<void>;
  /** Waits until what has the focus is called so. */
  stands(name: string | RegExp): Promise<void>;
}

interface Focus {
  /** Empty where nothing has it. */
  readonly tag: string;
  readonly name: string;
  /** How far its sign stands out against what is round it; 0 where there is none. */
  readonly contrast: number;
}

/** More stops than any of our pages has. */
const ENOUGH = 60;

export function handsOn(page: Page | Tab): Hands {
  const isPopup = !('keyboard' in page);
  const focus = () => page.evaluate(`(${readFocus.toString()})()`) as Promise<Focus>;
  const fits = (wanted: string | RegExp, { name }: Focus) =>
    typeof wanted === 'string' ? name === wanted : wanted.test(name);

  async function settled(): Promise<Focus> {
    let now = await focus();
    for (let tries = 0; (now.tag === '' || now.contrast < 3) && tries < 40; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = await focus();
    }
    expect(now.tag, 'something has the focus').not.toBe('');
    expect(now.contrast, `the sign of focus on “${now.name}”`).toBeGreaterThanOrEqual(3);
    return now;
  }

  return {
    async press(key) {
      await (isPopup ? page.press(key) : page.keyboard.press(key));
      await settled();
    },
    type: (text) => (isPopup ? page.type(text) : page.keyboard.type(text)),
    async goTo(name, key = 'Tab') {
      const passed: string[] = [];
      for (let stops = 0; stops < ENOUGH; stops++) {
        const now = await settled();
        if (fits(name, now)) return;
        passed.push(now.name);
        await (isPopup ? page.press(key) : page.keyboard.press(key));
      }
      throw new Error(`${name} is not reached by ${key}; passed: ${passed.join(' | ')}`);
    },
    stands: (name) =>
      expect
        .poll(async () => fits(name, await focus()) || (await focus()).name, {
          message: `${name} has the focus`,
        })
        .toBe(true),
  };
}

/** Runs in the page: what has the focus, and how far its outline, or the line under its bar, stands out. */
function readFocus(): Focus {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return { tag: '', name: '', contrast: 0 };
  const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
  const name = at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent ?? '';
  return { tag: at.localName, name: name.replace(/\s+/g, ' ').trim(), contrast: signOf(at) };

  function signOf(element: HTMLElement): number {
    // A file box is drawn by what is round it, a search field by its bar.
    for (const drawn of [element, element.closest('.file'), element.closest('.bar')]) {
      if (!drawn) continue;
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset, borderBottomColor } =
        getComputedStyle(drawn);
      if (Number(getComputedStyle(drawn).opacity) === 0) continue;
      const inside = Number.parseFloat(outlineOffset) < 0;
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1)
        return ratio(outlineColor, groundOf(inside ? drawn : drawn.parentElement));
      if (drawn.matches('.bar')) return ratio(borderBottomColor, groundOf(drawn));
    }
    return 0;
  }

  function groundOf(element: Element | null): string {
    for (let under = element; under; under = under.parentElement) {
      const { backgroundColor } = getComputedStyle(under);
      if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  }

  function ratio(one: string, other: string): number {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (lighter + 0.05) / (darker + 0.05);
  }

  function luminance(colour: string): number {
    const [red, green, blue] = colour.match(/[\d.]+/g)!.map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
