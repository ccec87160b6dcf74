import { type Desk, requireValue } from './desk.ts';
import type { Finding, Journal } from './journal.ts';

export interface Verdict {
  /** Unacknowledged writes that are there all the same. */
  readonly done: number;
  readonly findings: readonly Finding[];
}

const shut = (detail: string): Verdict => ({ done: 0, findings: [{ what: 'shut', detail }] });

/**
 * Opens the vault as a person does, and compares the whole of it with the journal. `late`: what was asked last may
 * still come.
 */
export async function reopen(desk: Desk, journal: Journal, late = false): Promise<Verdict> {
  const { status } = requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
  if (status === 'none' || status === 'damaged') return shut(`the vault is ${status}`);
  const { formerPassword } = journal;
  if (formerPassword !== null) {
    if ((await unlock(desk, formerPassword)) === 'open')
      return shut('the password before the last still opens');
    journal.formerPassword = null;
  }
  const answers: string[] = [];
  for (const password of journal.passwords()) {
    const answer = await unlock(desk, password);
    if (answer === 'open') {
      const changed = journal.openedWith(password, late);
      const { done, findings } = await compare(desk, journal, late);
      return { done: done + (changed ? 1 : 0), findings };
    }
    answers.push(answer);
  }
  return shut(`no password opens: ${answers.join(', ')}`);
}

/**
 * The same where the browser goes on: the vault may be open still. What a change of the password came to shows only
 * when it is typed.
 */
export async function look(desk: Desk, journal: Journal, late = false): Promise<Verdict> {
  const answer = await desk.ask('vault/snapshot', { tabId: null });
  const isOpen = 'value' in answer && answer.value.status === 'unlocked';
  return !isOpen || journal.isKeyUnsure() ? reopen(desk, journal, late) : compare(desk, journal, late);
}

/** `open`, or why not. A try that a killed browser never ended counts as a wrong one, so there may be a wait. */
export async function unlock(desk: Desk, password: string): Promise<string> {
  for (;;) {
    const answer = await desk.ask('vault/unlock', { password, tabId: null });
    if ('value' in answer) return 'open';
    if ('silence' in answer) return answer.silence;
    const { code, values } = answer.failure;
    if (code !== 'wait') return code;
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(values[0])));
  }
}

/** The same for a vault that is open. */
export async function compare(desk: Desk, journal: Journal, late = false): Promise<Verdict> {
  const answer = await desk.ask('vault/snapshot', { tabId: null });
  if (!('value' in answer)) return shut('failure' in answer ? answer.failure.code : answer.silence);
  if (answer.value.status !== 'unlocked') return shut(`the vault is ${answer.value.status}`);
  const trash = requireValue(await desk.ask('accounts/trash', undefined), 'accounts/trash');
  const accountIds = answer.value.accounts.map(({ id }) => id);
  const codes = requireValue(await desk.ask('codes/list', { accountIds }), 'codes/list');
  return journal.check(answer.value, codes, trash, late);
}
