import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../utils/portals/catalogue';
import type { Portal } from '../../utils/portals/portal';
import { faultsOf } from './catalogue-faults';

/** Also where a computer's clock is behind the catalogue. */
const TODAY = [new Date().toISOString().slice(0, 10), '2026-11-22'].sort().at(-1)!;
const from = ['help'];
const HELP = { url: 'https://help.larkmoor.example/2fa', checkedOn: '2026-11-21' };
const SOUND: Portal = {
  id: 'larkmoor',
  name: 'Larkmoor',
  sources: { help: HELP },
  hosts: { is: ['{clinic}.larkmoor.example'], from },
  digits: { is: [6], from },
};

/** The sound portal with this changed, or taken away by `null`, whatever its types say. */
function changed(change: object): Portal {
  const kept = Object.entries({ ...SOUND, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as unknown as Portal;
}
const one = (change: object) => [changed(change)];
const two = (change: object) => [SOUND, changed({ id: 'other', name: 'Other', ...change })];
const elsewhere = { hosts: { is: ['other.example'], from } };
const source = (change: object) => one({ sources: { help: { ...HELP, ...change } } });
const host = (is: string) => one({ hosts: { is: [is], from } });

describe('the catalogue', () => {
  it('has no fault', () => expect(faultsOf(CATALOGUE, TODAY)).toEqual([]));

  it('knows the portals, most of them by a host', () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(60);
    const placed = CATALOGUE.filter(({ hosts, domains }) => hosts ?? domains);
    expect(placed.length / CATALOGUE.length).toBeGreaterThan(0.7);
  });

  it('may leave a portal without hosts, to be bound where it is enrolled', () => {
    expect(faultsOf(one({ hosts: null }), TODAY)).toEqual([]);
  });

  it('is sound in the form the faults below are planted in', () => {
    expect(faultsOf([SOUND], TODAY)).toEqual([]);
    expect(faultsOf(two(elsewhere), TODAY)).toEqual([]);
  });

  const BAD_HOST = 'hosts has a value';
  it.each<[string, Portal[], string]>([
    ['an id that is there twice', two({ ...elsewhere, id: 'larkmoor' }), 'id larkmoor is there twice'],
    ['a name that is there twice', two({ ...elsewhere, name: 'lark moor' }), 'name larkmoor is there twice'],
    [
      'another name of another',
      two({ ...elsewhere, alsoCalled: ['Larkmoor'] }),
      'name larkmoor is there twice',
    ],
    ['an id that is no word', one({ id: 'Lark Moor' }), 'its id is no word'],
    ['a name of nothing', one({ name: ' ' }), 'a name is no name'],
    ['a portal that says nothing', one({ hosts: null, digits: null, sources: {} }), 'it says nothing'],
    ['a fact unknown to the schema', one({ confidence: { is: 'low', from } }), 'confidence is no fact'],
    ['a fact without a source', one({ digits: { is: [6] } }), 'digits has no source'],
    ['a fact with no source named', one({ digits: { is: [6], from: [] } }), 'digits has no source'],
    ['a fact from elsewhere', one({ digits: { is: [6], from: ['hearsay'] } }), 'names the source hearsay'],
    [
      'a fact and a mark',
      one({ digits: { is: [6], from, c: 'low' } }),
      'digits is not in the form of a fact',
    ],
    ['a bare value', one({ digits: 6 }), 'digits is not in the form of a fact'],
    ['a value not allowed', one({ methods: { is: ['pigeon'], from } }), 'methods has a value'],
    ['a method twice', one({ methods: { is: ['sms', 'sms'], from } }), 'methods has a value'],
    ['a code of no length', one({ digits: { is: [], from } }), 'digits has a value'],
    ['a code of three digits', one({ digits: { is: [3], from } }), 'digits has a value'],
    ['a sentence for a label', one({ lastButton: { is: 'x'.repeat(61), from } }), 'lastButton has a value'],
    ['a note without words', one({ notes: [{ is: 'is nice', from }] }), 'notes has a value'],
    ['a note without a source', one({ notes: [{ is: 'mobile-number' }] }), 'notes has no source'],
    ['a source over http', source({ url: 'http://help.larkmoor.example' }), 'no public https page'],
    ['a source that is no page', source({ url: 'an answer of a search' }), 'no public https page'],
    ['a source without a day', source({ checkedOn: undefined }), 'has no day'],
    ['a day that does not exist', source({ checkedOn: '2026-02-30' }), 'has no day'],
    ['a day to come', source({ checkedOn: '2126-11-21' }), 'has no day'],
    ['a file for a source', source({ file: 'notes.txt' }), 'says more than a page and a day'],
    ['an idle source', one({ sources: { help: HELP, idle: HELP } }), 'nothing comes from the source idle'],
    ['a host with a scheme', host('https://larkmoor.example'), BAD_HOST],
    ['a host with a port', host('larkmoor.example:8443'), BAD_HOST],
    ['a host in capitals', host('Larkmoor.example'), BAD_HOST],
    ['a host with a star', host('*.larkmoor.example'), BAD_HOST],
    ['a blank that is part of a label', host('a-{clinic}.larkmoor.example'), BAD_HOST],
    ['a host with a last dot', host('larkmoor.example.'), BAD_HOST],
    ['an address', host('192.0.2.1'), BAD_HOST],
    ['all hosts of a country', host('{clinic}.com.au'), BAD_HOST],
    ['all hosts of an ending', host('{clinic}.example'), BAD_HOST],
    ['anybody’s domain', one({ domains: { is: ['zendesk.com'], from } }), 'domains has a value'],
    ['a domain with a blank', one({ domains: { is: ['{a}.b.example'], from } }), 'domains has a value'],
    ['another’s host', two({ hosts: { is: ['harbour.larkmoor.example'], from } }), 'both claim'],
    [
      'a domain over another’s host',
      two({ hosts: null, domains: { is: ['larkmoor.example'], from } }),
      'both claim',
    ],
    ['one host twice', one({ hosts: { is: ['a.example', 'a.example'], from } }), 'both claim a.example'],
  ])('would not keep %s', (_name, catalogue, fault) => {
    expect(faultsOf(catalogue, TODAY)).toContainEqual(expect.stringContaining(fault));
  });
});
