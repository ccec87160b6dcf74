import type { PromptKind } from '../../utils/autofill/prompt';
import { Failure } from '../../utils/failure';
import type { OfferReply, PromptFacts } from '../../utils/messaging/content-protocol';
import { bumpRevision } from '../../utils/platform/revision';
import { changeTab, readTab, type TabState } from '../../utils/platform/tab-state';
import type { ContentSender } from './audience';
import { showPrompt } from './toolbar';

/** Whether the page says a word about it after a login: a recovery box was chosen by the person, who knows. */
const KINDS: Readonly<Record<PromptKind, 'says' | 'silent'>> = {
  totp: 'silent',
  ask: 'silent',
  recovery: 'silent',
  sms: 'says',
  email: 'says',
  push: 'says',
  'security-key': 'says',
  device: 'says',
  pin: 'says',
};

/** How long after a login the page may still say so. Milliseconds. */
const LOGIN_COUNTS = 5 * 60_000;
const MOST_REASONS = 12;

/** A content script's word, looked at by hand. @throws Failure `bad-request` */
export function readPromptFacts(
  facts: { readonly prompt?: unknown; readonly why?: unknown } | null,
): PromptFacts {
  const prompt = facts?.prompt;
  if (typeof prompt !== 'string' || !Object.hasOwn(KINDS, prompt)) throw new Failure('bad-request');
  const why = Array.isArray(facts?.why) ? facts.why.filter(isReason).slice(0, MOST_REASONS) : [];
  return { prompt: prompt as PromptKind, why };
}

/** An id in plain letters. What has no sentence of ours is not shown at all. */
function isReason(thing: unknown): thing is string {
  return typeof thing === 'string' && /^[a-z][a-z -]{0,39}$/.test(thing);
}

/** A prompt that nothing is ever released to by itself: the button says what it is, and the page once after a login. */
export async function noteOther(
  { tabId, frameId, origin }: ContentSender,
  said: PromptFacts,
): Promise<OfferReply> {
  const { armed, told } = await readTab(tabId);
  const now = Date.now();
  const login = armed?.origin === origin && now - armed.at < LOGIN_COUNTS ? armed.at : undefined;
  const says = KINDS[said.prompt] === 'says' && login !== undefined && login !== told;
  await changeTab(tabId, {
    prompt: { frameId, origin, at: now, ...said },
    ...(says && { told: login }),
  });
  if (said.prompt !== 'totp') showPrompt(tabId, said.prompt);
  await bumpRevision();
  return says ? 'say-other' : 'nothing';
}

/**
 * The button and the popup stop speaking of it. Said by a document that is left, this may come while the next one
 * already offers a prompt of its own, which stays.
 */
export async function promptGone({ tabId, frameId }: ContentSender): Promise<void> {
  const { prompt } = await readTab(tabId);
  if (prompt?.frameId !== frameId) return;
  const isOld = (other: TabState['prompt']) => other?.at === prompt.at;
  await changeTab(tabId, (state) => (isOld(state.prompt) ? { prompt: undefined } : {}));
  if ((await readTab(tabId)).prompt) return;
  showPrompt(tabId, null);
  await bumpRevision();
}
