import type { Portal } from '../portal';

export const OCEANIA: readonly Portal[] = [
  {
    id: 'cliniko',
    name: 'Cliniko',
    sources: {
      help: {
        url: 'https://help.cliniko.com/en/articles/1023989-set-up-2-factor-authentication-2fa',
        checkedOn: '2026-11-21',
      },
      community: {
        url: 'https://community.cliniko.com/t/the-keep-me-logged-in-on-this-computer-checkbox-on-the-sign-in-page-now-works-better-with-2fa/3974',
        checkedOn: '2026-11-21',
      },
      api: { url: 'https://github.com/redguava/cliniko-api', checkedOn: '2026-11-21' },
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/c/cliniko.com.json',
        checkedOn: '2026-11-21',
      },
      kaito: { url: 'https://kaito-eu.tserve.webapps.host/2fa-directory/cliniko', checkedOn: '2026-11-21' },
    },
    hosts: { is: ['{account}.{shard}.cliniko.com'], from: ['api'] },
    domains: { is: ['cliniko.com'], from: ['help', 'directory'] },
    methods: { is: ['app'], from: ['help', 'directory'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['My info', '2 factor authentication', 'Enable 2 factor authentication'], from: ['help'] },
    lastButton: { is: 'Enable 2 factor authentication', from: ['help'] },
    recovery: {
      is: { kind: 'codes', path: ['My info', '2 factor authentication', 'Generate backup codes'] },
      from: ['help'],
    },
    remember: { is: { label: 'keep me logged in on this device', days: 30 }, from: ['help', 'community'] },
    reset: { is: { by: 'vendor' }, from: ['help'] },
    sharing: { is: 'unclear', from: ['kaito'] },
    notes: [{ is: 'mobile-number', from: ['help', 'directory'] }],
  },
  {
    id: 'clinic-to-cloud',
    name: 'Clinic to Cloud',
    sources: {
      help: {
        url: 'https://trust.clinictocloud.com.au/hc/en-us/articles/360000052976',
        checkedOn: '2026-11-21',
      },
      login: {
        url: 'https://trust.clinictocloud.com.au/hc/en-us/articles/232003767-Logging-into-Clinic-to-Cloud-Resetting-your-Password',
        checkedOn: '2026-11-22',
      },
      terms: { url: 'https://www.clinictocloud.com/terms-and-conditions', checkedOn: '2026-11-22' },
    },
    domains: { is: ['clinictocloud.com.au', 'clinictocloud.com'], from: ['help', 'login', 'terms'] },
    methods: { is: ['app'], from: ['help'] },
    setUp: {
      is: ['Settings', 'Practice details', 'General', 'Enable Two-Factor Authentication'],
      from: ['help'],
    },
    reset: {
      is: { by: 'administrator', path: ['Settings', 'Users', 'Reset Two-Factor Auth'] },
      from: ['help'],
    },
    notes: [{ is: 'logs-everyone-out', from: ['help'] }],
  },
  {
    id: 'halaxy',
    name: 'Halaxy',
    sources: {
      help: {
        url: 'https://support.halaxy.com/hc/en-au/articles/6332462904079-Set-up-two-factor-authentication-2FA',
        checkedOn: '2026-11-21',
      },
      blog: {
        url: 'https://blog.halaxy.com/two-factor-authentication-add-extra-protection-to-your-healthkit-account/',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['halaxy.com'], from: ['help'] },
    methods: { is: ['app', 'sms', 'email'], from: ['help'] },
    digits: { is: [6], from: ['blog'] },
    setUp: { is: ['Settings', 'Users', 'Enable'], from: ['help'] },
    lastButton: { is: 'Validate', from: ['help'] },
    recovery: { is: { kind: 'another-method' }, from: ['help'] },
    remember: { is: {}, from: ['help'] },
  },
  {
    id: 'nookal',
    name: 'Nookal',
    sources: {
      help: {
        url: 'https://support.nookal.com/hc/en-us/articles/9288228659983-Setting-up-Multi-Factor-Authentication',
        checkedOn: '2026-11-21',
      },
      login: {
        url: 'https://support.nookal.com/kb/article/359-signing-in-with-multifactor-authenticator/',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['nookal.com'], from: ['help', 'login'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['My Profile', 'Multi-factor'], from: ['help'] },
    lastButton: { is: 'Save Changes', from: ['help'] },
    recovery: { is: { kind: 'questions' }, from: ['help'] },
    notes: [{ is: 'asks-questions', from: ['help'] }],
  },
  {
    id: 'zanda',
    name: 'Zanda',
    alsoCalled: ['Power Diary', 'Zanda Health'],
    sources: {
      help: {
        url: 'https://support.zandahealth.com/activating-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
      older: {
        url: 'https://support.powerdiary.com/article/195-activating-2-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['zandahealth.com', 'powerdiary.com'], from: ['help', 'older'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: {
      is: ['Profile', 'Use Two Factor Authentication', 'Configure Two Factor Authentication'],
      from: ['help'],
    },
    recovery: { is: { kind: 'questions' }, from: ['help'] },
    reset: {
      is: {
        by: 'administrator',
        path: ['Settings', 'Team', 'Users', 'User Management', 'Require Two Factor Authentication'],
      },
      from: ['help'],
    },
    notes: [{ is: 'asks-questions', from: ['help'] }],
  },
  {
    id: 'splose',
    name: 'splose',
    sources: {
      help: {
        url: 'https://support.splose.com/en/articles/4737628-set-up-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['splose.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    setUp: { is: ['My Account', 'Account security', 'Enable two-factor authentication'], from: ['help'] },
    recovery: { is: { kind: 'administrator' }, from: ['help'] },
    remember: { is: { days: 7, byItself: true }, from: ['help'] },
    reset: { is: { by: 'administrator', path: ['Settings', 'Users', 'Disable 2FA'] }, from: ['help'] },
    notes: [{ is: 'one-a-workspace', from: ['help'] }],
  },
  {
    id: 'coreplus',
    name: 'coreplus',
    sources: {
      help: {
        url: 'https://help.coreplus.com.au/en/articles/2344848-enable-multi-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['coreplus.com.au'], from: ['help'] },
    methods: { is: ['sms'], from: ['help'] },
    setUp: {
      is: ['Setup', 'Settings', 'Interface Settings', 'Multi factor authentication', 'Enable'],
      from: ['help'],
    },
    notes: [{ is: 'for-everyone', from: ['help'] }],
  },
  {
    id: 'bp-omni',
    name: 'Bp Omni',
    sources: {
      help: {
        url: 'https://kb.bpsoftware.net/bpomni/Management/AccountSecurity.htm',
        checkedOn: '2026-11-21',
      },
    },
    notes: [{ is: 'pin-is-no-code', from: ['help'] }],
  },
  {
    id: 'gentu',
    name: 'Gentu',
    sources: {
      help: {
        url: 'https://support.geniesolutions.com.au/hc/en-us/articles/360016468891-Multi-Factor-Authentication-MFA-',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app'], from: ['help'] },
    setUp: {
      is: ['Account Settings', 'Multi-Factor Authentication', 'Setup Authentication'],
      from: ['help'],
    },
    lastButton: { is: 'Enable', from: ['help'] },
    recovery: { is: { kind: 'codes' }, from: ['help'] },
    notes: [{ is: 'tick-first', from: ['help'] }],
  },
  {
    id: 'heidi',
    name: 'Heidi',
    alsoCalled: ['Heidi Health'],
    sources: {
      help: {
        url: 'https://www.heidihealth.com/support/en/articles/10763751-multi-factor-authentication-mfa-in-heidi',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['heidihealth.com'], from: ['help'] },
    methods: { is: ['app', 'email', 'sms'], from: ['help'] },
    setUp: {
      is: ['Settings', 'Account', 'Login Details', 'Enable MFA', 'Log out and set up now'],
      from: ['help'],
    },
    recovery: { is: { kind: 'codes' }, from: ['help'] },
  },
  {
    id: 'proda',
    name: 'PRODA',
    alsoCalled: ['Provider Digital Access'],
    sources: {
      login: {
        url: 'https://proda.humanservices.gov.au/mga/sps/static/html/loginHelp.html',
        checkedOn: '2026-11-21',
      },
      hpos: {
        url: 'https://www.humanservices.gov.au/organisations/health-professionals/services/medicare/hpos/log/how-log-using-proda',
        checkedOn: '2026-11-21',
      },
      terms: {
        url: 'https://www.humanservices.gov.au/organisations/health-professionals/services/medicare/proda',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['proda.humanservices.gov.au'], from: ['login'] },
    methods: { is: ['sms', 'email', 'own-app'], from: ['hpos', 'login'] },
    recovery: { is: { kind: 'another-method' }, from: ['terms', 'login'] },
    sharing: { is: 'prohibited', from: ['terms'] },
  },
  {
    id: 'local-healthcare-au',
    name: 'Local Healthcare',
    sources: {
      help: {
        url: 'https://localhealthcare.com.au/docs/clinics/security/two-factor-auth',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['localhealthcare.com.au'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    recovery: { is: { kind: 'codes', count: 8 }, from: ['help'] },
  },
  {
    id: 'hotdoc',
    name: 'HotDoc',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/h/hotdoc.com.au.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['hotdoc.com.au'], from: ['directory'] },
    methods: { is: ['email'], from: ['directory'] },
  },
];
