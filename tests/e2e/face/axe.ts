import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Shown } from '../../screens/stage.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Levels A and AA of WCAG 2.0 to 2.2, and what axe calls best practice. No rule is switched off. */
const OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** Where, what, and why, one line each. Runs by the driver, where the page's own security policy does not reach. */
export async function axeFaults(page: Shown): Promise<string[]> {
  return evaluate<string[]>(
    page,
    `(async () => {
      if (!window.axe) { ${SOURCE} }
      const { violations } = await window.axe.run(document, ${JSON.stringify(OPTIONS)});
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        id + ' at ' + target.join(' ') + ': ' + [...any, ...all, ...none].map(({ message }) => message).join('; ')));
    })()`,
  );
}

/** Runs an expression in the page, and brings back what it comes to. */
export function evaluate<Value>(page: Shown, expression: string): Promise<Value> {
  return page.evaluate(expression) as Promise<Value>;
}
