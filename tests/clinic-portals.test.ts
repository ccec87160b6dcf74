import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clinic, startClinic } from './clinic/clinic.ts';
import { OWNER, SAM } from './clinic/portals/people.ts';
import { codeOfStep, fromBase32, stepAt } from './clinic/totp.ts';
import { createVisitor } from './clinic/visitor.ts';

/** The portals of the seed facts as they are without the extension. */

let clinic: Clinic;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.close());

/** The code of a secret now, or so many steps away. */
const codeOf = (secret: string | null, steps = 0) =>
  codeOfStep(fromBase32(secret!), stepAt(Date.now()) + steps);

describe('Skerrow, list E', () => {
  const at = () => createVisitor(clinic.port, clinic.portals.skerrow.host);
  const login = ({ email, password }: { email: string; password: string }) => ({ user: email, password });
  const sam = () => clinic.portals.skerrow.user(SAM.email);
  const enterCode = (visitor: ReturnType<typeof at>, email: string, steps = 0) =>
    visitor.post('/login/code', { authCode: codeOf(clinic.portals.skerrow.user(email).secret, steps) });

  it('is switched on by the admin alone, logs everybody out, and shows the barcode on the login screen', async () => {
    const [ruth, browser] = [at(), at()];
    expect((await browser.post('/login', login(SAM))).path).toBe('/home');
    expect((await browser.get('/settings/practice')).path).toBe('/home');
    await ruth.post('/login', login(OWNER));
    await ruth.post('/settings/practice', { twoFactor: 'on', howOften: 'every login' });
    for (const visitor of [ruth, browser]) expect((await visitor.get('/home')).path).toBe('/login');

    const screen = await browser.post('/login', login(SAM));
    expect(screen.path).toBe('/login');
    expect(screen.body).toContain('class="qr"');
    expect(screen.body).toContain('>Auth Code<');
    expect((await browser.get('/home')).path).toBe('/login');
    expect((await enterCode(browser, SAM.email, 9)).body).toContain('class="qr"');
    expect((await enterCode(browser, SAM.email)).path).toBe('/home');

    await browser.post('/logout');
    const next = await browser.post('/login', login(SAM));
    expect(next.body).toContain('Enter Auth Code');
    expect(next.body).not.toContain('class="qr"');
    expect((await enterCode(browser, SAM.email, 1)).path).toBe('/home');
    expect(sam().logins).toEqual(['password', 'code', 'code']);
  });

  it('asks as often as the admin chose, and after a reset shows a new barcode while the old key is dead', async () => {
    const [ruth, browser] = [at(), at()];
    await ruth.post('/login', login(OWNER));
    await ruth.post('/settings/practice', { twoFactor: 'on', howOften: 'once a day' });
    await browser.post('/login', login(SAM));
    await enterCode(browser, SAM.email);
    await browser.post('/logout');
    expect((await browser.post('/login', login(SAM))).path).toBe('/home');
    clinic.setClock(25 * 3_600_000);
    await browser.post('/logout');
    expect((await browser.post('/login', login(SAM))).body).toContain('Enter Auth Code');
    clinic.setClock(0);

    const old = sam().secret;
    await ruth.post('/login', login(OWNER));
    await enterCode(ruth, OWNER.email);
    await ruth.post('/settings/users/reset', { user: SAM.email });
    expect((await at().post('/login', login(SAM))).body).toContain('class="qr"');
    expect(sam().secret).not.toBe(old);
    const refused = await browser.post('/login/code', { authCode: codeOf(old) });
    expect(refused.path).toBeUndefined();
    expect(refused.body).toContain('That code is not right');
  });
});

describe('Quillstone, list D', () => {
  const at = () => createVisitor(clinic.port, clinic.portals.quillstone.host);
  const lastCode = () => clinic.portals.quillstone.phone.deliveries.at(-1)!.code;

  async function turnOn(visitor: ReturnType<typeof at>, by = 'text') {
    await visitor.post('/login', SAM);
    await visitor.post('/two-factor', { password: SAM.password });
    await visitor.post('/two-factor/phone', { phone: '0491 570 156', by });
    return visitor.post('/two-factor/code', { code: lastCode() });
  }

  it('asks the password again, proves the number, and texts eight digits to a browser it does not know', async () => {
    const sam = at();
    await sam.post('/login', SAM);
    expect((await sam.get('/two-factor/phone')).path).toBe('/two-factor');
    expect((await sam.post('/two-factor', { password: 'no' })).status).toBe(401);
    expect((await turnOn(sam)).body).toContain('number ending in');
    await sam.post('/logout');

    const prompt = await sam.post('/login', SAM);
    expect(prompt.path).toBe('/sign-in/code');
    expect(prompt.body).toContain('Enter the 8 digit code');
    expect(lastCode()).toMatch(/^\d{8}$/);
    expect((await sam.get('/dashboard')).path).toBe('/login');
    expect((await sam.post('/sign-in/code', { code: '00000000', authorize: 'once' })).status).toBe(422);
    const first = lastCode();
    expect((await sam.post('/sign-in/resend', { by: 'call' })).body).toContain('We are calling the phone');
    expect(clinic.portals.quillstone.phone.deliveries.at(-1)).toMatchObject({ by: 'call', email: SAM.email });
    expect((await sam.post('/sign-in/code', { code: first, authorize: 'year' })).status).toBe(422);
    expect((await sam.post('/sign-in/code', { code: lastCode(), authorize: 'year' })).path).toBe(
      '/dashboard',
    );
  });

  it('knows an authorized browser for a year, by its cookie', async () => {
    const sam = at();
    await turnOn(sam);
    const again = async (days: number) => {
      await sam.post('/logout');
      clinic.setClock(days * 86_400_000);
      return (await sam.post('/login', SAM)).path;
    };
    await again(0);
    await sam.post('/sign-in/code', { code: lastCode(), authorize: 'year' });
    expect(await again(364)).toBe('/dashboard');
    expect(await again(366)).toBe('/sign-in/code');
    expect((await at().post('/login', SAM)).path).toBe('/sign-in/code');
  });

  it('has everybody set it up at the next sign-in where the owner requires it', async () => {
    const [ruth, sam] = [at(), at()];
    await ruth.post('/login', OWNER);
    await ruth.post('/settings/security', { require: 'staff' });
    expect((await sam.post('/login', SAM)).path).toBe('/two-factor/phone');
    await sam.post('/two-factor/phone', { phone: '0491 570 156', by: 'text' });
    expect((await sam.post('/two-factor/code', { code: lastCode() })).path).toBe('/dashboard');
    expect(clinic.portals.quillstone.user(SAM.email)).toMatchObject({ twoFactorOn: true, secret: null });
  });
});

