import { describe, expect, it } from 'vitest';
import { contentAudience, pageAudience } from '../../entrypoints/background/audience';
import { Failure } from '../../utils/failure';
import { createRouter, type Sender } from '../../utils/messaging/router';
import { readReply } from '../../utils/messaging/wire';

interface Protocol {
  'vault/ask'(question: { n: number }): number;
  'vault/fail'(): void;
  'vault/break'(): void;
}

const ID = 'abcdefghijklmnop';
const BASE = `chrome-extension://${ID}/`;
const popup: Sender = { id: ID, url: `${BASE}popup.html` };

const faults: unknown[] = [];
const dispatch = createRouter<Protocol, Sender>(
  {
    'vault/ask': ({ n }) => n + 1,
    'vault/fail': () => {
      throw new Failure('wait', 5);
    },
    'vault/break': () => {
      throw new Error('with a secret in its text');
    },
  },
  pageAudience(ID, BASE),
  (thrown) => faults.push(thrown),
);

describe('the router', () => {
  it('answers with a value that survives JSON', async () => {
    const reply = await dispatch({ name: 'vault/ask', input: { n: 1 } }, popup);
    expect(readReply(JSON.parse(JSON.stringify(reply)))).toBe(2);
  });

  it('carries a failure across, and of any other fault nothing but that there was one', async () => {
    const failed = JSON.parse(
      JSON.stringify(await dispatch({ name: 'vault/fail', input: undefined }, popup)),
    );
    expect(() => readReply(failed)).toThrow(expect.objectContaining({ code: 'wait', values: ['5'] }));
    const broken = await dispatch({ name: 'vault/break', input: undefined }, popup);
    expect(broken).toEqual({ failure: { code: 'unexpected', values: [] } });
    expect(faults).toMatchObject([{ message: 'with a secret in its text' }]);
  });

  it.each([
    undefined,
    null,
    7,
    'vault/ask',
    {},
    { name: 7 },
    { name: 'vault/none' },
    { name: '__proto__' },
    { name: 'constructor' },
    { name: 'toString' },
  ])('leaves %j unanswered', async (message) => {
    expect(await dispatch(message, popup)).toBeNull();
  });

  it.each<[string, Sender]>([
    [
      'a web page with our script',
      { id: ID, url: 'https://harbour.au1.cliniko.com/', tab: { id: 1 }, frameId: 0 },
    ],
    ['another extension', { id: 'other', url: `${BASE}popup.html` }],
    ['an address that begins like ours', { id: ID, url: `chrome-extension://${ID}.evil.example/` }],
    ['a page of ours framed in another', { id: ID, url: `${BASE}popup.html`, tab: { id: 1 }, frameId: 3 }],
    ['nobody', {}],
  ])('refuses %s', async (_, sender) => {
    const reply = await dispatch({ name: 'vault/ask', input: { n: 1 } }, sender);
    expect(reply).toEqual({ failure: { code: 'refused', values: [] } });
  });

  it('lets our own pages in tabs ask', async () => {
    const options: Sender = { id: ID, url: `${BASE}options.html`, tab: { id: 4 }, frameId: 0 };
    expect(await dispatch({ name: 'vault/ask', input: { n: 1 } }, options)).toEqual({ value: 2 });
  });
});

describe('the content audience', () => {
  const audience = contentAudience(ID);
  const portal: Sender = {
    id: ID,
    url: 'https://Harbour.au1.cliniko.com/login?a=b',
    tab: { id: 1 },
    frameId: 2,
  };

  it('takes tab, frame and origin from the browser', () => {
    expect(audience(portal)).toEqual({ tabId: 1, frameId: 2, origin: 'https://harbour.au1.cliniko.com' });
  });

  it.each<[string, Partial<Sender>]>([
    ['another extension', { id: 'other' }],
    ['no tab', { tab: undefined as never }],
    ['no frame', { frameId: undefined }],
    ['http', { url: 'http://harbour.au1.cliniko.com/' }],
    ['a page of ours', { url: `${BASE}popup.html` }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an origin that is not the address’s', { origin: 'https://evil.example' }],
    ['about:blank', { url: 'about:blank' }],
    ['a page made ready in advance', { documentLifecycle: 'prerender' }],
    ['a page kept from before', { documentLifecycle: 'cached' }],
    ['a blob', { url: 'blob:https://harbour.au1.cliniko.com/1' }],
  ])('refuses %s', (_, change) => {
    expect(audience({ ...portal, ...change })).toBeNull();
  });
});
