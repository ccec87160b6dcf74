import type { Portal } from '../portal';

export const NORTH_AMERICA_RECORDS: readonly Portal[] = [
  {
    id: 'athenaone',
    name: 'athenaOne',
    alsoCalled: ['athenahealth'],
    sources: {
      help: {
        url: 'https://help.athenahealth.com/Ohelp/Content/Plat_MultiFactorAuthentication_PH.htm',
        checkedOn: '2026-11-21',
      },
      customer: {
        url: 'https://fam.mfmhealth.com/post/enabling-mfa-for-athenahealth-to-enhance-security',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['athenahealth.com'], from: ['help'] },
    methods: { is: ['app', 'sms', 'voice', 'push'], from: ['customer'] },
    notes: [{ is: 'not-for-prescriptions', from: ['customer'] }],
  },
  {
    id: 'drchrono',
    name: 'DrChrono',
    sources: {
      login: { url: 'https://support.drchrono.com/hc/en-us/articles/115003539728', checkedOn: '2026-11-21' },
      setup: {
        url: 'https://support.drchrono.com/home/200030385-how-do-i-set-up-two-factor-authentication-2fa-in-my-account',
        checkedOn: '2026-11-21',
      },
      staff: {
        url: 'https://support.drchrono.com/home/set-up-two-factor-authentication-2fa-for-staff',
        checkedOn: '2026-11-21',
      },
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/d/drchrono.com.json',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['app.drchrono.com'], from: ['login'] },
    domains: { is: ['drchrono.com'], from: ['login', 'directory'] },
    methods: { is: ['own-app', 'sms'], from: ['login', 'setup', 'directory'] },
    setUp: { is: ['Account', 'Provider Settings', 'Security', 'Enable'], from: ['setup'] },
    reset: {
      is: {
        by: 'administrator',
        path: [
          'Account',
          'Practice Management',
          'General Management',
          'Staff',
          'View',
          '2-Factor Authentication',
          'Edit',
        ],
      },
      from: ['staff'],
    },
  },
  {
    id: 'tebra',
    name: 'Tebra',
    alsoCalled: ['Kareo'],
    sources: {
      login: { url: 'https://helpme.tebra.com/Platform/Dashboard/Log_into_Tebra', checkedOn: '2026-11-21' },
      signin: {
        url: 'https://helpme.kareo.com/01_Kareo_PM/01_Configure_System/Signing_In/Two-Factor_Authentication_2FA_for_Sign_In',
        checkedOn: '2026-11-21',
      },
      questions: {
        url: 'https://helpme.tebra.com/Platform/Practice_Settings/Kareo/Two-Factor_Authentication_FAQs',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['app.kareo.com'], from: ['login'] },
    domains: { is: ['tebra.com', 'kareo.com'], from: ['login', 'signin'] },
    methods: { is: ['email', 'sms'], from: ['signin', 'questions'] },
    remember: { is: { days: 7, byItself: true }, from: ['signin', 'questions'] },
    locksAfter: { is: 7, from: ['signin'] },
  },
  {
    id: 'practice-fusion',
    name: 'Practice Fusion',
    sources: {
      help: {
        url: 'https://knowledgebase.practicefusion.com/knowledgebase/articles/482809-how-do-i-set-up-my-phone',
        checkedOn: '2026-11-21',
      },
      login: {
        url: 'https://github.com/Alchael/PFScraper/blob/50c913b1/pfscraper.py',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['static.practicefusion.com'], from: ['login'] },
    domains: { is: ['practicefusion.com'], from: ['help'] },
    methods: { is: ['sms', 'voice'], from: ['help'] },
  },
  {
    id: 'eclinicalworks',
    name: 'eClinicalWorks',
    sources: {
      customer: {
        url: 'https://primarycarecoalition.freshdesk.com/support/solutions/articles/35000290942-how-to-enable-multi-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'email', 'sms'], from: ['customer'] },
    digits: { is: [6], from: ['customer'] },
    lastButton: { is: 'Verify', from: ['customer'] },
  },
  {
    id: 'epiccare-link',
    name: 'EpicCare Link',
    sources: {
      hospital: {
        url: 'https://www.uclh.nhs.uk/professionals/gp-news/extra-security-epiccare-link',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'email'], from: ['hospital'] },
    recovery: { is: { kind: 'codes', count: 1 }, from: ['hospital'] },
    reset: { is: { by: 'administrator' }, from: ['hospital'] },
  },
  {
    id: 'elation',
    name: 'Elation',
    alsoCalled: ['Elation EHR', 'Elation Health'],
    sources: {
      methods: {
        url: 'https://help.elationemr.com/articles/Knowledge/Multifactor-Authentication-MFA',
        checkedOn: '2026-11-21',
      },
      help: {
        url: 'https://help.elationemr.com/articles/Knowledge/Setting-up-authentication-factors-for-MFA',
        checkedOn: '2026-11-21',
      },
      reset: {
        url: 'https://help.elationhealth.com/articles/Resetting-authentication-factors-for-MFA',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['app.elationemr.com'], from: ['reset'] },
    domains: { is: ['elationemr.com', 'elationhealth.com'], from: ['help', 'reset'] },
    methods: { is: ['app', 'email', 'push', 'computer'], from: ['methods'] },
    setUp: { is: ['Settings', 'Account Details', 'Setup', 'Authenticator App'], from: ['help'] },
    recovery: { is: { kind: 'administrator' }, from: ['reset'] },
    reset: {
      is: { by: 'administrator', path: ['Settings', 'Manage Accounts', 'Reset Multi-factor'] },
      from: ['reset'],
    },
    sharing: { is: 'prohibited', from: ['help'] },
  },
  {
    id: 'charmhealth',
    name: 'CharmHealth',
    alsoCalled: ['Charm EHR'],
    sources: {
      help: {
        url: 'https://www.charmhealth.com/resources/security-management/two-factor-authentication.html',
        checkedOn: '2026-11-21',
      },
      advice: {
        url: 'https://www.charmhealth.com/resources/security-management/best-practices-to-secure-your-charm-account.html',
        checkedOn: '2026-11-21',
      },
      login: {
        url: 'https://www.charmhealth.com/resources/phr-user-guide/settings.html',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['accounts.charmtracker.com'], from: ['login'] },
    domains: { is: ['charmhealth.com'], from: ['help'] },
    methods: { is: ['app', 'sms', 'security-key'], from: ['advice'] },
    setUp: { is: ['Settings', 'Account', 'Two-Factor Authentication'], from: ['help'] },
    recovery: { is: { kind: 'codes' }, from: ['help'] },
    reset: {
      is: { by: 'administrator', path: ['Settings', 'Facility', 'Facility Members', 'TFA Preference'] },
      from: ['help'],
    },
  },
  {
    id: 'officeemr',
    name: 'OfficeEMR',
    alsoCalled: ['iSalus'],
    sources: {
      help: {
        url: 'https://officeemr.knowledgeowl.com/help/login-with-two-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    methods: { is: ['app', 'sms', 'email'], from: ['help'] },
    lastButton: { is: 'Verify', from: ['help'] },
  },
  {
    id: 'atlas-md',
    name: 'Atlas.md',
    sources: {
      help: { url: 'https://atlas.md/help/view/two-step-authentication-on-login/', checkedOn: '2026-11-21' },
    },
    domains: { is: ['atlas.md'], from: ['help'] },
    methods: { is: ['app', 'sms'], from: ['help'] },
    remember: { is: { label: 'remember this device', days: 90 }, from: ['help'] },
    notes: [{ is: 'for-everyone', from: ['help'] }],
  },
  {
    id: 'webchart',
    name: 'WebChart',
    alsoCalled: ['Enterprise Health'],
    sources: {
      help: {
        url: 'https://docs.enterprisehealth.com/functions/system-administration/security/multi-factor-authentication-mfa/',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['enterprisehealth.com'], from: ['help'] },
    methods: { is: ['app'], from: ['help'] },
    digits: { is: [6], from: ['help'] },
    lastButton: { is: 'Complete Setup', from: ['help'] },
  },
  {
    id: 'healthie',
    name: 'Healthie',
    sources: {
      help: {
        url: 'https://help.gethealthie.com/article/1372-multi-factor-authentication',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['gethealthie.com'], from: ['help'] },
    methods: { is: ['app', 'email', 'sms', 'passkey'], from: ['help'] },
  },
  {
    id: 'webpt',
    name: 'WebPT',
    sources: {
      help: {
        url: 'https://help.emr.webpt.com/article/2196-multi-factor-authentication-in-the-webpt-emr',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['webpt.com'], from: ['help'] },
    methods: { is: ['email', 'sms'], from: ['help'] },
  },
  {
    id: 'availity',
    name: 'Availity Essentials',
    alsoCalled: ['Availity'],
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/a/availity.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['availity.com'], from: ['directory'] },
    methods: { is: ['app', 'sms', 'voice'], from: ['directory'] },
  },
  {
    id: 'dentrix-ascend',
    name: 'Dentrix Ascend',
    sources: {
      help: {
        url: 'https://learn.dentrixascend.com/enhanced-security-login-and-mfa',
        checkedOn: '2026-11-21',
      },
      uk: {
        url: 'https://ascenduk.zendesk.com/hc/en-gb/articles/360035098413-Logging-in',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['dentrixascend.com'], from: ['help'] },
    methods: { is: ['email', 'sms', 'app'], from: ['help'] },
    sharing: { is: 'discouraged', from: ['help', 'uk'] },
  },
];
