/**
 * A host as the catalogue writes it: labels between dots, each a word or a blank. `{shard}` is two letters and a number, as
 * `au1`; any other blank, as `{account}`, is one label of letters, digits and dashes. A blank never holds a dot, and all labels
 * are compared: `{account}.{shard}.cliniko.com` is neither `x.cliniko.com.evil.example` nor `x.au1.notcliniko.com`.
 */

const SHARD = /^[a-z]{2}\d{1,2}$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const BLANK = /^\{[a-z]+\}$/;

/** @param host lower case, as a browser gives it; one with a port is no host of a catalogue */
export function fitsHost(pattern: string, host: string): boolean {
  const wanted = pattern.split('.');
  const labels = host.split('.');
  return wanted.length === labels.length && wanted.every((label, place) => fitsLabel(label, labels[place]!));
}

/** The domain itself or anything below it, on whole labels. */
export function isUnder(domain: string, host: string): boolean {
  return (
    host === domain || (host.endsWith(`.${domain}`) && host.split('.').every((label) => LABEL.test(label)))
  );
}

export function isBlank(label: string): boolean {
  return BLANK.test(label);
}

function fitsLabel(wanted: string, label: string): boolean {
  if (wanted === '{shard}') return SHARD.test(label);
  return isBlank(wanted) ? LABEL.test(label) : wanted === label;
}
