const PORTALS = [
  'Cliniko',
  'Jane',
  'Halaxy',
  'Nookal',
  'Splose',
  'Semble',
  'WriteUpp',
  'Pabau',
  'Zanda',
  'Power Diary',
];

/** Accounts of ten portals, no two with the same secret. */
export function keyUris(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const n = String(from + index).padStart(5, '0');
    const digits = [...n].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
    const portal = encodeURIComponent(PORTALS[(from + index) % PORTALS.length]!);
    const secret = `GEZDGNBVGY3TQOJQGEZDGNBVGY3${digits}`;
    return `otpauth://totp/${portal}:person.${n}@harbourphysio.example?secret=${secret}&issuer=${portal}`;
  });
}
