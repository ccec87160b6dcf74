import { browser } from 'wxt/browser';
import type { PromptKind } from '../../utils/autofill/prompt';
import { readSessionKey } from '../../utils/platform/session-key';
import { listedCurrent } from '../../utils/platform/vault-registry';
import { clockView } from './clock';
import { say } from './words';

/** How things stand where no prompt waits; `warn`: codes are made for a wrong time. The card is filled, outlined, or notched. */
type Standing = 'locked' | 'unlocked' | 'warn';
const TITLES = {
  locked: 'badge_locked_title',
  unlocked: 'action_title',
  warn: 'badge_clock_title',
} as const satisfies Record<Standing, string>;

const ACCENT = '#0B6E75';
const MUTED = '#5B6770';

/** What the button says of a prompt. A dot where the person has something to do here, else a dash. */
const PROMPTS = {
  waiting: ['•', 'badge_waiting_title'],
  locked: ['•', 'badge_locked_title'],
  ask: ['•', 'badge_ask_title'],
  recovery: ['•', 'badge_recovery_title'],
  sms: ['–', 'badge_sms_title'],
  email: ['–', 'badge_email_title'],
  push: ['–', 'badge_push_title'],
  'security-key': ['–', 'badge_security_key_title'],
  device: ['–', 'badge_device_title'],
  pin: ['–', 'badge_pin_title'],
  remembered: ['•', 'badge_remembered_title'],
} as const satisfies Record<
  Exclude<PromptKind, 'totp'> | 'waiting' | 'locked' | 'remembered',
  readonly [string, string]
>;
const icon = (face: Standing | 'waiting') =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${face}-${size}.png`]));

let shown: Standing | null = null;

/** The button of every tab that shows no prompt, after anything that may have changed how things stand. */
export function showStanding(): void {
  inTurn(async () => {
    const standing = await readStanding();
    if (standing === shown) return;
    shown = standing;
    const tabs = await browser.tabs.query({});
    // A tab keeps a picture of its own, once it had one, until it goes to another page.
    await Promise.allSettled([
      paint({}, standing),
      ...tabs.map(async ({ id: tabId }) => {
        if (tabId !== undefined && (await browser.action.getBadgeText({ tabId })) === '')
          await paint({ tabId }, standing);
      }),
    ]);
  });
}

/** The same in other words: the language has changed. */
export function showStandingAnew(): void {
  shown = null;
  showStanding();
}

/**
 * The button of one tab: a dot while a prompt there waits for the person, a word about one that is not ours to fill,
 * and null for none. Ends with the page.
 */
export function showPrompt(tabId: number, prompt: keyof typeof PROMPTS | null): void {
  inTurn(async () => {
    const { action } = browser;
    if (prompt === null) {
      await action.setBadgeText({ tabId, text: '' });
      await paint({ tabId }, await readStanding());
      return;
    }
    const [text, title] = PROMPTS[prompt];
    await action.setBadgeText({ tabId, text });
    await action.setBadgeBackgroundColor({ tabId, color: text === '•' ? ACCENT : MUTED });
    await action.setTitle({ tabId, title: await say(title) });
    if (prompt === 'waiting' || prompt === 'locked') await action.setIcon({ tabId, path: icon(prompt) });
  });
}

async function readStanding(): Promise<Standing> {
  const [key, vaultId, { error }] = await Promise.all([readSessionKey(), listedCurrent(), clockView()]);
  if (!key) return vaultId === null ? 'unlocked' : 'locked';
  return error ? 'warn' : 'unlocked';
}

async function paint(where: { tabId?: number }, standing: Standing): Promise<void> {
  await Promise.all([
    browser.action.setIcon({ ...where, path: icon(standing) }),
    browser.action.setTitle({ ...where, title: await say(TITLES[standing]) }),
  ]);
}

let strokes: Promise<unknown> = Promise.resolve();

/**
 * One picture after the other, so that none paints over a later one. What the button looks like is no reason to wait
 * or to fail: the tab may have closed meanwhile.
 */
function inTurn(stroke: () => Promise<void>): void {
  strokes = strokes.then(stroke).catch(() => {});
}
