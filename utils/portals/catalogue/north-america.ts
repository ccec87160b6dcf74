import type { Portal } from '../portal';

export const NORTH_AMERICA: readonly Portal[] = [
  {
    id: 'jane',
    name: 'Jane App',
    alsoCalled: ['Jane'],
    sources: {
      app: {
        url: 'https://jane.app/guide/setting-up-2-step-verification-using-an-authenticator-app',
        checkedOn: '2026-11-21',
      },
      sms: {
        url: 'https://jane.app/guide/setting-up-2-step-verification-using-text-messages-sms',
        checkedOn: '2026-11-21',
      },
      call: {
        url: 'https://jane.app/guide/setting-up-2-step-verification-using-a-phone-call',
        checkedOn: '2026-11-21',
      },
      questions: { url: 'https://jane.app/guide/2-step-verification-faq', checkedOn: '2026-11-21' },
      missing: {
        url: 'https://jane.app/guide/didn-t-get-your-sms-2-step-verification-code',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'sms', 'voice'], from: ['app', 'sms', 'call'] },
    setUp: { is: ['My Account', '2-Step Verification', 'Set Up'], from: ['app'] },
    recovery: { is: { kind: 'codes', count: 1 }, from: ['sms'] },
    remember: {
      is: { label: 'Trust this browser to skip 2-Step Verification for 30 days', days: 30 },
      from: ['questions'],
    },
    reset: { is: { by: 'administrator' }, from: ['missing'] },
  },
  {
    id: 'simplepractice',
    name: 'SimplePractice',
    sources: {
      help: {
        url: 'https://support.simplepractice.com/hc/en-us/articles/13828204033421-Protecting-your-account-with-2-step-verification',
        checkedOn: '2026-11-21',
      },
      trouble: {
        url: 'https://support.simplepractice.com/hc/en-us/articles/41000487567629',
        checkedOn: '2026-11-21',
      },
      prescriptions: {
        url: 'https://support.simplepractice.com/hc/en-us/articles/42064944785549',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['simplepractice.com'], from: ['help'] },
    methods: { is: ['app', 'sms', 'email'], from: ['help', 'trouble'] },
    setUp: {
      is: ['Settings', 'Profile and security', 'SimplePractice security', '2-step verification', 'Set up'],
      from: ['help'],
    },
    lastButton: { is: 'Done', from: ['help'] },
    notes: [{ is: 'not-for-prescriptions', from: ['prescriptions'] }],
  },
  {
    id: 'therapyappointment',
    name: 'TherapyAppointment',
    sources: {
      help: {
        url: 'https://support.therapyappointment.com/article/539-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['portal.therapyappointment.com'], from: ['help'] },
    domains: { is: ['therapyappointment.com'], from: ['help'] },
    methods: { is: ['sms', 'voice'], from: ['help'] },
    setUp: { is: ['My Profile', 'Two-Factor Authentication', 'Turn On'], from: ['help'] },
    remember: { is: { days: 365 }, from: ['help'] },
  },
  {
    id: 'therapynotes',
    name: 'TherapyNotes',
    sources: {
      help: {
        url: 'https://support.therapynotes.com/hc/en-us/articles/30661313874203-Set-Up-and-Use-Two-Factor-Authentication',
        checkedOn: '2026-11-21',
      },
      everybody: {
        url: 'https://support.therapynotes.com/article/240-how-to-require-two-factor-authentication-for-all-users',
        checkedOn: '2026-11-21',
      },
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/t/therapynotes.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['therapynotes.com'], from: ['help', 'directory'] },
    methods: { is: ['app'], from: ['help', 'directory'] },
    setUp: { is: ['Profile', 'Security & Activity', 'Enroll in Two-Factor Authentication'], from: ['help'] },
    remember: { is: { days: 30, byItself: true }, from: ['help'] },
    reset: {
      is: { by: 'administrator', path: ['Staff', 'Remove Two-Factor Authentication'] },
      from: ['everybody'],
    },
  },
  {
    id: 'practice-better',
    name: 'Practice Better',
    sources: {
      help: {
        url: 'https://help.practicebetter.io/hc/en-us/articles/360055519791-Using-Two-Factor-Authentication',
        checkedOn: '2026-11-21',
      },
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/p/practicebetter.io.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['practicebetter.io'], from: ['help', 'directory'] },
    methods: { is: ['app'], from: ['help', 'directory'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['Settings', 'Login Options', 'Set up'], from: ['help'] },
    recovery: { is: { kind: 'codes', path: ['More Options', 'Get backup codes'] }, from: ['help'] },
    remember: { is: { days: 30 }, from: ['help'] },
  },
  {
    id: 'theranest',
    name: 'TheraNest',
    alsoCalled: ['Ensora Mental Health'],
    sources: {
      help: {
        url: 'https://experience.ensorahealth.com/your-organization-39/organization-manage-mfa-1893',
        checkedOn: '2026-11-21',
      },
    },
    setUp: { is: ['Organization', 'Settings', 'Security Settings'], from: ['help'] },
    reset: { is: { by: 'administrator', path: ['Staff', 'Active Staff', 'Reset MFA'] }, from: ['help'] },
  },
  {
    id: 'noterro',
    name: 'Noterro',
    sources: {
      help: {
        url: 'https://support.noterro.com/hc/en-us/articles/49432174761364-Two-Factor-Authentication-in-Noterro',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['noterro.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
  },
  {
    id: 'intakeq',
    name: 'IntakeQ',
    alsoCalled: ['PracticeQ'],
    sources: {
      help: {
        url: 'https://support.intakeq.com/enhanced-security-2-step-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['intakeq.com'], from: ['help'] },
    methods: { is: ['app', 'sms'], from: ['help'] },
    setUp: { is: ['More', 'Account', 'Two-Factor Authentication (2FA)', 'Set Up'], from: ['help'] },
    remember: { is: {}, from: ['help'] },
  },
  {
    id: 'theraplatform',
    name: 'TheraPlatform',
    sources: {
      help: {
        url: 'https://theraplatform.zendesk.com/hc/en-us/articles/21158907695771-How-to-enable-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app'], from: ['help'] },
    setUp: { is: ['My Account', 'Setup 2F Authentication'], from: ['help'] },
  },
  {
    id: 'acuity',
    name: 'Squarespace',
    alsoCalled: ['Acuity Scheduling', 'Acuity'],
    sources: {
      help: {
        url: 'https://support.squarespace.com/hc/en-us/articles/360000044827-Protect-your-account-with-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
      token2: {
        url: 'https://token2.ch/shop/page/protect-your-squarespace-account-with-hardware-token-based-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'sms'], from: ['help'] },
    digits: { is: [6], from: ['token2'] },
    recovery: { is: { kind: 'codes' }, from: ['token2'] },
    remember: { is: { days: 30 }, from: ['help'] },
  },
  {
    id: 'clinictracker',
    name: 'ClinicTracker',
    sources: {
      help: {
        url: 'https://guide.clinictracker.com/getting-started-with-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['clinictracker.com'], from: ['help'] },
    methods: { is: ['email'], from: ['help'] },
  },
  {
    id: 'practice-by-numbers',
    name: 'Practice by Numbers',
    sources: {
      help: {
        url: 'https://help.practicenumbers.com/en/articles/13171064-two-factor-authentication-2fa-in-pbn',
        checkedOn: '2026-11-21',
      },
      login: {
        url: 'https://support.practicenumbers.com/migration/knowledge/reset-practice-user-password',
        checkedOn: '2026-11-22',
      },
    },
    hosts: { is: ['app.practicenumbers.com'], from: ['login'] },
    domains: { is: ['practicenumbers.com'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['User Profile', 'Two-Factor Authentication', 'Enable 2FA'], from: ['help'] },
  },
  {
    id: 'clinic-hq',
    name: 'Clinic HQ',
    sources: {
      help: {
        url: 'https://clinichq-manual.pages.dev/start-here/logging-in/account-management/two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'passkey'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    setUp: { is: ['Profile', 'User Preferences', 'Two-Factor Authentication', 'Enable'], from: ['help'] },
    lastButton: { is: 'Enable', from: ['help'] },
  },
  {
    id: 'headway',
    name: 'Headway',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/h/headway.co.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['headway.co'], from: ['directory'] },
    methods: { is: ['app', 'sms', 'voice', 'email', 'security-key'], from: ['directory'] },
  },
  {
    id: 'hint',
    name: 'Hint Health',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/h/hint.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['hint.com'], from: ['directory'] },
    methods: { is: ['app'], from: ['directory'] },
  },
  {
    id: 'vagaro',
    name: 'Vagaro',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/v/vagaro.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['vagaro.com'], from: ['directory'] },
    methods: { is: ['email'], from: ['directory'] },
  },
];
