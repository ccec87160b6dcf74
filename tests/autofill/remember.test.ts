import { describe, expect, it } from 'vitest';
import { readRememberBox, readTicks } from '../../utils/autofill/remember';

describe('a box that has this browser remembered', () => {
  it.each<[string, number | null]>([
    ['keep me logged in on this device', null],
    ['Keep me logged in on this computer', null],
    ['Keep me logged in on this device No code for 30 days in this browser', 30],
    ['Trust this browser to skip 2-Step Verification for 30 days', 30],
    ['Trust this device', null],
    ['Remember this device for 30 days', 30],
    ['Remember this device (for 30-days)', 30],
    ['remember this device', null],
    ['Remember me on this browser for 2 weeks', 14],
    ['Remember this computer for 3 months', 90],
    ['Authorize this device for a year', 365],
    ['Don’t ask again on this device', null],
    ["Don't ask me for a code on this computer for 14 days", 14],
    ['Do not ask for codes again on this computer', null],
    ['Skip this step for 7 days', 7],
    ['Remember for 60 days', 60],
    ['Remember this device. Leave empty on a public or shared computer.', null],
    ['Stay signed in on this device for 90 days', 90],
    ['Dieses Gerät 30 Tage lang merken', 30],
    ['Diesem Browser vertrauen', null],
    ['Auf diesem Gerät nicht mehr fragen', null],
    ['Se souvenir de cet appareil pendant 30 jours', 30],
    ['Faire confiance à ce navigateur', null],
    ['Recordar este dispositivo durante 30 días', 30],
    ['Ricorda questo dispositivo per 30 giorni', 30],
    ['Onthoud dit apparaat 30 dagen', 30],
    ['Lembrar este dispositivo por 30 dias', 30],
  ])('%s', (text, days) => expect(readRememberBox(text)).toEqual({ days }));

  it.each([
    '',
    'Remember me',
    'Remember my e-mail address',
    'Send me news for 30 days',
    'I agree to the terms',
    'Show the code',
    'This is a public or shared computer',
    'Do not remember this device',
    'Never trust this browser',
    'Send the code to my phone',
    'I have read the privacy statement on trusted partners',
    'Use a multi-factor authentication token',
    'Keep me signed in',
    'Dieses Gerät nicht merken',
  ])('not %s', (text) => expect(readRememberBox(text)).toBeNull());

  it('says nothing of a time it cannot mean', () => {
    expect(readRememberBox('Remember this device for 999 days')).toEqual({ days: null });
    expect(readRememberBox('Remember this device for 0 days')).toEqual({ days: null });
  });
});

describe('a prompt that was sent', () => {
  const box = (ticked: boolean, words = 'Trust this device for 30 days') => ({ words, ticked });
  it('has the browser remembered where the box was ticked', () => {
    expect(readTicks([box(false, 'I agree to the terms'), box(true)])).toEqual({ days: 30 });
  });
  it('was asked again where it was left empty', () => {
    expect(readTicks([box(true, 'I agree to the terms'), box(false)])).toBe('asked-again');
  });
  it('says nothing where there was none', () => {
    expect(readTicks([box(true, 'I agree to the terms')])).toBeNull();
    expect(readTicks([])).toBeNull();
  });
  it('takes the chosen one of two', () => {
    const two = [box(true, 'This is a public computer'), box(false, 'Trust this computer for a year')];
    expect(readTicks(two)).toBe('asked-again');
    expect(readTicks(two.map(({ words, ticked }) => ({ words, ticked: !ticked })))).toEqual({ days: 365 });
  });
});
