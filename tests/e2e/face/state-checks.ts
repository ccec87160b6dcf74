import type { Shown } from '../../screens/stage.ts';
import { evaluate } from './axe.ts';

/*
 * What axe does not look for. Each check runs in the page, and brings back its faults, one line each; each is shown to find
 * a planted one in `checks.spec.ts`.
 */

const NAMED = `const named = (element) => element.localName + '.' + element.className + ' "' + (element.ariaLabel ?? element.textContent).trim().slice(0, 30) + '"';
const shown = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }));`;

const run = (page: Shown, body: string) => evaluate<string[]>(page, `(() => { ${NAMED} ${body} })()`);

/** WCAG 2.2, 2.5.8, without its exception for spacing: 24 by 24, but for links within a sentence. */
export const smallTargets = (page: Shown) =>
  run(
    page,
    `const controls = shown('button, a[href], input, select, textarea, summary').filter((each) => !each.closest('p a'));
    return controls.map((control) => [control, (control.closest('label') ?? control).getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([control, { width, height }]) => 'target ' + Math.round(width) + ' x ' + Math.round(height) + ': ' + named(control));`,
  );

/** Where no motion is wanted nothing moves: the ring steps once a second, as a clock's hand, and nothing else goes on. */
export const motions = (page: Shown) =>
  run(
    page,
    `return document.getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && !effect.getTiming().easing.startsWith('steps')
        && !effect.getKeyframes().every(({ easing }) => easing.startsWith('steps')))
      .map(({ effect, animationName, transitionProperty }) => 'motion ' + (animationName ?? transitionProperty) + ': ' + named(effect.target));`,
  );

/** In high contrast, text on a ground of its own stands on a plate in the page's colour, unless the element forbids it. */
export const plates = (page: Shown) =>
  run(
    page,
    `const ground = getComputedStyle(document.body).backgroundColor;
    return shown('body *').filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((each) => {
        for (let under = each; under; under = under.parentElement) {
          const { backgroundColor, forcedColorAdjust } = getComputedStyle(under);
          if (forcedColorAdjust !== 'auto') return false;
          if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor !== ground;
        }
        return false;
      }).map((each) => 'plate: ' + named(each));`,
  );

/** What takes scrolling sideways, or is cut off by its own box. What ends in … is whole in its account's own view. */
export const cutOff = (page: Shown) =>
  run(
    page,
    `return [document.scrollingElement, ...shown('body *')].filter((each) => {
      if (each.matches('.unseen, .unseen *, svg, svg *, input, textarea, select')) return false;
      const { overflowX, overflowY, textOverflow, display } = getComputedStyle(each);
      const isPage = each === document.scrollingElement;
      if (display === 'inline' || (!isPage && overflowX === 'visible' && overflowY === 'visible')) return false;
      const broad = each.scrollWidth > each.clientWidth + 1 && textOverflow !== 'ellipsis';
      const tall = each.scrollHeight > each.clientHeight + 1 && (overflowY === 'hidden' || overflowY === 'clip');
      return broad || tall;
    }).map((each) => each.clientWidth + ' x ' + each.clientHeight + ' for ' + each.scrollWidth + ' x ' + each.scrollHeight + ': ' + named(each));`,
  );

/** As WCAG 2.1, 1.4.12 has a reader space the text out; undone again by the answer. */
export async function spaceOut(page: Shown): Promise<() => Promise<void>> {
  await evaluate(
    page,
    `(() => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
      document.adoptedStyleSheets = [spaced];
    })()`,
  );
  return () => evaluate(page, `(() => { document.adoptedStyleSheets = []; })()`);
}
