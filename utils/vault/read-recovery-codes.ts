import { bareCode, MOST_RECOVERY_CODES, type RecoveryCode } from './recovery-codes';

/** What stands before a code in a list: a bullet, a box to tick, a number, `Code 3:`. */
const MARKER = /^\s*(?:[-*•·◦▪‣☐☑✓✔✗✘]+|\[[ x]\]|(?:code )?[#(]?\d{1,2}[.):](?=\s)|#\d{1,2}(?=\s))\s*/i;
const TICKED = /^\s*(?:[☑✓✔✗✘]|\[x\])|~~|[✓✔✗✘☑]\s*$/iu;
/** `(used)`, `- used on 3 May`, `used: ...`; `not used` and `unused` say the contrary. */
const SAYS_USED = /(?<![\p{L}\p{N}])(?:already |not |never |un)?used(?![\p{L}\p{N}])/iu;
const NOT_USED = /\b(?:not |never |un)used\b/i;
const REMARK =
  /\([^)]*\)|^\s*(?:already )?used\s*:?\s+|[\s:,–—-]*(?<![\p{L}\p{N}-])(?:already |not |never |un)?used(?![\p{L}\p{N}]).*$|~~|[✓✔✗✘☑]/giu;
const COLUMNS = /\t|[,;|]| {2,}|\u00a0{2,}/;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Groups of one length, 4 to 8, divided by a dash; figures may be divided by a blank. */
const DASHED = /^[a-z0-9]{4,8}(?:[-–‑][a-z0-9]{4,8}){1,7}$/i;
const SPACED = /^\d{3,5}(?: \d{3,5}){1,3}$/;
const SOLID = /^[a-z0-9]{6,32}$/i;
/** Letters alone may be any word: believed only where several have the same shape. */
const WORD = /^[a-z]{8,32}$/i;
const ENOUGH_ALIKE = 3;

interface Found {
  readonly code: string;
  readonly shape: string;
  readonly used: boolean;
}

/**
 * The codes in a text as a person has it: copied off the portal's page, out of its file or a note, with numbers,
 * bullets, columns, words round them, and used ones marked. The codes of one portal have one shape, so what has another
 * is left out where that shape is seen.
 * @param now when those marked as used are said to have been
 */
export function readRecoveryCodes(text: string, now: number): RecoveryCode[] {
  const found = text.split(/\r\n|\r|\n/).flatMap(readLine);
  const shapes = Map.groupBy(found, ({ shape }) => shape);
  const [commonest = []] = [...shapes.values()].sort((a, b) => b.length - a.length);
  const believed =
    commonest.length >= ENOUGH_ALIKE ? commonest : found.filter(({ code }) => !WORD.test(code));
  const codes = new Map<string, RecoveryCode>();
  for (const { code, used } of believed)
    if (!codes.has(bareCode(code))) codes.set(bareCode(code), { code, usedAt: used ? now : null });
  return [...codes.values()].slice(0, MOST_RECOVERY_CODES);
}

function readLine(line: string): Found[] {
  const used = TICKED.test(line) || (SAYS_USED.test(line) && !NOT_USED.test(line));
  const rest = line.replace(MARKER, '').replace(REMARK, '').trim();
  const chunks = rest
    .split(COLUMNS)
    .map((chunk) => chunk.replace(MARKER, '').trim())
    .filter(Boolean);
  return chunks.flatMap((chunk) => {
    if (isCode(chunk)) return [{ code: chunk, shape: shapeOf(chunk), used }];
    const pieces = chunk.split(/\s+/);
    return pieces.length > 1 && pieces.every((piece) => isCode(piece) && !WORD.test(piece))
      ? pieces.map((code) => ({ code, shape: shapeOf(code), used }))
      : [];
  });
}

function isCode(text: string): boolean {
  if (UUID.test(text) || WORD.test(text)) return true;
  if (SOLID.test(text)) return /\d/.test(text);
  if (!DASHED.test(text) && !SPACED.test(text)) return false;
  return new Set(text.split(/[^a-z0-9]/i).map(({ length }) => length)).size === 1;
}

function shapeOf(code: string): string {
  return code
    .split(/[^a-z0-9]/i)
    .map(({ length }) => length)
    .join('-');
}
