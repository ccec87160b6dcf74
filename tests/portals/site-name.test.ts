import { describe, expect, it } from 'vitest';
import { siteName } from '../../utils/portals/site-name';

describe('what a site is called', () => {
  it.each([
    ['harbour.au1.cliniko.com', 'Two-factor authentication - Cliniko', 'Cliniko'],
    ['portal.clinictocloud.com.au', 'Clinic to Cloud | Log in', 'Clinic to Cloud'],
    ['www.halaxy.com', 'Security', 'Halaxy'],
    ['harbour.au1.clinic.example', 'Set up two-factor authentication · Larkmoor', 'Larkmoor'],
    ['app.power-diary.com', '', 'Power-diary'],
    ['jane.app', 'My account', 'Jane'],
    ['localhost', 'Security', 'Localhost'],
    ['x.example', `A${'n'.repeat(90)}`, 'X'],
  ])('%s, “%s”: %s', (host, title, name) => {
    expect(siteName(host, title)).toBe(name);
  });
});
