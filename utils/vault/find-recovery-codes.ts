import { readRecoveryCodes } from './read-recovery-codes';
import type { RecoveryCode } from './recovery-codes';

/** A list, table, box or other part of a page, line by line, and the words that stand before it. */
export interface PageBlock {
  readonly text: string;
  readonly near: string;
}

const SAYS_CODES =
  /recover|back-?\s?up|emergency|scratch|rescue|single.?use|one.?time|secours|r[ée]cup[ée]r|sauvegarde|wiederherstell|notfall|sicherung|ersatz|einmal|respaldo|emergencia|herstel|reserve|riserva|emergenza|återställ|gjenopprett|gendannelse|zapasow|resgate|reserva/iu;
/** A key is given out in the singular, and is not used up. */
const SAYS_KEY = /key|secret|schl[uü]ssel|cl[ée]f?(?!\p{L})|clave|chiave|sleutel|chave/iu;

/**
 * The recovery codes a page shows: the largest list of those whose own words say what they are; where none has any, the
 * largest of a page that speaks of such codes at all. A list of the same size in fewer words is the better one.
 * @param title what the page as a whole says of itself
 */
export function findRecoveryCodes(blocks: readonly PageBlock[], title: string, now: number): RecoveryCode[] {
  const lists = blocks
    .map(({ text, near }) => ({ near, text: bare(text), codes: readRecoveryCodes(text, now) }))
    .filter(({ codes }) => codes.length > 0);
  const named = lists.filter(({ near }) => SAYS_CODES.test(near));
  const others = lists.filter((list) => !named.includes(list));
  const said = named.filter(
    (list) => !named.some((inner) => missesSome(list, inner)) && !others.some((inner) => holds(list, inner)),
  );
  const believed = said.length > 0 || !SAYS_CODES.test(title) ? said : lists;
  const [best] = believed.toSorted(
    (a, b) => b.codes.length - a.codes.length || a.text.length - b.text.length,
  );
  if (!best) return [];
  return best.codes.length > 1 || isSingle(best) ? best.codes : [];
}

interface List {
  readonly text: string;
  readonly codes: readonly RecoveryCode[];
}

/** What is round a list may hold a longer one of something else, and is no better for it. */
function missesSome(list: List, inner: List): boolean {
  const read = new Set(list.codes.map(({ code }) => code));
  return holds(list, inner) && !inner.codes.every(({ code }) => read.has(code));
}

function holds(list: List, inner: List): boolean {
  return inner.codes.length > 1 && inner.text !== list.text && list.text.includes(inner.text);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Some portals give one code only; what stands alone has to be called so. */
function isSingle({ near, codes }: { near: string; codes: readonly RecoveryCode[] }): boolean {
  return SAYS_CODES.test(near) && !SAYS_KEY.test(near) && codes[0]!.code.length >= 8;
}

/** As `readRecoveryCodes` reads it again, one a line. */
export function listRecoveryCodes(codes: readonly RecoveryCode[]): string {
  return codes.map(({ code, usedAt }) => (usedAt === null ? code : `${code} (used)`)).join('\n');
}
