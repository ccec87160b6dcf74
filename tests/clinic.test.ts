import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { generateBackupCodes } from './clinic/backup-codes.ts';
import { makeCertificate } from './clinic/certificate.ts';
import { type Clinic, type ClinicOptions, DEMO_HOST, DEMO_USER, startClinic } from './clinic/clinic.ts';
import { VARIANTS } from './clinic/code-box.ts';
import { LOCK_AFTER, newFactor, verifyCode } from './clinic/second-factor.ts';
import { codeOfStep, fromBase32, keyUri, stepAt, toBase32 } from './clinic/totp.ts';
import { createVisitor } from './clinic/visitor.ts';

const NOW = 1_800_000_010_000;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the portal’s TOTP', () => {
  // RFC 6238 appendix B, the SHA-1 rows.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i s is %s', (seconds, expected) => {
    const secret = Buffer.from('12345678901234567890', 'ascii');
    expect(codeOfStep(secret, stepAt(seconds * 1000), 8)).toBe(expected);
    expect(codeOfStep(secret, stepAt(seconds * 1000))).toBe(expected.slice(2));
  });

  it('reads and writes base32 (RFC 4648)', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(fromBase32('mzxw 6ytb oi').toString()).toBe('foobar');
    expect(() => fromBase32('MZXW1')).toThrow(RangeError);
  });

  it('writes a key URI', () => {
    const uri = 'otpauth://totp/Lark%20moor:sam%40a.example?secret=MZXW6YTBOI&issuer=Lark%20moor';
    expect(keyUri('Lark moor', 'sam@a.example', Buffer.from('foobar'))).toBe(uri);
  });
});

describe('verifying a code', () => {
  const start = () => ({ account: { failures: 0, attempts: [] }, factor: newFactor(fromBase32(SECRET)) });
  const near = (steps: number) => codeOfStep(fromBase32(SECRET), stepAt(NOW) + steps);

  it.each([
    [-2, 'wrong'],
    [-1, 'accepted'],
    [0, 'accepted'],
    [1, 'accepted'],
    [2, 'wrong'],
  ] as const)('%i steps away: %s', (steps, verdict) => {
    const { account, factor } = start();
    expect(verifyCode(account, factor, near(steps), NOW)).toBe(verdict);
  });

  it('takes each step once', () => {
    const { account, factor } = start();
    const verdicts = [0, 0, -1, -1].map((steps) => verifyCode(account, factor, near(steps), NOW));
    expect(verdicts).toEqual(['accepted', 'used', 'accepted', 'used']);
  });

  it('locks after seven wrong codes, and not after six', () => {
    const { account, factor } = start();
    const fail = () => verifyCode(account, factor, near(5), NOW);
    for (let wrong = 1; wrong < LOCK_AFTER; wrong += 1) expect(fail()).toBe('wrong');
    expect(verifyCode(account, factor, near(0), NOW)).toBe('accepted');
    for (let wrong = 1; wrong <= 7; wrong += 1) expect(fail()).toBe('wrong');
    expect(verifyCode(account, factor, near(1), NOW)).toBe('locked');
    account.failures = 0;
    expect(verifyCode(account, factor, near(1), NOW)).toBe('accepted');
  });

  it('does not count what is not six digits', () => {
    const { account, factor } = start();
    expect(
      ['', '12345', 'abcdef', '1234567'].map((typed) => verifyCode(account, factor, typed, NOW)),
    ).toEqual(Array(4).fill('malformed'));
    expect(account.failures).toBe(0);
  });
});

describe('backup codes', () => {
  it('are ten, different, and each good for one login', () => {
    const { codes, kept } = generateBackupCodes();
    expect(new Set(codes).size).toBe(10);
    expect(kept.spend(codes[0]!.toUpperCase().replace('-', ' '))).toBe(true);
    expect(kept.spend(codes[0]!)).toBe(false);
    expect(kept.left()).toBe(9);
  });
});

describe('the certificate', () => {
  it('is well formed, signed by itself, and names every host', () => {
    const made = makeCertificate(['*.clinic.example', 'localhost', '127.0.0.1'], NOW);
    const read = new X509Certificate(made.certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.subjectAltName).toBe('DNS:*.clinic.example, DNS:localhost, IP Address:127.0.0.1');
    expect(read.checkHost('harbour.clinic.example')).toBe('*.clinic.example');
    expect(read.checkHost('clinic.example.evil.example')).toBeUndefined();
    expect(Date.parse(read.validFrom)).toBe(NOW - 86_400_000);
  });
});

