import { fitsHost, isBlank, isUnder } from '../../utils/portals/host-pattern';
import type { Fact, Method, Note, Portal } from '../../utils/portals/portal';

/** What is wrong with a catalogue, a line for each fault: whatever its file says, a program reads it. */
export function faultsOf(catalogue: readonly Portal[], today: string): string[] {
  return [
    ...doubled('id', catalogue, ({ id }) => [id]),
    ...doubled('name', catalogue, namesOf),
    ...catalogue.flatMap((portal) => portalFaults(portal, today).map((fault) => `${portal.id}: ${fault}`)),
    ...claimedTwice(catalogue),
  ];
}

type Check = (is: never) => boolean;
const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (is: T) =>
    allowed.includes(is);
/** A portal's own word on a button or a menu is short; a sentence would be its text and not a fact. */
const isText = (text: unknown) => typeof text === 'string' && text.trim() === text && /^.{1,60}$/.test(text);
const isList = (list: unknown, each: (value: never) => boolean) =>
  Array.isArray(list) && list.length > 0 && list.every((value) => each(value as never));
const isCount =
  (most: number, least = 1) =>
  (value: unknown) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isPath = (path: unknown) => isList(path, isText);
const onlyKeys = (value: object, ...keys: string[]) => Object.keys(value).every((key) => keys.includes(key));
const METHOD = oneOf<Method>(
  'app',
  'sms',
  'voice',
  'email',
  'own-app',
  'push',
  'passkey',
  'security-key',
  'computer',
);
const NOTE = oneOf<Note>(
  ...(['mobile-number', 'logs-everyone-out', 'for-everyone'] as const),
  ...(['asks-questions', 'linked-once', 'one-authenticator', 'one-a-workspace', 'tick-first'] as const),
  ...(['reset-asks-code', 'pin-is-no-code', 'not-for-prescriptions'] as const),
);

type Told = Exclude<keyof Portal, 'id' | 'name' | 'alsoCalled' | 'sources' | 'notes'>;
/** A fact that is not here may not be told. */
const CHECKS: Record<Told, Check> = {
  hosts: (is: unknown) => isList(is, isHost),
  domains: (is: unknown) => isList(is, (domain: string) => isHost(domain) && !domain.includes('{')),
  methods: (is: Method[]) => isList(is, METHOD) && new Set(is).size === is.length,
  digits: (is: unknown) => isList(is, isCount(10, 4)),
  setUp: isPath,
  lastButton: isText,
  recovery: (is: { kind: string; path?: unknown; count?: unknown }) =>
    onlyKeys(is, 'kind', ...(is.kind === 'codes' ? ['path', 'count'] : [])) &&
    oneOf('codes', 'questions', 'mail', 'another-method', 'administrator')(is.kind as 'codes') &&
    (is.path === undefined || isPath(is.path)) &&
    (is.count === undefined || isCount(100)(is.count)),
  remember: (is: { label?: unknown; days?: unknown; byItself?: unknown }) =>
    onlyKeys(is, 'label', 'days', 'byItself') &&
    (is.label === undefined || isText(is.label)) &&
    (is.days === undefined || isCount(366)(is.days)) &&
    (is.byItself === undefined || is.byItself === true),
  reset: (is: { by: string; path?: unknown }) =>
    onlyKeys(is, 'by', 'path') &&
    oneOf('administrator', 'vendor')(is.by as 'vendor') &&
    (is.path === undefined || isPath(is.path)),
  sharing: oneOf('prohibited', 'discouraged', 'unclear'),
  locksAfter: isCount(20),
  desktop: (is: unknown) => is === true,
};

function portalFaults(portal: Portal, today: string): string[] {
  const { id, name, alsoCalled = [], sources, notes = [], ...told } = portal;
  const facts = [...Object.entries(told), ...notes.map((note) => ['notes', note] as const)] as [
    string,
    Fact<never>,
  ][];
  const used = new Set(facts.flatMap(([, { from = [] }]) => from));
  return [
    !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && 'its id is no word',
    ![name, ...alsoCalled].every(isText) && 'a name is no name',
    facts.length === 0 && 'it says nothing',
    ...facts.map((fact) => factFault(fact, Object.keys(sources))),
    ...Object.entries(sources).flatMap(([key, source]) => [
      sourceFault(key, source, today),
      !used.has(key) && `nothing comes from the source ${key}`,
    ]),
  ].filter((fault) => fault !== false);
}