describe('Tarnbeck, list C', () => {
  const at = () => createVisitor(clinic.port, clinic.portals.tarnbeck.host);

  it('shows app stores on its help page, the code to link beside them once, and takes codes in the program', async () => {
    const program = at();
    const secret = () => clinic.portals.tarnbeck.user(SAM.email).secret;
    const post = async (path: string, more: object) =>
      JSON.parse((await program.postJson(path, { user: SAM.email, ...more })).body);
    const password = { password: SAM.password };
    const codesOn = async (path: string) => (await program.get(path)).body.match(/class="qr"/g)?.length ?? 0;

    expect(await codesOn('/help')).toBe(2);
    expect(await post('/program/log-in', password)).toEqual({ answer: 'link' });
    expect(await codesOn(`/link?user=${SAM.email}`)).toBe(3);
    expect(await post('/program/link', { code: codeOf(secret(), 9) })).toHaveProperty('problem');
    expect(await post('/program/link', { code: codeOf(secret()) })).toEqual({ answer: 'open' });
    expect(await codesOn(`/link?user=${SAM.email}`)).toBe(0);
    expect(await post('/program/log-in', { password: 'no' })).toHaveProperty('problem');
    expect(await post('/program/log-in', password)).toEqual({ answer: 'code' });
    expect(await post('/program/log-in', { ...password, code: codeOf(secret()) })).toHaveProperty('problem');
    expect(await post('/program/log-in', { ...password, code: codeOf(secret(), 1) })).toEqual({
      answer: 'open',
    });
    expect((await program.get('/program?user=sam')).body).not.toContain('<input');
  });
});

describe('Fernlight, a single-page app', () => {
  it('draws one document, and takes the key and each code by fetch', async () => {
    const { fernlight } = clinic.portals;
    const sam = createVisitor(clinic.port, fernlight.host);
    const post = async (path: string, body: object = {}) => JSON.parse((await sam.postJson(path, body)).body);
    const secret = () => fernlight.user(SAM.email).secret;
    expect((await sam.get('/')).body).toContain('<div id="app"></div>');
    expect(await post('/api/key')).toEqual({ view: 'login' });
    expect(await post('/api/login', SAM)).toEqual({ view: 'today' });
    expect((await post('/api/key')).picture).toContain('<svg');
    expect(await post('/api/key/confirm', { code: codeOf(secret(), 9) })).toHaveProperty('problem');
    expect(await post('/api/key/confirm', { code: codeOf(secret()) })).toEqual({ view: 'on' });
    expect(await post('/api/logout')).toEqual({ view: 'login' });
    expect(await post('/api/login', SAM)).toEqual({ view: 'code' });
    expect(await post('/api/code', { code: codeOf(secret()) })).toHaveProperty('problem');
    expect(await post('/api/code', { code: codeOf(secret(), 1) })).toEqual({ view: 'today' });
  });
});

describe('Pellmoor, in frames', () => {
  it('has the code to scan and both boxes in a panel of its own origin', async () => {
    const { pellmoor } = clinic.portals;
    const sam = createVisitor(clinic.port, pellmoor.host);
    const enter = (path: string, steps: number) =>
      sam.post(path, { pin_code: codeOf(pellmoor.user(SAM.email).secret, steps) });
    await sam.post('/login', SAM);
    const outside = await sam.get('/security');
    expect(outside.body).toContain('<iframe src="/panel/set-up"');
    expect(outside.body).not.toContain('class="qr"');
    expect((await sam.get('/panel/set-up')).body).toContain('class="qr"');
    expect((await enter('/panel/set-up', 9)).body).toContain('not right');
    expect((await enter('/panel/set-up', 0)).body).toContain('is on');
    await sam.post('/logout');
    expect((await sam.post('/login', SAM)).body).toContain('<iframe src="/panel/code"');
    expect((await enter('/panel/code', 0)).body).toContain('used already');
    expect((await enter('/panel/code', 1)).path).toBe('/today');
  });
});
