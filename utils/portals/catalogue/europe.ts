import type { Portal } from '../portal';

export const EUROPE: readonly Portal[] = [
  {
    id: 'clinicoffice',
    name: 'ClinicOffice',
    alsoCalled: ['Pioneer Software'],
    sources: {
      help: { url: 'https://pioneersoftware.co.uk/?p=38796', checkedOn: '2026-11-21' },
      kb: { url: 'https://pioneersoftware.co.uk/category/kb-als', checkedOn: '2026-11-21' },
    },
    methods: { is: ['app', 'sms'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    desktop: { is: true, from: ['kb'] },
    notes: [{ is: 'linked-once', from: ['help'] }],
  },
  {
    id: 'writeupp',
    name: 'WriteUpp',
    sources: {
      login: {
        url: 'https://help.writeupp.com/en/article/how-do-i-login-once-i-have-set-up-2fa-1a5sc1b/',
        checkedOn: '2026-11-21',
      },
      team: {
        url: 'https://help.writeupp.com/en/article/how-do-i-enable-two-factor-authentication-2fa-for-my-team-9n9nxm/',
        checkedOn: '2026-11-21',
      },
      trust: {
        url: 'https://help.writeupp.com/en/article/what-does-trust-this-device-mean-1w94bu7/',
        checkedOn: '2026-11-21',
      },
      lost: {
        url: 'https://help.writeupp.com/en/article/what-happens-if-i-lose-my-phone-with-2fa-activated-7ickgt/',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['writeupp.com'], from: ['login', 'team'] },
    methods: { is: ['app', 'sms'], from: ['login', 'team'] },
    digits: { is: [6], from: ['login'] },
    setUp: { is: ['Settings', 'Users'], from: ['team'] },
    lastButton: { is: 'Verify', from: ['login'] },
    recovery: { is: { kind: 'administrator' }, from: ['lost'] },
    remember: { is: { label: 'Trust this device', days: 30 }, from: ['trust'] },
    reset: { is: { by: 'administrator', path: ['Settings', 'Users', 'Reset 2FA'] }, from: ['lost', 'team'] },
    notes: [
      { is: 'mobile-number', from: ['team'] },
      { is: 'for-everyone', from: ['team'] },
    ],
  },
  {
    id: 'pabau',
    name: 'Pabau',
    sources: {
      help: {
        url: 'https://support.pabau.com/en/pabau2/troubleshooting-not-receiving-a-login-passcode-2fa',
        checkedOn: '2026-11-21',
      },
      older: {
        url: 'https://support.pabau.com/knowledge/using-google-authenticator-with-pabau',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['pabau.com'], from: ['help'] },
    methods: { is: ['sms', 'email', 'app'], from: ['help', 'older'] },
  },
  {
    id: 'semble',
    name: 'Semble',
    sources: {
      help: { url: 'https://help-centre.semble.io/login-to-semble', checkedOn: '2026-11-21' },
    },
    hosts: { is: ['app.semble.io'], from: ['help'] },
    domains: { is: ['semble.io'], from: ['help'] },
    setUp: { is: ['Account security'], from: ['help'] },
    reset: { is: { by: 'administrator' }, from: ['help'] },
  },
  {
    id: 'rushcliff-express',
    name: 'PPS Express',
    sources: {
      help: {
        url: 'https://www.ppssupport.com/hc/en-us/articles/17525889003165-Enable-Two-Factor-Authentication-in-Express-v2',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['Settings', 'Personal Settings', 'Security'], from: ['help'] },
    lastButton: { is: 'Enable', from: ['help'] },
  },
  {
    id: 'dentally',
    name: 'Dentally',
    sources: {
      help: {
        url: 'https://help.dentally.com/en/articles/3859216-how-to-set-up-and-use-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['dentally.com'], from: ['help'] },
    methods: { is: ['app', 'sms', 'email'], from: ['help'] },
    setUp: { is: ['User Actions', 'My Account', 'Security', 'Set up authenticator'], from: ['help'] },
    lastButton: { is: 'Enable authenticator', from: ['help'] },
    notes: [{ is: 'reset-asks-code', from: ['help'] }],
  },
  {
    id: 'clinicminds',
    name: 'Clinicminds',
    sources: {
      help: {
        url: 'https://help.clinicminds.com/en/articles/2797173-two-factor-authentication-requirement',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['clinicminds.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
  },
  {
    id: 'doctolib',
    name: 'Doctolib',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/d/doctolib.it.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['doctolib.fr', 'doctolib.de', 'doctolib.it', 'doctolib.com'], from: ['directory'] },
    methods: { is: ['sms', 'email'], from: ['directory'] },
  },
];
