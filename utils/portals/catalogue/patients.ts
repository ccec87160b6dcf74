import type { Portal } from '../portal';

export const PATIENTS: readonly Portal[] = [
  {
    id: 'mygov',
    name: 'myGov',
    sources: {
      help: {
        url: 'https://my.gov.au/en/about/help/mygov-website/sign-in-to-mygov/use-an-authenticator',
        checkedOn: '2026-11-21',
      },
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/m/my.gov.au.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['my.gov.au'], from: ['help', 'directory'] },
    methods: { is: ['app', 'sms', 'passkey'], from: ['help', 'directory'] },
    setUp: {
      is: ['My account', 'Account settings', 'Sign in settings', 'Authenticator', 'Manage'],
      from: ['help'],
    },
    notes: [{ is: 'one-authenticator', from: ['help'] }],
  },
  {
    id: 'mychart',
    name: 'MyChart',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/m/mychart.org.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['mychart.org'], from: ['directory'] },
    methods: { is: ['sms', 'email', 'app'], from: ['directory'] },
  },
  {
    id: 'patient-access',
    name: 'Patient Access',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/p/patientaccess.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['patientaccess.com'], from: ['directory'] },
    methods: { is: ['app'], from: ['directory'] },
  },
  {
    id: 'patients-know-best',
    name: 'Patients Know Best',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/p/patientsknowbest.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['patientsknowbest.com'], from: ['directory'] },
    methods: { is: ['app'], from: ['directory'] },
  },
  {
    id: 'followmyhealth',
    name: 'FollowMyHealth',
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/f/followmyhealth.com.json',
        checkedOn: '2026-11-21',
      },
    },
    domains: { is: ['followmyhealth.com'], from: ['directory'] },
    methods: { is: ['sms', 'email', 'app'], from: ['directory'] },
  },
  {
    id: 'nhs-login',
    name: 'NHS login',
    alsoCalled: ['NHS App'],
    sources: {
      directory: {
        url: 'https://github.com/2factorauth/twofactorauth/blob/f3ac2ab71c6fe4857a4ad1ef039d2a4eaf1a342c/entries/n/nhsapp.service.nhs.uk.json',
        checkedOn: '2026-11-21',
      },
    },
    hosts: { is: ['nhsapp.service.nhs.uk', 'access.login.nhs.uk'], from: ['directory'] },
    methods: { is: ['sms'], from: ['directory'] },
  },
];
