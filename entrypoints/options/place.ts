/** The parts of the settings, in the order of the list beside them; each is an address of its own, such as `options.html#backups`. */
export const SECTION_IDS = [
  'accounts',
  'security',
  'backups',
  'sites',
  'people',
  'this-pc',
  'language',
  'about',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];

/** Where in the settings somebody is. */
export interface Place {
  readonly section: SectionId;
  /** What is wanted there, such as the form for a new backup; empty for the section itself. */
  readonly within: string;
}

/** @param hash of the page's address, such as `#backups/new`; what is no section of ours leads to the first one */
export function parsePlace(hash: string): Place {
  const [name = '', ...rest] = hash.replace(/^#/, '').split('/');
  const section = SECTION_IDS.find((id) => id === name);
  return section ? { section, within: rest.join('/') } : { section: SECTION_IDS[0], within: '' };
}

export function formatPlace({ section, within }: Place): string {
  return within === '' ? `#${section}` : `#${section}/${within}`;
}
