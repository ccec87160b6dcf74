/** RFC 4226 appendix D: the codes of counters 0 to 9 for the 20-byte secret, SHA-1, six digits. */
export const RFC4226_CODES = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
];

/**
 * RFC 6238 appendix B: seconds, then the eight-digit codes at steps of 30 s. Each hash has a secret of its own
 * length; the table in the RFC does not say so, its source code does.
 */
export const RFC6238_CODES = [
  { time: 59, SHA1: '94287082', SHA256: '46119246', SHA512: '90693936' },
  { time: 1111111109, SHA1: '07081804', SHA256: '68084774', SHA512: '25091201' },
  { time: 1111111111, SHA1: '14050471', SHA256: '67062674', SHA512: '99943326' },
  { time: 1234567890, SHA1: '89005924', SHA256: '91819424', SHA512: '93441116' },
  { time: 2000000000, SHA1: '69279037', SHA256: '90698825', SHA512: '38618901' },
  { time: 20000000000, SHA1: '65353130', SHA256: '77737706', SHA512: '47863826' },
];

/** `1234567890` over and over: the secrets of both RFCs. */
export const RFC_SECRET_LENGTH = { SHA1: 20, SHA256: 32, SHA512: 64 };
