import { describe, expect, it } from 'vitest';
import { formatPlace, parsePlace, SECTION_IDS } from '../../entrypoints/options/place';

describe('a place in the settings', () => {
  it('is read back from its own address, in every section', () => {
    for (const section of SECTION_IDS)
      for (const within of ['', 'new', 'a8098c1a-f86e-11da-bd1a-00112444be1e'])
        expect(parsePlace(formatPlace({ section, within }))).toEqual({ section, within });
  });

  it.each(['', '#', '#nowhere', '#constructor', '#backupsx', '#/new'])(
    'is the first section for the address %j',
    (hash) => expect(parsePlace(hash)).toEqual({ section: 'accounts', within: '' }),
  );
});
