/**
 * Which site is this? One canonical text per https origin, as the browser itself writes it: lower case, punycode,
 * no default port, no user. Two origins are the same site only where these texts are equal.
 */

/** The https origin of an address, or null for everything else: http, file, data, blob, about, opaque. Never throws. */
export function parseOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, hostname } = new URL(url);
  // A blob: URL carries its maker's origin; its own scheme is what counts.
  return protocol === 'https:' && hostname !== '' ? origin : null;
}

/** Host, with its port where that is not 443. @param origin as `parseOrigin` gives it */
export function hostOf(origin: string): string {
  return new URL(origin).host;
}
