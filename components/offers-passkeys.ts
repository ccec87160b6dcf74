/** Not in Firefox, which refuses an extension's page that names no relying party (`SecurityError`), and has none of its own for it. */
export const OFFERS_PASSKEYS = !import.meta.env.FIREFOX && 'PublicKeyCredential' in globalThis;