function factFault([key, fact]: [string, Fact<never>], sources: readonly string[]): string | false {
  const check = key === 'notes' ? (NOTE as Check) : Object.hasOwn(CHECKS, key) && CHECKS[key as Told];
  if (!check) return `${key} is no fact of a portal`;
  if (typeof fact !== 'object' || !onlyKeys(fact, 'is', 'from')) return `${key} is not in the form of a fact`;
  if (!Array.isArray(fact.from) || fact.from.length === 0) return `${key} has no source`;
  const unknown = fact.from.find((name) => !sources.includes(name));
  if (unknown) return `${key} names the source ${unknown}, which is not listed`;
  return !check(fact.is) && `${key} has a value it may not have`;
}

function sourceFault(key: string, source: unknown, today: string): string | false {
  const { url = '', checkedOn = '', ...more } = (source ?? {}) as Record<string, string>;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:' || !new URL(url).hostname.includes('.'))
    return `the source ${key} is no public https page`;
  if (Object.keys(more).length > 0) return `the source ${key} says more than a page and a day`;
  const day = Date.parse(`${checkedOn}T00:00:00Z`);
  const isDay =
    !Number.isNaN(day) && new Date(day).toISOString().startsWith(checkedOn) && checkedOn.length === 10;
  return (!isDay || checkedOn > today) && `the source ${key} has no day on which it was read`;
}

/** Ends of names under which anybody may have one. */
const ANYBODYS =
  /^(?:(?:com|co|org|net|gov|edu|ac|nhs)\.[a-z]{2}|github\.(?:com|io)|zendesk\.com|freshdesk\.com|knowledgeowl\.com|pages\.dev|web\.app|herokuapp\.com|azurewebsites\.net)$/;

/** Labels and blanks, at the end a name that is somebody's own. */
function isHost(pattern: string): boolean {
  const labels = pattern.split('.');
  const own = labels.slice(labels.findLastIndex(isBlank) + 1);
  const isLabel = (label: string) => isBlank(label) || /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label);
  return (
    labels.every(isLabel) && own.length >= 2 && /^[a-z]/.test(own.at(-1)!) && !ANYBODYS.test(own.join('.'))
  );
}

function claimedTwice(catalogue: readonly Portal[]): string[] {
  const claims = catalogue.flatMap(({ id, hosts, domains }) => [
    ...(hosts?.is ?? []).map((host) => ({ id, host, below: false })),
    ...(domains?.is ?? []).map((host) => ({ id, host, below: true })),
  ]);
  return claims.flatMap((a, place) =>
    claims
      .slice(place + 1)
      .filter((b) => (a.id === b.id ? a.host === b.host : meet(a, b)))
      .map((b) => `${a.id} and ${b.id} both claim ${a.host}`),
  );
}

interface Claim {
  readonly host: string;
  readonly below: boolean;
}

/** Some host is both. Blanks are tried as what they might hold. */
function meet(a: Claim, b: Claim): boolean {
  const one = (pattern: string) => pattern.replaceAll('{shard}', 'au1').replace(/\{[a-z]+\}/g, 'some');
  const holds = ({ host, below }: Claim, tried: string) =>
    below ? isUnder(host, tried) : fitsHost(host, tried);
  return holds(a, one(b.host)) || holds(b, one(a.host));
}

const namesOf = ({ name, alsoCalled = [] }: Portal) =>
  [name, ...alsoCalled].map((each) => each.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));

function doubled(what: string, catalogue: readonly Portal[], of: (portal: Portal) => string[]): string[] {
  const all = catalogue.flatMap(of);
  return all
    .filter((each, place) => all.indexOf(each) !== place)
    .map((each) => `${what} ${each} is there twice`);
}
