/** What is in the package of others. `npx vitest run tests/licences.test.ts` says what is missing here. */
export const LICENCES = [
  { name: '@noble/ciphers', version: '2.4.0', licence: 'MIT' },
  { name: '@noble/curves', version: '2.4.0', licence: 'MIT' },
  { name: '@noble/hashes', version: '2.4.0', licence: 'MIT' },
  { name: '@noble/post-quantum', version: '0.5.4', licence: 'MIT' },
  { name: '@scure/base', version: '2.4.0', licence: 'MIT' },
  { name: 'age-encryption', version: '0.3.1', licence: 'BSD-3-Clause' },
  { name: 'hash-wasm', version: '4.13.0', licence: 'MIT' },
  { name: 'idb', version: '8.0.4', licence: 'ISC' },
  { name: 'jsqr', version: '1.4.0', licence: 'Apache-2.0' },
  { name: 'otpauth', version: '9.5.2', licence: 'MIT' },
  { name: 'preact', version: '11.2.0', licence: 'MIT' },
  { name: 'qr', version: '0.7.0', licence: 'MIT' },
  { name: 'webextension-polyfill', version: '0.12.0', licence: 'MPL-2.0' },
] as const;
