import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askPasskey, canCreatePasskey, createPasskey } from '../../components/passkey';

/** What an authenticator of this test says. Bytes 0-31 of its data are the relying party's hash; byte 32 the flags. */
interface Spoken {
  readonly flags: number;
  readonly id?: number;
  readonly enabled?: boolean;
  readonly first?: Uint8Array<ArrayBuffer>;
}

const VERIFIED = 0b101;
const PRESENT = 0b001;
const PRF = new Uint8Array(32).fill(9);
const KNOWN = { slotId: 'one', credentialId: btoa('\x01'), prfSalt: btoa('salt') };
const signal = new AbortController().signal;

function credential({ flags, id = 1, enabled, first }: Spoken) {
  const authenticatorData = new Uint8Array(37);
  authenticatorData[32] = flags;
  return {
    rawId: new Uint8Array([id]).buffer,
    response: {
      authenticatorData: authenticatorData.buffer,
      getAuthenticatorData: () => authenticatorData.buffer,
    },
    getClientExtensionResults: () => ({ prf: { enabled, results: first && { first: first.buffer } } }),
  };
}

/** Stands in for the browser: hands out what is given, call by call, and keeps what was asked. */
function browserThatAnswers(...answers: (Spoken | Error)[]) {
  const asked: {
    kind: string;
    publicKey: PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions;
  }[] = [];
  const answer = (kind: string) => async (wish: { publicKey: never }) => {
    asked.push({ kind, publicKey: wish.publicKey });
    const next = answers.shift();
    if (!next) throw new Error('asked once more than it should');
    if (next instanceof Error) throw next;
    return credential(next);
  };
  vi.stubGlobal('navigator', { credentials: { create: answer('create'), get: answer('get') } });
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('Lanyard');
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('making a passkey', () => {
  it('asks for verification, with a fresh salt, challenge and user, and never names a relying party', async () => {
    const asked = browserThatAnswers(...[1, 2].map(() => ({ flags: VERIFIED, enabled: true, first: PRF })));
    const made = await Promise.all([createPasskey('Front desk', [KNOWN]), createPasskey('Front desk', [])]);
    expect(made[0]).toMatchObject({ credentialId: btoa('\x01'), prf: btoa('\x09'.repeat(32)) });
    const [first, second] = asked.map(({ publicKey }) => publicKey);
    expect(first!.authenticatorSelection).toMatchObject({ userVerification: 'required' });
    expect(first!.rp).not.toHaveProperty('id');
    expect(first!.excludeCredentials).toEqual([{ type: 'public-key', id: new Uint8Array([1]) }]);
    const fresh = [first, second].flatMap((wish) => [
      wish!.challenge,
      wish!.user.id,
      wish!.extensions!.prf!.eval!.first,
    ]) as Uint8Array[];
    for (const bytes of fresh) expect(bytes).toHaveLength(32);
    expect(new Set(fresh.map(String)).size).toBe(6);
  });

  it('asks once by `get` where the answer does not come at once', async () => {
    const asked = browserThatAnswers({ flags: VERIFIED, enabled: true }, { flags: VERIFIED, first: PRF });
    const made = await createPasskey('Front desk', []);
    expect(asked.map(({ kind }) => kind)).toEqual(['create', 'get']);
    expect(made).toMatchObject({ prf: btoa('\x09'.repeat(32)) });
    const salt = asked[0]!.publicKey.extensions!.prf!.eval!.first;
    expect(asked[1]!.publicKey.extensions!.prf!.evalByCredential).toEqual({ AQ: { first: salt } });
    expect((made as { prfSalt: string }).prfSalt).toBe(btoa(String.fromCharCode(...(salt as Uint8Array))));
  });

  const noUv = { flags: PRESENT, enabled: true, first: PRF };
  it.each([
    ['nobody is verified', [noUv], 'unverified'],
    ['nobody is verified the second time', [{ flags: VERIFIED, enabled: true }, noUv], 'unverified'],
    ['there is no PRF', [{ flags: VERIFIED, enabled: false }], 'without-prf'],
    ['PRF is not spoken of', [{ flags: VERIFIED }], 'without-prf'],
    ['PRF never answers', [{ flags: VERIFIED, enabled: true }, { flags: VERIFIED }], 'without-prf'],
    [
      'the answer is too short',
      [{ flags: VERIFIED, enabled: false, first: new Uint8Array(31) }],
      'without-prf',
    ],
    ['the person calls it off', [new DOMException('', 'NotAllowedError')], 'cancelled'],
    ['the device has one already', [new DOMException('', 'InvalidStateError')], 'known'],
  ])('gives nothing where %s', async (_, answers, refusal) => {
    browserThatAnswers(...answers);
    expect(await createPasskey('Front desk', [])).toBe(refusal);
  });

  it('does not hide a fault of ours', async () => {
    browserThatAnswers(new TypeError('a bad argument'));
    await expect(createPasskey('Front desk', [])).rejects.toThrow(TypeError);
  });
});

describe('asking a passkey', () => {
  const other = { slotId: 'two', credentialId: btoa('\x02\xff\xfe'), prfSalt: btoa('another salt') };

  it('asks each of them with its own salt and says which one answered', async () => {
    const asked = browserThatAnswers({ flags: VERIFIED, first: PRF });
    expect(await askPasskey([other, KNOWN], signal)).toEqual({
      slotId: 'one',
      prf: btoa('\x09'.repeat(32)),
    });
    const { userVerification, allowCredentials, extensions } = asked[0]!.publicKey;
    expect(userVerification).toBe('required');
    expect(allowCredentials).toHaveLength(2);
    expect(Object.keys(extensions!.prf!.evalByCredential!).sort()).toEqual(['AQ', 'Av_-']);
  });

  it.each([
    ['nobody is verified', { flags: PRESENT, first: PRF }, 'unverified'],
    ['there is no answer', { flags: VERIFIED }, 'without-prf'],
    ['a stranger answers', { flags: VERIFIED, id: 7, first: PRF }, 'without-prf'],
    ['the person calls it off', new DOMException('', 'NotAllowedError'), 'cancelled'],
    ['another try takes its place', new DOMException('', 'AbortError'), 'cancelled'],
  ])('gives nothing where %s', async (_, answer, refusal) => {
    browserThatAnswers(answer);
    expect(await askPasskey([KNOWN], signal)).toBe(refusal);
  });
});

describe('the offer', () => {
  it('is not made where the browser has no passkeys', async () => {
    expect(await canCreatePasskey()).toBe(false);
  });
});
