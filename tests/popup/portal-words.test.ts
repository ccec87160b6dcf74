import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Moment, portalWords } from '../../entrypoints/popup/portal-words';
import { CATALOGUE } from '../../utils/portals/catalogue';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** The browser's own part, from the file it reads. */
function getMessage(key: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => values[place - 1] ?? `$${place}`);
}

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getMessage as never);
});

/** What its help says; fails where there is only a word of care. */
function helpOf(host: string | null, issuer: string, moment: Moment) {
  const said = portalWords(host, issuer, moment);
  if (!said || said.care !== null) throw new Error('nothing of its help is said');
  return said;
}

const CLINIKO = 'harbour.au1.cliniko.com';

describe('what is said of a portal', () => {
  it('before an account is saved: what to look at first, and what it does', () => {
    expect(helpOf(CLINIKO, 'Cliniko', 'enrol').lines).toEqual([
      'Check that the mobile number in your Cliniko profile is right: a reset is done by it.',
    ]);
    const { lines } = helpOf('www.clinictocloud.com.au', '', 'enrol');
    expect(lines.join(' ')).toContain('logs everybody out');
  });

  it('on its page: the reset, the backup codes, the box that remembers, who may share it', () => {
    const { lines, pages, day } = helpOf(CLINIKO, 'Cliniko', 'account');
    const text = lines.join('\n');
    expect(text).toContain('My info › 2 factor authentication › Generate backup codes');
    expect(text).toContain('here: My info › 2 factor authentication › Enable 2 factor authentication.');
    expect(text).toContain('“keep me logged in on this device”, ticked where the code is asked for');
    expect(text).toContain('for 30 days. On a shared PC, leave it empty.');
    expect(text).toContain('do not say clearly whether several people may share');
    expect(pages).toContain(
      'https://help.cliniko.com/en/articles/1023989-set-up-2-factor-authentication-2fa',
    );
    expect(day).toMatch(/21.*2026|2026.*21/);
    expect(helpOf(null, 'Clinic to Cloud', 'account').lines.join()).toContain(
      'Settings › Users › Reset Two-Factor Auth',
    );
    expect(helpOf(null, 'PRODA', 'account').lines.join()).toContain('do not allow several people');
  });

  it('where it sends its codes: which way, and as of when', () => {
    const [first] = helpOf('portal.therapyappointment.com', '', 'enrol').lines;
    expect(first).toMatch(
      /^As far as its help said on .*2026.*, TherapyAppointment sends its codes by text message or phone call/,
    );
  });

  it('of a page that is not at the named portal’s own address: only that', () => {
    const said = portalWords('cliniko.com.evil.example', 'Cliniko', 'enrol')!;
    expect(said.care).toContain(
      'whose own addresses end in cliniko.com. This page is on cliniko.com.evil.example',
    );
    expect(helpOf(CLINIKO, 'Cliniko', 'enrol').care).toBeNull();
    expect(helpOf(null, 'Cliniko', 'enrol').care).toBeNull();
    // Nobody has told where people log in to these, so no address is strange.
    for (const issuer of ['Gentu', 'Nookal'])
      expect(portalWords('strange.example', issuer, 'enrol')?.care ?? null).toBeNull();
  });

  it('nothing of one that is not known', () => {
    expect(portalWords('harbour.au1.clinic.example', 'Larkmoor', 'account')).toBeNull();
    expect(portalWords(null, '', 'enrol')).toBeNull();
  });

  it.each(CATALOGUE.map(({ name }) => name))('whole sentences of %s', (name) => {
    for (const moment of ['enrol', 'account'] as const) {
      const said = portalWords(null, name, moment);
      for (const line of said?.care === null ? said.lines : []) expect(line).toMatch(/^[^$]{10,240}\.$/);
    }
  });
});
