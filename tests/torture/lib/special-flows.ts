import { randomBytes } from 'node:crypto';
import type { PasskeyView } from '../../../utils/messaging/views';
import { nodeCode } from '../../otp/node-code.ts';
import { type Desk, requireValue } from './desk.ts';
import { type Facts, keyUri, randomFacts } from './facts.ts';
import type { Finding, Held, Journal } from './journal.ts';
import { makeOperation, newPassword, type Operation, operation } from './operations.ts';
import type { Random } from './random.ts';
import { unlock } from './reopen.ts';
import { write } from './write.ts';

/** A flow about more than accounts and passwords, which the journal does not know. */
export interface SpecialFlow {
  prepare(): Promise<void>;
  next(): Operation;
  /** Looked at before the vault is compared with the journal, and after it. */
  before?(): Promise<Finding[]>;
  after?(): Promise<Finding[]>;
}

type Maker = (desk: Desk, journal: Journal, random: Random) => SpecialFlow;

export const SPECIAL_FLOWS = {
  'create-beside': createBeside,
  passkey,
  'restore-backup': restoreBackup,
  'copy-hotp': copyHotp,
} satisfies Record<string, Maker>;

/** Another vault in the same profile: it is there, empty, and opens, or it is not; the first one is as it was. */
function createBeside(desk: Desk, _: Journal, random: Random): SpecialFlow {
  let home = '';
  let password = '';
  const look = async () => requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');

  async function openNew(vaultId: string): Promise<Finding[]> {
    requireValue(await desk.ask('vault/switch', { vaultId }), 'vault/switch');
    const answer = await unlock(desk, password);
    if (answer !== 'open') return [{ what: 'shut', detail: `the new vault: ${answer}` }];
    const { accounts } = await look();
    return accounts.length > 0 ? [{ what: 'torn', detail: 'the new vault is not empty' }] : [];
  }

  return {
    async prepare() {
      home ||= (await look()).vaultId!;
    },
    next() {
      password = newPassword(random);
      return operation('create-beside', 'vault/create-beside', { password, nickname: 'Beside' }, []);
    },
    async before() {
      const { vaults, vaultId } = await look();
      const damaged = vaults.filter((vault) => vault.damaged);
      const findings: Finding[] = damaged.map(() => ({ what: 'torn', detail: 'half a vault is listed' }));
      if (!vaults.some((vault) => vault.vaultId === home))
        return [...findings, { what: 'lost', detail: 'the first vault is not listed' }];
      if (vaultId !== home) {
        findings.push(...(await openNew(vaultId!)));
        requireValue(await desk.ask('vault/switch', { vaultId: home }), 'vault/switch');
      }
      return findings;
    },
  };
}

const MOST_PASSKEYS = 4;

/** Each passkey that is listed opens the vault; one that was acknowledged is listed. */
function passkey(desk: Desk, journal: Journal, random: Random): SpecialFlow {
  const answers = new Map<string, string>();
  const acknowledged = new Set<string>();
  return {
    async prepare() {
      // A worker killed in the midst of looking at a password has used up a try; only a right one gives them back.
      requireValue(await desk.ask('vault/lock', undefined), 'vault/lock');
      const opened = await unlock(desk, journal.password);
      if (opened !== 'open') throw new Error(opened);
      if (requireValue(await desk.ask('passkeys/list', undefined), 'passkeys/list').length < MOST_PASSKEYS)
        return;
      // A vault takes only a few; a new vault key drops them all.
      const findings: Finding[] = [];
      await write(desk, journal, makeOperation('rotate', journal, random)!, findings);
      if (findings[0]) throw new Error(findings[0].detail);
      acknowledged.clear();
    },
    next() {
      const [credentialId, prfSalt, prf] = [16, 32, 32].map((size) => random.bytes(size).toString('base64'));
      answers.set(credentialId!, prf!);
      const input = {
        password: journal.password,
        name: 'Key',
        credentialId: credentialId!,
        prfSalt: prfSalt!,
        prf: prf!,
      };
      return {
        ...operation('passkey', 'passkeys/add', input, []),
        told: () => void acknowledged.add(credentialId!),
      };
    },
    async after() {
      const listed = requireValue(await desk.ask('passkeys/list', undefined), 'passkeys/list');
      const ids = listed.map(({ credentialId }) => credentialId);
      const lost = [...acknowledged].filter((id) => !ids.includes(id));
      const last = listed.at(-1);
      const opens = !last || (await opensWith(desk, last, answers.get(last.credentialId)));
      return [
        ...lost.map((id) => ({ what: 'lost' as const, detail: `passkey ${id}` })),
        ...(opens ? [] : [{ what: 'shut' as const, detail: 'the newest passkey does not open' }]),
      ];
    },
  };
}

