/** Parts of a host that name no site: what ends it, and what stands before a site's own name. */
const COMMON = /^(?:com?|org|net|gov|ac|edu|me|www|app|portal|login|my|secure|account|accounts|id|auth|sso)$/;
const LONGEST = 40;

/**
 * What a site is called, for a person to put right: the part of its page's title that its host says too, else the last
 * part of a title in parts, else the host's own name.
 */
export function siteName(host: string, title: string): string {
  const labels = host.split('.').slice(0, -1);
  const named = labels.filter((label) => label.length > 2 && !COMMON.test(label));
  const parts = title
    .split(/\s+[|·•–—:»-]\s+|\s*[|·»]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= LONGEST);
  const said = parts.find((part) => named.some((label) => isSame(bare(part), bare(label))));
  if (said) return said;
  if (parts.length > 1) return parts.at(-1)!;
  const label = named.at(-1) ?? labels.at(-1) ?? host;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function isSame(part: string, label: string): boolean {
  return part === label || (Math.min(part.length, label.length) > 3 && label.startsWith(part));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
