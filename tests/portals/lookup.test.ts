import { describe, expect, it } from 'vitest';
import { fitsHost } from '../../utils/portals/host-pattern';
import { findPortal, portalAt } from '../../utils/portals/lookup';
import type { Portal } from '../../utils/portals/portal';
import { checkedOn, digitsAt, rememberedDaysAt, sendsAt, sendsItsCodes } from '../../utils/portals/says';

const idAt = (host: string) => portalAt(host)?.id ?? null;

describe('a portal is found by its host', () => {
  it.each([
    ['harbour.au1.cliniko.com', 'cliniko'],
    ['harbour-physio.uk12.cliniko.com', 'cliniko'],
    ['www.cliniko.com', 'cliniko'],
    ['portal.therapyappointment.com', 'therapyappointment'],
    ['api.portal.therapyappointment.com', 'therapyappointment'],
    ['clinictocloud.com.au', 'clinic-to-cloud'],
    ['app.kareo.com', 'tebra'],
    ['proda.humanservices.gov.au', 'proda'],
    ['my.gov.au', 'mygov'],
  ])('%s is %s', (host, id) => expect(idAt(host)).toBe(id));

  it.each([
    'harbour.au1.cliniko.com.evil.example',
    'notcliniko.com',
    'harbour.au1.notcliniko.com',
    'cliniko.com.au',
    'cliniko-com.example',
    'harbour.au1.cliniko.com:8443',
    'harbour..cliniko.com',
    '.cliniko.com',
    'cliniko.com.',
    'evil@cliniko.com',
    'x.humanservices.gov.au',
    'gov.au',
    'com',
    '',
  ])('%s is none', (host) => expect(idAt(host)).toBeNull());

  it('a blank holds one label and no dot', () => {
    expect(fitsHost('{account}.{shard}.cliniko.com', 'a.b.au1.cliniko.com')).toBe(false);
    expect(fitsHost('{account}.{shard}.cliniko.com', 'a.australia.cliniko.com')).toBe(false);
    expect(fitsHost('{account}.{shard}.cliniko.com', 'a.au1.cliniko.com')).toBe(true);
    expect(fitsHost('{account}.example.com', '-a.example.com')).toBe(false);
  });
});

describe('a portal is named by an issuer only where no host tells', () => {
  it('whatever its capitals and blanks', () => {
    const known = findPortal({ host: null, issuer: 'PRACTICE better' });
    expect(known).toMatchObject({ portal: { id: 'practice-better' }, by: 'issuer' });
    expect(findPortal({ host: null, issuer: 'Power Diary' })?.portal.id).toBe('zanda');
  });

  it('and the host goes before what a set-up code calls itself', () => {
    const known = findPortal({ host: 'app.kareo.com', issuer: 'Cliniko' });
    expect(known).toMatchObject({ portal: { id: 'tebra' }, by: 'host' });
    expect(findPortal({ host: 'phish.example', issuer: 'Cliniko' })?.by).toBe('issuer');
  });

  it('not where it only begins or ends like one, or says nothing', () => {
    for (const issuer of ['', ' ', '—', 'Clinikoo', 'My Cliniko', 'Jan'])
      expect(findPortal({ host: null, issuer })).toBeNull();
  });
});

describe('what the catalogue says', () => {
  it('of portals that send their codes', () => {
    expect(sendsItsCodes(portalAt('portal.therapyappointment.com')!)).toEqual(['sms', 'voice']);
    expect(sendsItsCodes(portalAt('app.drchrono.com')!)).toEqual(['sms']);
    expect(sendsItsCodes(portalAt('www.halaxy.com')!)).toBeNull(); // by text too, but an app will do
    expect(sendsItsCodes(portalAt('app.semble.io')!)).toBeNull(); // nobody read by which ways
  });

  it('of a host whose portal does, with the day', () => {
    expect(sendsAt('app.kareo.com')).toEqual({
      name: 'Tebra',
      ways: ['email', 'sms'],
      checkedOn: '2026-11-21',
    });
    expect(sendsAt('harbour.au1.cliniko.com')).toBeNull();
    expect(sendsAt('tebra.example')).toBeNull();
  });

  it('of lengths and days', () => {
    expect(digitsAt('harbour.au1.cliniko.com')).toEqual([6]);
    expect(digitsAt('www.therapynotes.com')).toBeNull();
    expect(digitsAt('phish.example')).toBeNull();
    expect(rememberedDaysAt('harbour.au1.cliniko.com')).toBe(30);
    expect(rememberedDaysAt('www.halaxy.com')).toBeNull();
  });

  it('as of the oldest page it was read on', () => {
    const sources = {
      new: { url: 'https://a.example', checkedOn: '2026-11-21' },
      old: { url: 'https://b.example', checkedOn: '2025-01-02' },
    };
    const portal: Portal = { id: 'x', name: 'X', sources };
    expect(checkedOn(portal, [{ from: ['new'] }])).toBe('2026-11-21');
    expect(checkedOn(portal, [{ from: ['new'] }, { from: ['new', 'old'] }])).toBe('2025-01-02');
  });
});
