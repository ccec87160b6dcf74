import type { Patch } from './variants.ts';

/**
 * The controls of the hostile pages: what Lanyard would be without one of its rules. A test that sees no leak in
 * the shipped build has to see one here.
 */
export const WEAKNESSES: Record<string, readonly Patch[]> = {
  /** Binds by a part of the host, as others do, and trusts every frame. */
  'any-host': [
    { file: 'utils/autofill/candidates.ts', from: 'if (!isBindable(origin)) return [];', to: '' },
    {
      file: 'utils/autofill/candidates.ts',
      from: 'origins.includes(origin)',
      to: "origins.some((own) => new URL(origin).host.replace(/[^a-z.-]|xn--|^www/g, '').includes(own.split('.').at(-2)!))",
    },
    { file: 'utils/autofill/release.ts', from: 'account.origins.includes(armed.origin)', to: 'true' },
    { file: 'entrypoints/background/code-door.ts', from: ' || tab.origin !== origin) throw', to: ') throw' },
    {
      file: 'entrypoints/content/frame-trust.ts',
      from: 'export function isTrustedFrame(',
      to: 'export const isTrustedFrame = () => true;\nfunction unused(',
    },
  ],
  /** Fills whatever has the right words, seen or not. */
  'any-box': [
    { file: 'entrypoints/content/fill-code.ts', from: ' && !isBehindPane(box)', to: '' },
    {
      file: 'entrypoints/content/visibility.ts',
      from: 'export function isOpenTo(',
      to: 'export const isOpenTo = (box: HTMLInputElement) => box !== null;\nfunction unusedTest(',
    },
    {
      file: 'entrypoints/content/visibility.ts',
      from: 'export function isUncovered(',
      to: 'export const isUncovered = (box: HTMLInputElement) => box !== null;\nfunction unused(',
    },
  ],
  /** Takes a script's events for a person's, and a login for good. */
  'any-trigger': [
    { file: 'entrypoints/content/login-submit.ts', from: 'event.isTrusted && ', to: '' },
    {
      file: 'entrypoints/content/login-submit.ts',
      from: 'navigator.userActivation?.isActive !== false',
      to: 'true',
    },
    {
      file: 'entrypoints/background/code-door.ts',
      from: '{ release: undefined, armed: undefined',
      to: '{ release: undefined',
    },
    { file: 'entrypoints/background/code-door.ts', from: 'if (wait > 0) {', to: 'if (wait > 0 && wished) {' },
  ],
  /** Sends the code to the tab, and not to the document that asked; so late that a page which leaves has left. */
  'by-tab': [
    {
      file: 'entrypoints/background/fill.ts',
      from: 'import { stepEnd }',
      to: 'import { stepEnd, totpCode }',
    },
    {
      file: 'entrypoints/background/fill.ts',
      from: '    return askForCode(tabId);',
      to: `    const code = parameters.kind === 'totp' ? totpCode(parameters, Date.now()) : '';
    const { url } = await chrome.tabs.get(tabId);
    for (let tries = 0; tries < 60; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      const there = await chrome.tabs.get(tabId);
      if (there.url !== url && there.status === 'complete') break;
    }
    await chrome.scripting.executeScript({
      target: { tabId },
      func: (text: string) => { for (const box of document.querySelectorAll('input')) box.value = text; },
      args: [code],
    });
    return 'filled';`,
    },
  ],
  /** Types a digit at a time into whatever has the focus, and looks at no box again. */
  'by-focus': [
    {
      file: 'entrypoints/content/fill-code.ts',
      from: 'export function canTake(',
      to: 'export const canTake = (boxes: readonly HTMLInputElement[]) => boxes.length > 0;\nfunction unused(',
    },
    {
      file: 'entrypoints/content/fill-code.ts',
      from: '  if (boxes.length === 1) type(',
      to: `  for (const digit of code) {
    const box = document.activeElement as HTMLInputElement;
    type(box, (box.value ?? '') + digit);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  if (boxes.length > 0) return true;
  if (boxes.length === 1) type(`,
    },
  ],
};