describe('the clinic', () => {
  let clinic: Clinic;
  afterEach(() => clinic.close());

  const open = async (options: ClinicOptions = {}) => {
    clinic = await startClinic(options);
    return createVisitor(clinic.port, DEMO_HOST);
  };
  const code = (steps = 0) =>
    codeOfStep(fromBase32(clinic.user(DEMO_USER.email).secret!), stepAt(Date.now()) + steps);
  const ENROLLED = { users: [{ ...DEMO_USER, secret: SECRET }] };
  const isPrompt = /name="verification_code"/;

  it('presents the certificate a client can trust by its file alone', async () => {
    await open();
    const authorized = await new Promise((resolve, reject) => {
      const socket = connect(
        { host: '127.0.0.1', port: clinic.port, servername: DEMO_HOST, ca: clinic.certificate },
        () => {
          resolve(socket.authorized);
          socket.end();
        },
      );
      socket.on('error', reject);
    });
    expect(authorized).toBe(true);
  });

  it('goes the whole way: set up, log out, code, remembered device, backup code', async () => {
    const sam = await open();
    const me = () => clinic.user(DEMO_USER.email);
    expect((await sam.post('/login', { ...DEMO_USER, password: 'no' })).status).toBe(401);
    expect((await sam.post('/login', DEMO_USER)).body).toContain('Today’s appointments');

    const setUp = await sam.get('/account/two-factor/set-up');
    const secret = me().secret!;
    expect(setUp.body).toContain('src="data:image/png;base64,');
    expect(setUp.body.replaceAll(' ', '')).toContain(`>${secret}</code>`);
    const refused = await sam.post('/account/two-factor/set-up', { verification_code: code(9) });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('That code is not right');
    expect(me()).toMatchObject({ secret, twoFactorOn: false, failures: 1 });
    const enabled = await sam.post('/account/two-factor/set-up', { verification_code: code() });
    expect(enabled.body).toContain('Two-factor authentication is on.');
    expect(me()).toMatchObject({ secret, twoFactorOn: true, failures: 0 });

    const shown = await sam.post('/account/two-factor/backup-codes');
    const backupCodes = [...shown.body.matchAll(/<code>(.{5}-.{5})<\/code>/g)].map(([, found]) => found!);
    expect(backupCodes).toHaveLength(10);
    expect((await sam.get('/account/two-factor')).body).not.toContain(backupCodes[0]);

    await sam.post('/logout');
    expect((await sam.get('/dashboard')).path).toBe('/login');
    expect((await sam.post('/login', DEMO_USER)).body).toMatch(isPrompt);
    expect((await sam.get('/dashboard')).path).toBe('/login');
    const inside = await sam.post('/login/code', { verification_code: code(1), remember: 'yes' });
    expect(inside.path).toBe('/dashboard');

    await sam.post('/logout');
    expect((await sam.post('/login', DEMO_USER)).path).toBe('/dashboard');

    const other = createVisitor(clinic.port, DEMO_HOST);
    const spend = async () => {
      await other.post('/login', DEMO_USER);
      const answer = await other.post('/login/backup-code', { backup_code: backupCodes[3]! });
      await other.post('/logout');
      return answer.status;
    };
    expect(await spend()).toBe(200);
    expect(await spend()).toBe(422);
    expect(me()).toMatchObject({
      logins: ['password', 'code', 'device', 'backup-code'],
      backupCodesLeft: 9,
    });
    expect(clinic.requests[0]).toEqual({ scheme: 'https', method: 'POST', host: DEMO_HOST, path: '/login' });
  });

  it('remembers a device for one account and thirty days', async () => {
    const sam = await open({
      users: [...ENROLLED.users, { ...DEMO_USER, email: 'jo@harbourphysio.example', secret: SECRET }],
    });
    await sam.post('/login', DEMO_USER);
    await sam.post('/login/code', { verification_code: code(), remember: 'yes' });
    expect((await sam.post('/login', { ...DEMO_USER, email: 'jo@harbourphysio.example' })).body).toMatch(
      isPrompt,
    );
    clinic.setClock(29.9 * 86_400_000);
    expect((await sam.post('/login', DEMO_USER)).path).toBe('/dashboard');
    clinic.setClock(30.1 * 86_400_000);
    expect((await sam.post('/login', DEMO_USER)).body).toMatch(isPrompt);
  });

  it('asks for a valid mobile number before it shows the key', async () => {
    const sam = await open({ users: [{ ...DEMO_USER, mobile: '' }] });
    await sam.post('/login', DEMO_USER);
    expect((await sam.get('/account/two-factor/set-up')).body).not.toContain('class="qr"');
    const refused = await sam.post('/account/two-factor/set-up/mobile', { mobile: 'ring me' });
    expect(refused.body).not.toContain('class="qr"');
    const accepted = await sam.post('/account/two-factor/set-up/mobile', { mobile: '+61 491 570 156' });
    expect(accepted.body).toContain('class="qr"');
  });

  it('locks the login, and unlocks it when told to', async () => {
    const sam = await open(ENROLLED);
    await sam.post('/login', DEMO_USER);
    for (let wrong = 0; wrong < LOCK_AFTER; wrong += 1)
      await sam.post('/login/code', { verification_code: code(9) });
    expect(clinic.user(DEMO_USER.email).locked).toBe(true);
    expect((await sam.post('/login/code', { verification_code: code() })).body).toContain(
      'Too many wrong codes',
    );
    clinic.unlock(DEMO_USER.email);
    expect((await sam.post('/login/code', { verification_code: code() })).path).toBe('/dashboard');
  });

  it('lives by its own clock', async () => {
    const sam = await open({ ...ENROLLED, clockOffsetMs: 90_000 });
    const prompt = await sam.post('/login', DEMO_USER);
    expect(Date.parse(prompt.headers.date!) - Date.now()).toBeGreaterThan(88_000);
    expect((await sam.post('/login/code', { verification_code: code() })).status).toBe(422);
    expect((await sam.post('/login/code', { verification_code: code(3) })).path).toBe('/dashboard');
  });

  it('logs in by fetch in the single-page variant', async () => {
    const sam = await open(ENROLLED);
    expect((await sam.get('/v/spa/login')).body).toContain('data-app');
    expect((await sam.postJson('/v/spa/api/login', DEMO_USER)).body).toBe('{"next":"code"}');
    expect((await sam.postJson('/v/spa/api/code', { code: code(9) })).status).toBe(422);
    expect((await sam.postJson('/v/spa/api/code', { code: code() })).body).toBe('{"next":"/dashboard"}');
  });

  it.each(VARIANTS)('stays in the %s variant by its links, under a strict policy', async (variant) => {
    const sam = await open(ENROLLED);
    const login = await sam.get(`/v/${variant}/login`);
    const policy = login.headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]{24}'; style-src 'self'/);
    expect(login.headers['cache-control']).toBe('no-store');
    const prompt = await sam.post(`/v/${variant}/login`, DEMO_USER);
    expect(prompt.path).toBe(`/v/${variant}/login/code`);
    expect(prompt.body).toMatch(isPrompt);
    clinic.setVariant(variant);
    expect((await sam.get('/login/code')).body.includes('maxlength="1"')).toBe(variant === 'split');
  });

  it('serves traps under any host, and plain http when asked', async () => {
    await open({ http: true });
    const evil = createVisitor(clinic.port, 'cliniko.com.evil.example');
    expect((await evil.get('/lookalike')).body).toContain('<title>Cliniko</title>');
    await evil.postJson('/loot', { source: 'box', value: '123456' });
    expect(clinic.loot).toEqual([{ host: 'cliniko.com.evil.example', source: 'box', value: '123456' }]);
    const clear = createVisitor(clinic.httpPort!, DEMO_HOST, 'http');
    expect((await clear.get('/lookalike')).status).toBe(200);
    expect((await clear.get('/demo')).status).toBe(404);
    expect(clinic.requests.at(-1)).toMatchObject({ scheme: 'http', path: '/demo' });
  });

  it.each(['img', 'svg', 'canvas'])('draws codes as %s', async (style) => {
    const sam = await open();
    const page = await sam.get(
      `/enrol-demo?qr=${style}&uri=one&uri=${encodeURIComponent('otpauth://totp/"<x>')}`,
    );
    expect(page.body.match(new RegExp(`<${style} class="qr"`, 'g'))).toHaveLength(2);
    expect(page.body).not.toContain('<x>');
  });

  it('has a way in for the demo, when started as one', async () => {
    const sam = await open({ demo: true });
    expect((await sam.get('/demo')).body).toContain('Set up two-factor authentication');
    expect((await sam.get('/nothing')).status).toBe(404);
    expect((await sam.get('/logout')).status).toBe(405);
  });
});
