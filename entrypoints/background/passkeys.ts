import { fromBase64, toBase64 } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { VaultHeader } from '../../utils/vault/header';
import { createPasskeySlot, openSlot, type PasskeySlot } from '../../utils/vault/key-slots';
import { reauthenticate } from './attempts';
import type { Fill } from './fill';
import type { Profile } from './profile';
import type { Session } from './session';
import type { Unlocking } from './unlocking';

const MOST_PASSKEYS = 5;

type PasskeyMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `passkeys/${string}`>>;

interface Parts {
  readonly profile: Profile;
  readonly session: Session;
  readonly unlocking: Unlocking;
  readonly fill: Fill;
}

/** A passkey is always one more way in, never the only one: the password slot stays. */
export function passkeyHandlers({
  profile,
  session,
  unlocking,
  fill,
}: Parts): Handlers<PasskeyMessages, Sender> {
  return {
    async 'passkeys/list'() {
      return passkeysOf(await profile.readHeader(await profile.currentId())).map(
        ({ slotId, name, addedAt, credentialId, prfSalt }) => ({
          slotId,
          name,
          addedAt,
          credentialId: toBase64(credentialId),
          prfSalt: toBase64(prfSalt),
        }),
      );
    },

    async 'passkeys/add'({ password, name, credentialId, prfSalt, prf }) {
      const answer = fromBase64(prf);
      if (answer.length !== 32) throw new Failure('bad-request');
      const passkey = {
        credentialId: fromBase64(credentialId),
        prfSalt: fromBase64(prfSalt),
        name: name.trim().slice(0, 60),
        addedAt: Date.now(),
      };
      await session.save(async ({ header }, vaultKey) => {
        if (passkeysOf(header).length >= MOST_PASSKEYS) throw new Failure('too-many-passkeys', MOST_PASSKEYS);
        await reauthenticate(header, password);
        const slot = await createPasskeySlot(vaultKey, passkey, answer, header);
        return { header: { ...header, slots: [...header.slots, slot] } };
      });
    },

    async 'passkeys/unlock'({ slotId, prf, tabId }) {
      await unlocking.unlock('passkey', async (header) => {
        const slot = passkeysOf(header).find((each) => each.slotId === slotId);
        const vaultKey = slot && (await openSlot(slot, fromBase64(prf), header));
        if (!vaultKey) throw new Failure('passkey-unknown');
        return { vaultKey, password: null };
      });
      if (tabId !== null) void fill.look(tabId);
    },
  };
}

function passkeysOf({ slots }: VaultHeader): PasskeySlot[] {
  return slots.filter((slot): slot is PasskeySlot => slot.kind === 'passkey');
}
