import { type Bytes, fromBase64, randomBytes, toBase64 } from '../utils/bytes';
import type { PasskeyView } from '../utils/messaging/views';
import { OFFERS_PASSKEYS } from './offers-passkeys';
import { say } from './words';

/**
 * The two WebAuthn ceremonies. No server is asked and no signature is looked at: what opens the vault is the answer of
 * the PRF extension, which the authenticator gives to our origin alone. No `rp.id`, so the relying party is this extension.
 */

/** Why a passkey did not answer. `cancelled`: by the person or by the browser, which does not tell them apart. */
export type AskRefusal = 'cancelled' | 'without-prf' | 'unverified';
/** Why none was made. `known`: this device holds one of this vault already. */
export type CreateRefusal = AskRefusal | 'known';

export const REFUSAL_WORDS = {
  cancelled: 'passkey_add_cancelled',
  known: 'passkey_add_known',
  'without-prf': 'passkey_add_without_prf',
  unverified: 'passkey_add_unverified',
} as const satisfies Record<CreateRefusal, string>;

/** Bytes are base64. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly prfSalt: string;
  readonly prf: string;
}

type AskedPasskey = Pick<PasskeyView, 'slotId' | 'credentialId' | 'prfSalt'>;

/** False only where the browser says that it has no PRF; one that cannot say is tried. */
export async function canCreatePasskey(): Promise<boolean> {
  if (!OFFERS_PASSKEYS) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  return capabilities?.['extension:prf'] !== false;
}

/**
 * A new passkey on this device or security key.
 * @param name what the person will find it under
 * @param known those there are: no device gets a second one
 */
export async function createPasskey(
  name: string,
  known: readonly AskedPasskey[],
): Promise<NewPasskey | CreateRefusal> {
  const salt = randomBytes(32);
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { name: say('extension_name') },
    user: { id: randomBytes(32), name, displayName: name },
    challenge: randomBytes(32),
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  };
  const made = await settle(navigator.credentials.create({ publicKey }));
  if (typeof made === 'string') return made;
  const response = made.response as AuthenticatorAttestationResponse;
  if (!isVerified(response.getAuthenticatorData())) return 'unverified';

  const passkey = { credentialId: toBase64(new Uint8Array(made.rawId)), prfSalt: toBase64(salt) };
  const prf = answerOf(made);
  if (prf) return { ...passkey, prf };
  if (!made.getClientExtensionResults().prf?.enabled) return 'without-prf';
  // Some answer only when they are asked, not while the passkey is made.
  const answer = await askPasskey([{ slotId: '', ...passkey }], new AbortController().signal);
  return typeof answer === 'string' ? answer : { ...passkey, prf: answer.prf };
}

/** What one of these passkeys answers to its salt, and which of them it was. `prf` is base64 of 32 bytes. */
export async function askPasskey(
  passkeys: readonly AskedPasskey[],
  signal: AbortSignal,
): Promise<{ slotId: string; prf: string } | AskRefusal> {
  const evalByCredential = Object.fromEntries(
    passkeys.map((passkey) => [base64url(passkey.credentialId), { first: fromBase64(passkey.prfSalt) }]),
  );
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: randomBytes(32),
    allowCredentials: passkeys.map(descriptor),
    userVerification: 'required',
    extensions: { prf: { evalByCredential } },
  };
  const asked = await settle(navigator.credentials.get({ publicKey, signal }));
  if (typeof asked === 'string') return asked === 'known' ? 'cancelled' : asked;
  if (!isVerified((asked.response as AuthenticatorAssertionResponse).authenticatorData)) return 'unverified';
  const credentialId = toBase64(new Uint8Array(asked.rawId));
  const passkey = passkeys.find((known) => known.credentialId === credentialId);
  const prf = answerOf(asked);
  return passkey && prf ? { slotId: passkey.slotId, prf } : 'without-prf';
}

async function settle(ceremony: Promise<Credential | null>): Promise<PublicKeyCredential | CreateRefusal> {
  try {
    return ((await ceremony) as PublicKeyCredential | null) ?? 'cancelled';
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    return thrown.name === 'InvalidStateError' ? 'known' : 'cancelled';
  }
}

/**
 * UV, bit 2 of the flags (WebAuthn level 3, section 6.1): a PIN, a finger or a face was checked. We asked for it, and an
 * authenticator that lets anybody who holds it in is refused all the same.
 */
function isVerified(authenticatorData: ArrayBuffer): boolean {
  return ((new Uint8Array(authenticatorData)[32] ?? 0) & 0b100) !== 0;
}

function answerOf(credential: PublicKeyCredential): string | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return bytes.length === 32 ? toBase64(bytes) : null;
}

function descriptor({ credentialId }: AskedPasskey): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: fromBase64(credentialId) satisfies Bytes };
}

function base64url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
