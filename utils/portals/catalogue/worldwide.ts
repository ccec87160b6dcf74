import type { Portal } from '../portal';

export const WORLDWIDE: readonly Portal[] = [
  {
    id: 'carepatron',
    name: 'Carepatron',
    sources: {
      help: {
        url: 'https://help.carepatron.com/en/articles/10149821-multi-factor-authentication-mfa',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['carepatron.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    setUp: {
      is: ['Settings', 'My Profile', 'Details', 'Multi-Factor Authentication (MFA)', 'Set-up MFA'],
      from: ['help'],
    },
    lastButton: { is: 'Verify', from: ['help'] },
    recovery: { is: { kind: 'mail' }, from: ['help'] },
  },
  {
    id: 'openemr',
    name: 'OpenEMR',
    sources: {
      code: {
        url: 'https://github.com/openemr/openemr/blob/014ccb6b/interface/main/main_screen.php',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'security-key'], from: ['code'] },
  },
  {
    id: 'medregis',
    name: 'MedRegis',
    sources: {
      help: { url: 'https://helpme.medregis.com/two-factor-authorization-2fa/', checkedOn: '2026-11-21' },
    },
    domains: { is: ['medregis.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    lastButton: { is: 'Enable 2FA', from: ['help'] },
    reset: { is: { by: 'administrator' }, from: ['help'] },
  },
  {
    id: 'clinit',
    name: 'Clinit',
    sources: {
      help: { url: 'https://clinit.app/docs/security-setup', checkedOn: '2026-11-21' },
    },
    domains: { is: ['clinit.app'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    recovery: { is: { kind: 'codes' }, from: ['help'] },
    remember: { is: { label: 'Remember this device for 30 days', days: 30 }, from: ['help'] },
  },
  {
    id: 'mydentalpractice',
    name: 'MyDentalPractice',
    sources: {
      help: {
        url: 'https://mydentalpractice.ng/support/how-to-enable-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
      guide: {
        url: 'https://guides.mydentalpractice.ng/docs/clinic/security/two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['mydentalpractice.ng'], from: ['help', 'guide'] },
    methods: { is: ['app', 'sms', 'passkey'], from: ['help', 'guide'] },
    digits: { is: [6], from: ['help'] },
    recovery: { is: { kind: 'codes', count: 10 }, from: ['help'] },
    remember: { is: { label: 'Remember this device for 30 days', days: 30 }, from: ['help'] },
  },
  {
    id: 'dtx-studio',
    name: 'DTX Studio',
    sources: {
      help: {
        url: 'https://helpfiles.dtxstudio.com/help/50784413-8047-4699-82f7-d1e9a868909e/4.3/EN/Two-factor_authentication.htm',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['dtxstudio.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['DTX Studio Go', 'Practice setup', 'Security', 'Enable'], from: ['help'] },
    remember: { is: { days: 30 }, from: ['help'] },
    desktop: { is: true, from: ['help'] },
  },
  {
    id: 'odontox',
    name: 'OdontoX',
    sources: {
      help: { url: 'https://q.odontox.io/getting-started/first-login', checkedOn: '2026-11-21' },
    },
    domains: { is: ['odontox.io'], from: ['help'] },
    methods: { is: ['email', 'app', 'passkey'], from: ['help'] },
  },
];
