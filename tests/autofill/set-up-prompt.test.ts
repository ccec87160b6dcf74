import { describe, expect, it } from 'vitest';
import { findPrompt } from '../../utils/autofill/prompt';
import { field } from './field-facts';

const APP = ['Two-factor authentication', 'Enter the 6-digit code from your authenticator app.'];

describe('a prompt beside a key to scan', () => {
  it.each([
    'Scan this barcode with Google Authenticator.',
    'Scannen Sie den QR-Code.',
    'Escanea el código QR.',
    'Scannez le QRCODE',
    'Отсканируйте код.',
    'QRコードを読み取ってください。',
    '请扫描二维码',
    'QR 코드를 스캔하세요',
  ])('is told to be a set-up’s beside a key to scan: %s', (near) => {
    expect(findPrompt([field({ label: 'Auth Code', near: [near, ...APP] })]).why).toContain('set-up');
  });

  it('is no set-up’s where scanning is another way in, or not spoken of', () => {
    for (const near of ['Lost your phone? Scan the QR code instead.', 'Open the app.'])
      expect(findPrompt([field({ label: 'Auth Code', near: [near, ...APP] })])).toMatchObject({
        kind: 'totp',
        why: expect.not.arrayContaining(['set-up']),
      });
  });

  it('is a set-up’s, and not in doubt, where a mobile number is asked for beside the key to scan', () => {
    const near = ['Check your mobile number', ...APP];
    expect(findPrompt([field({ label: 'Auth Code', near })]).kind).toBe('ask');
    expect(findPrompt([field({ label: 'Auth Code', near: ['Scan the QR code', ...near] })])).toMatchObject({
      kind: 'totp',
      why: expect.arrayContaining(['set-up']),
    });
  });
});
