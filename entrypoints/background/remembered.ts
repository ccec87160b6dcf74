import { candidatesFor } from '../../utils/autofill/candidates';
import { clearAccount, whoseStill } from '../../utils/autofill/release';
import { type Remembers, readTicks, type Tick } from '../../utils/autofill/remember';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { Handlers } from '../../utils/messaging/router';
import type { RememberedView } from '../../utils/messaging/views';
import { bumpRevision } from '../../utils/platform/revision';
import { readSettings } from '../../utils/platform/settings';
import { changeTab, readTab } from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import { rememberedDaysAt } from '../../utils/portals/says';
import { activeAccounts, type OpenVault } from '../../utils/vault/vault';
import type { ContentSender } from './audience';
import { ticksOf } from './content-words';
import { readNote, writeNote } from './sealed-notes';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';

/** This browser was told to be remembered for an account, at a portal. */
interface Note {
  readonly accountId: string;
  readonly origin: string;
  readonly at: number;
  /** As the portal's own box said it. */
  readonly days: number | null;
}

const NAME = 'remembered';
const DAY = 86_400_000;
/** Milliseconds until the page after a prompt stands, mostly. */
const NEXT_PAGE_AFTER = 3_000;
/** How long a portal may go on remembering that did not say for how long. */
const AT_MOST_DAYS = 366;

/** When the next code is due: noted as the person ticks the box that has the portal remember this browser. */
export function createRemembered(session: Pick<Session, 'current' | 'status'>) {
  async function sent({ tabId, origin }: ContentSender, ticks: readonly Tick[]): Promise<void> {
    const told = readTicks(ticks);
    if (told === null) return;
    if ((await readSettings()).sharedPc) await warn(tabId, told === 'asked-again' ? undefined : origin);
    if ((await session.status()) !== 'unlocked') return;
    const vault = await session.current();
    const accountId = await whose(vault, tabId, origin);
    if (accountId !== null)
      await browserLock(NAME, () => note(vault, { accountId, origin, at: Date.now() }, told));
  }

  const contentHandlers: Handlers<Pick<ContentProtocol, 'fill/ticks'>, ContentSender> = {
    'fill/ticks': (prompt, sender) => sent(sender, ticksOf(prompt?.ticks)),
  };
  return { contentHandlers };
}

/** On a shared PC the fill before has locked the vault, so that the tab is told, and nothing is noted. */
async function warn(tabId: number, toldToRemember: string | undefined): Promise<void> {
  await changeTab(tabId, { toldToRemember });
  if (toldToRemember !== undefined) {
    showPrompt(tabId, 'remembered');
    // The button's word goes with the page, and the page goes with the prompt.
    setTimeout(() => showPrompt(tabId, 'remembered'), NEXT_PAGE_AFTER);
  }
  await bumpRevision();
}

/** Whose code it was: of a login that no code was handed out for yet, who it clearly is; else who got the last one here. */
async function whose(vault: OpenVault, tabId: number, origin: string): Promise<string | null> {
  const { trial, armed, named } = await readTab(tabId);
  const accounts = activeAccounts(vault);
  const isHere = trial && candidatesFor(accounts, origin).includes(trial.accountId);
  if (!armed && isHere) return trial.accountId;
  return clearAccount(accounts, whoseStill(armed ?? named, Date.now(), origin), origin)?.id ?? null;
}

async function note(
  vault: OpenVault,
  { accountId, origin, at }: Omit<Note, 'days'>,
  told: Remembers | 'asked-again',
): Promise<void> {
  const held = await readNotes(vault);
  const others = held.filter((other) => other.accountId !== accountId || other.origin !== origin);
  const fresh = told === 'asked-again' ? [] : [{ accountId, origin, at, days: told.days }];
  if (others.length === held.length && fresh.length === 0) return;
  await writeNote(vault, NAME, [...others, ...fresh]);
  await bumpRevision();
}

/** Those of accounts that are still here, and not yet over. */
async function readNotes(vault: OpenVault): Promise<Note[]> {
  const notes = ((await readNote(vault, NAME)) ?? []) as Note[];
  const ids = new Set(activeAccounts(vault).map(({ id }) => id));
  const now = Date.now();
  return notes.filter(
    (each) => ids.has(each.accountId) && now < (until(each) ?? each.at + AT_MOST_DAYS * DAY),
  );
}

/** The page's own word goes before the catalogue's. */
function until({ origin, at, days }: Note): number | null {
  const known = days ?? rememberedDaysAt(hostOf(origin));
  return known === null ? null : at + known * DAY;
}

/** For our own pages. */
export async function rememberedView(vault: OpenVault): Promise<RememberedView[]> {
  const notes = await readNotes(vault);
  return notes.map((each) => ({ ...each, until: until(each) }));
}
