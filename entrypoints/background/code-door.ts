import { type Asked, wrongLength } from '../../utils/autofill/length';
import {
  armedAccount,
  isFilledByItself,
  type SendsTo,
  waitBeforeCode,
  wishedAccount,
} from '../../utils/autofill/release';
import { Failure } from '../../utils/failure';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { Output } from '../../utils/messaging/wire';
import { totpCode, totpStep } from '../../utils/otp/code';
import { changeTab, readTab, readUsedStep, writeUsedStep } from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import { digitsAt } from '../../utils/portals/says';
import { activeAccounts } from '../../utils/vault/vault';
import type { ContentSender } from './audience';
import { checkClock, timeForCodes } from './clock';
import { nextHotpCode } from './codes';
import { openTab } from './portal-tab';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';
import { noteUse } from './usage';

/**
 * The one door, which answers `fill/code`. Everything is looked at again here, at this moment, whatever was said before. The
 * answer travels on the asking document's own channel: a page that has gone elsewhere meanwhile takes it with it.
 * @throws Failure `refused`, `wrong-length`, `sent-elsewhere`, `sent-in-address`
 */
export const handOutCode = (session: Session, sender: ContentSender, sendsTo: SendsTo, asked: Asked) =>
  browserLock('fill', () => handOut(session, sender, sendsTo, asked));

async function handOut(
  session: Session,
  { tabId, frameId, origin }: ContentSender,
  sendsTo: SendsTo,
  asked: Asked,
): Promise<Output<ContentProtocol, 'fill/code'>> {
  const [tab, { release: wish, armed, prompt }, vault, { now, ahead }] = await Promise.all([
    openTab(tabId),
    readTab(tabId),
    session.current(),
    timeForCodes(),
  ]);
  if (!tab?.active || tab.origin !== origin) throw new Failure('refused');
  const accounts = activeAccounts(vault);
  const wished = wishedAccount(accounts, wish, origin, now - ahead);
  const held = armedAccount(accounts, armed, origin, now - ahead);
  const clear = held && armed && isFilledByItself(prompt, held, armed) ? held : null;
  const account = wished ?? clear;
  if (!account) throw new Failure('refused');
  const { digits } = account.parameters;
  const wanted = wrongLength(digits, asked, digitsAt(hostOf(origin)));
  if (wanted !== null) {
    showPrompt(tabId, 'waiting');
    throw new Failure('wrong-length', wanted, digits);
  }
  if (sendsTo !== null && (!wished || wish?.sendsTo !== sendsTo)) {
    showPrompt(tabId, 'waiting');
    throw sendsTo === '' ? new Failure('sent-in-address') : new Failure('sent-elsewhere', sendsTo);
  }

  const again = wished !== null && wish?.again === true;
  const wait = waitBeforeCode(account.parameters, await readUsedStep(account.id), again, now);
  if (wait > 0) {
    if (wished) await changeTab(tabId, { release: { ...wish!, at: now - ahead + wait } });
    return { wait };
  }
  // The wish, the login and the step are spent before the code leaves, not after.
  const at = now - ahead;
  const trial = { accountId: account.id, frameId, origin, at };
  await changeTab(tabId, { release: undefined, armed: undefined, handedOutAt: at, trial });
  // A correction made once need not be right for ever.
  if (ahead !== 0) void checkClock(tabId, origin);
  const { parameters, submits } = account;
  void noteUse(vault, account.id);
  if (parameters.kind === 'hotp') return { code: await nextHotpCode(session, account.id), submits };
  await writeUsedStep(account.id, totpStep(parameters, now));
  return { code: totpCode(parameters, now), submits };
}
