import { type Bytes, fromBase64, toBase64, utf8 } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { BackupKey } from '../../utils/messaging/views';
import { writeLastBackup } from '../../utils/platform/last-backup';
import { bumpRevision } from '../../utils/platform/revision';
import { type AgeKey, openAge, sealAge } from '../../utils/transfer/age';
import { requireSaneScrypt, SCRYPT_LOG_N } from '../../utils/transfer/age-header';
import { type Backup, formatBackup, parseBackup } from '../../utils/transfer/backup';
import type { Contents } from '../../utils/transfer/contents';
import { mergeContents } from '../../utils/transfer/merge';
import { changesBetween, compareContents, previewBackup, recordsOf } from '../../utils/transfer/preview';
import type { VaultHeader } from '../../utils/vault/header';
import { activeAccounts, type OpenVault, versionOf } from '../../utils/vault/vault';
import type { Session } from './session';

type TransferMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `transfer/${string}`>>;

interface Parts {
  readonly session: Pick<Session, 'status' | 'current' | 'save'>;
  /** @throws Failure `wrong-password`, `wait` */
  readonly reauthenticate: (header: VaultHeader, password: string) => Promise<void>;
}

export function transferHandlers({ session, reauthenticate }: Parts): Handlers<TransferMessages, Sender> {
  return {
    async 'transfer/back-up'({ password, to }) {
      const vault = await session.current();
      await reauthenticate(vault.header, password);
      const { vaultId } = vault.header;
      const madeAt = Date.now();
      const contents = contentsOf(vault);
      const plaintext = utf8(await formatBackup(vaultId, contents, madeAt));
      await requireReadable(plaintext, contents);
      const file = await sealAge(plaintext, 'recipients' in to ? someRecipients(to) : ownKey(to));
      await writeLastBackup(vaultId, madeAt);
      await bumpRevision();
      return { file: toBase64(file), accounts: activeAccounts(vault).length };
    },

    async 'transfer/preview'({ file, key }) {
      const mine = await contentsHere();
      return previewBackup(mine, await open(file, key), Date.now());
    },

    async 'transfer/restore'({ file, key, bringBack }) {
      await session.current(); // locked? Said before the work
      const backup = await open(file, key);
      let report = { saved: 0, unchanged: 0 };
      await session.save((vault) => {
        const mine = contentsOf(vault);
        const now = Date.now();
        const merged = mergeContents(mine, recordsOf(backup, mine, now), { bringBack, now });
        const { fresh, updated, unchanged } = compareContents(mine, merged);
        report = { saved: fresh.length + updated.length, unchanged };
        return changesBetween(mine, merged);
      });
      return report;
    },
  };

  /** Before the first vault is made, or beside one that is damaged, a backup is looked at for itself. */
  async function contentsHere(): Promise<Contents> {
    const status = await session.status();
    return status === 'none' || status === 'damaged' ? new Map() : contentsOf(await session.current());
  }
}

async function open(file: string, key: BackupKey): Promise<Backup> {
  return parseBackup(await openAge(bytesIn(file), ageKey(key)), Date.now());
}

/** What a backup says is exactly what the vault holds: nobody finds out on the day it is needed. */
async function requireReadable(plaintext: Bytes, contents: Contents): Promise<void> {
  const said = await parseBackup(plaintext, 0);
  const complete = said.contents.size === contents.size && said.unreadable.length + said.loose.length === 0;
  if (!complete || changesBetween(contents, said.contents).contents.length > 0)
    throw new Failure('unexpected');
}

/** For nobody, age would make a file that nobody opens. */
function someRecipients(to: { readonly recipients: readonly string[] }) {
  if (to.recipients.length === 0) throw new Failure('bad-request');
  return to;
}

/** For a file of ours nothing weaker will do than what we derive. */
function ownKey(key: BackupKey): { scrypt: Extract<AgeKey, { scrypt: unknown }>['scrypt'] } {
  const opened = ageKey(key);
  if (!('scrypt' in opened) || opened.scrypt.logN < SCRYPT_LOG_N) throw new Failure('bad-request');
  return opened;
}

function ageKey(key: BackupKey): AgeKey {
  if ('identity' in key) return key;
  const { logN } = key.scrypt;
  const scrypt = { salt: bytesIn(key.scrypt.salt), logN, key: bytesIn(key.scrypt.key) };
  requireSaneScrypt(scrypt);
  if (scrypt.key.length !== 32) throw new Failure('bad-request');
  return { scrypt };
}

function bytesIn(base64: string): Bytes {
  try {
    return fromBase64(base64);
  } catch {
    throw new Failure('bad-request');
  }
}

function contentsOf(vault: OpenVault): Contents {
  return new Map(
    [...vault.contents].map(([id, content]) => [id, { version: versionOf(vault, id), content }]),
  );
}