async function opensWith(desk: Desk, { slotId }: PasskeyView, prf: string | undefined): Promise<boolean> {
  if (prf === undefined) return false;
  requireValue(await desk.ask('vault/lock', undefined), 'vault/lock');
  return 'value' in (await desk.ask('passkeys/unlock', { slotId, prf, tabId: null }));
}

/** Three accounts that were removed come back out of a backup: all of them or none. */
function restoreBackup(desk: Desk, journal: Journal, random: Random): SpecialFlow {
  const base64 = (size: number) => randomBytes(size).toString('base64');
  // As if a page's worker had derived it from a passphrase.
  const key = { scrypt: { salt: base64(16), logN: 18, key: base64(32) } };
  let file = '';
  let backed: Held[] = [];
  return {
    async prepare() {
      if (!file) {
        const request = { password: journal.password, to: key };
        ({ file } = requireValue(await desk.ask('transfer/back-up', request), 'transfer/back-up'));
        backed = journal.known.filter(({ removed }) => !removed).slice(0, 3);
      }
      const serials = new Set(backed.map(({ facts }) => facts.serial));
      const findings: Finding[] = [];
      for (;;) {
        const held = journal.pickHeld(random, (one) => serials.has(one.facts.serial) && !one.removed);
        if (!held) break;
        const changes = [{ ...held, removed: true }];
        const removal = operation('remove', 'accounts/remove', { accountId: held.id }, changes);
        await write(desk, journal, removal, findings);
        if (findings[0]) throw new Error(findings[0].detail);
      }
    },
    next: () => operation('restore-backup', 'transfer/restore', { file, key, bringBack: true }, backed),
  };
}

/** Of a counter-based account no code is ever handed out twice, and none is passed over but the one in flight. */
function copyHotp(desk: Desk, journal: Journal, random: Random): SpecialFlow {
  let facts: Facts | null = null;
  /** The counter of the next code is one of these. */
  let [least, most] = [0, 0];

  function ask(): Operation {
    const { id } = journal.known.find((held) => held.facts.serial === facts!.serial)!;
    return operation('copy-hotp', 'codes/copy', { accountId: id!, which: 'now' }, []);
  }

  function spend(code: string, highest: number): Finding[] {
    for (let counter = least; counter <= highest; counter++) {
      if (code !== nodeCode({ ...facts!, kind: 'hotp', counter }, BigInt(counter))) continue;
      least = most = counter + 1;
      return [];
    }
    return [{ what: 'came back', detail: `a code that is not of a counter from ${least} to ${highest}` }];
  }

  const told: Finding[] = [];
  return {
    async prepare() {
      if (facts) return;
      facts = { ...randomFacts(journal.nextSerial(), random), origins: [], period: 0, counter: 0 };
      const input = { keyUri: keyUri(facts), origin: null, tabId: null, same: 'ask' } as const;
      const changes = [{ facts, id: null, removed: false }];
      await write(desk, journal, operation('add', 'accounts/add', input, changes), told);
    },
    next() {
      const highest = most++;
      return {
        ...ask(),
        told: (value) => void told.push(...spend((value as { code: string }).code, highest)),
      };
    },
    async after() {
      const { name, input } = ask();
      const answer = await desk.send(name, input);
      const { code } = requireValue(answer, name) as { code: string };
      return [...told.splice(0), ...spend(code, most)];
    },
  };
}
