import { type Answer, type Desk, requireValue } from './desk.ts';
import type { Finding, Journal } from './journal.ts';
import { newPassword } from './operations.ts';
import type { Random } from './random.ts';
import { compare, unlock } from './reopen.ts';

type Change = 'password' | 'rotate' | 'renew';
const PAIRS: readonly (readonly [Change, Change])[] = [
  ['password', 'rotate'],
  ['renew', 'rotate'],
  ['password', 'renew'],
  ['password', 'password'],
  ['rotate', 'rotate'],
];

interface Changed {
  readonly change: Change;
  readonly password: string | null;
  readonly recoveryKey: string | null;
}

/**
 * Two pages change what opens the vault at the same moment. Whichever came last, one of the passwords and one of the
 * recovery keys that were handed out opens it. One of the two may be refused as a wrong password: by then it was.
 */
export async function raceForTheKey(
  [one, other]: readonly Desk[],
  journal: Journal,
  random: Random,
): Promise<{ line: string; findings: Finding[] }> {
  const pair = random.pick(PAIRS);
  const line = pair.join(' and ');
  const old = { password: journal.password, recoveryKey: journal.recoveryKey };
  const changes = await Promise.all([
    make(pair[0], one!, old.password, random),
    make(pair[1], other!, old.password, random),
  ]);
  const findings: Finding[] = changes.flatMap(({ refused }) =>
    refused && refused !== 'wrong-password'
      ? [{ what: 'refused' as const, detail: `${line}: ${refused}` }]
      : [],
  );
  const made = changes.flatMap(({ done }) => done ?? []);

  requireValue(await one!.ask('vault/lock', undefined), 'vault/lock');
  const passwords = made.flatMap(({ password }) => password ?? []);
  const password = await firstThatOpens(one!, passwords.length > 0 ? passwords : [old.password]);
  if (password === null)
    return { line, findings: [...findings, { what: 'shut', detail: `${line}: no password opens` }] };
  journal.setPassword(password);
  journal.formerPassword = null;
  findings.push(...(await compare(one!, journal)).findings);

  const recoveryKeys = made.flatMap(({ recoveryKey }) => recoveryKey ?? []);
  const recovered = await recover(one!, recoveryKeys.length > 0 ? recoveryKeys : [old.recoveryKey!], random);
  if (!recovered) findings.push({ what: 'shut', detail: `${line}: no recovery key opens` });
  else {
    journal.setPassword(recovered.password);
    journal.formerPassword = null;
    journal.recoveryKey = recovered.recoveryKey;
  }
  return { line, findings };
}

async function make(
  change: Change,
  desk: Desk,
  password: string,
  random: Random,
): Promise<{ done?: Changed; refused?: string }> {
  const next = newPassword(random);
  const ask = (): Promise<Answer<unknown>> => {
    if (change === 'renew') return desk.ask('vault/renew-recovery-key', undefined);
    if (change === 'rotate') return desk.ask('vault/rotate', { password, newPassword: next });
    return desk.ask('vault/change-password', { password, newPassword: next });
  };
  const answer = await ask();
  if (!('value' in answer)) return { refused: 'failure' in answer ? answer.failure.code : answer.silence };
  const recoveryKey = (answer.value as { recoveryKey?: string } | null)?.recoveryKey ?? null;
  return { done: { change, password: change === 'renew' ? null : next, recoveryKey } };
}

async function firstThatOpens(desk: Desk, passwords: readonly string[]): Promise<string | null> {
  for (const password of passwords) if ((await unlock(desk, password)) === 'open') return password;
  return null;
}

/** With each in turn; it sets a new password and hands out a new recovery key. */
async function recover(desk: Desk, recoveryKeys: readonly string[], random: Random) {
  for (const recoveryKey of recoveryKeys) {
    requireValue(await desk.ask('vault/lock', undefined), 'vault/lock');
    const password = newPassword(random);
    const answer = await desk.ask('vault/recover', { recoveryKey, password });
    if ('value' in answer) return { password, recoveryKey: answer.value.recoveryKey };
  }
  return null;
}
