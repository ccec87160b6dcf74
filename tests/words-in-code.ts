import { parseAst } from 'vite';
import type { SourceTree } from './source-tree';

/** Words that a person would read and that stand in the code, where no translation reaches them: one line each, `file: words`. */
export function wordsInCode(tree: SourceTree): string[] {
  return [...tree].flatMap(([file, source]) => wordsOf(file, source).map((words) => `${file}: ${words}`));
}

/**
 * What looks like words and is none: keys of the keyboard, selectors, an error of ours that nobody is shown, how a
 * recipient begins, what the browser alone is told.
 */
const NO_WORDS = new Set([
  'Enter',
  'Escape',
  'Home',
  'End',
  'input,:empty,:not(div,span,li,p,a,td,th,tr,option,label,i,b,em,strong,svg,svg *,section,h2,h3,ul,button,img)',
  ':scope > legend',
  'input:not([type=checkbox]), textarea',
  'not our worker',
  'Takes a copied code off the clipboard.',
  'age1…',
]);

/** A list of elements, such as `button, a[href], .view`. */
function isSelector(text: string): boolean {
  const parts = text.split(', ');
  return parts.length > 2 && parts.every((part) => /^[a-z0-9]*(?:[.:[][^\s.:[]+)*$/.test(part));
}

/** Attributes that are read or spoken; in these a single small word counts, too. */
const SPOKEN =
  /^(?:title|alt|placeholder|label|note|action|summary|aria-(?:label|description|placeholder|roledescription|valuetext))$/;

function wordsOf(file: string, source: string): string[] {
  if (file.endsWith('.html')) return textOf(source).filter((text) => text !== 'Lanyard');
  if (file.endsWith('.css'))
    return [...source.matchAll(/content:\s*(["'])(.*?)\1/g)].map(([, , text]) => text!).filter(hasLetter);
  const found: string[] = [];
  const ast = parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  look(ast as unknown as Node, 'code', (text, place) => {
    const counts = place === 'spoken' ? hasLetter(text) : place === 'code' && looksSpoken(text);
    if (counts && !NO_WORDS.has(text) && !isSelector(text)) found.push(text);
  });
  return found;
}

const textOf = (html: string) =>
  html
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter(hasLetter);

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Two words, or one that begins a sentence; a style sheet is neither. */
function looksSpoken(text: string): boolean {
  return /\p{L}{2}\S*\s+\S*\p{L}{2}/u.test(text)
    ? !text.includes('{')
    : /^\p{Lu}\p{Ll}+[.…:?!]?$/u.test(text);
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** `spoken`: on the screen or in a screen reader as it stands; `name`: a class or the like, which nobody sees. */
type Place = 'code' | 'spoken' | 'name';

function look(node: Node, place: Place, hear: (text: string, place: Place) => void): void {
  const text = wordsIn(node);
  if (text !== null) hear(text, node.type === 'JSXText' ? 'spoken' : place);
  for (const [child, within] of childrenOf(node, place)) look(child, within, hear);
}

function wordsIn(node: Node): string | null {
  if (node.type === 'JSXText') return (node.value as string).trim();
  if (node.type === 'TemplateElement') return (node.value as { cooked: string }).cooked.trim();
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function childrenOf(node: Node, place: Place): [Node, Place][] {
  const parts = Object.entries(node).flatMap(([name, part]) =>
    [part]
      .flat()
      .filter(isNode)
      .map((child) => [name, child] as const),
  );
  return parts
    .filter(([, { type }]) => !type.startsWith('Import') && !/^TS.*(?:Type|Interface)/.test(type))
    .map(([name, child]) => [child, placeOf(node, name, place)]);
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part;
}

function placeOf(node: Node, part: string, place: Place): Place {
  if (node.type === 'JSXAttribute') return attributePlace(node);
  if ((node.type === 'JSXElement' || node.type === 'JSXFragment') && part === 'children') return 'spoken';
  // What is chosen or joined is read as it is; what is asked of, or handed to a function, is code again.
  if (place === 'spoken' && part !== 'test' && PASSES_ON.has(node.type)) return place;
  return place === 'name' ? 'name' : 'code';
}

const PASSES_ON = new Set([
  'JSXExpressionContainer',
  'ConditionalExpression',
  'LogicalExpression',
  'TemplateLiteral',
]);

function attributePlace({ name }: Node): Place {
  const { name: plain, namespace } = name as { name: unknown; namespace?: unknown };
  if (namespace !== undefined || typeof plain !== 'string') return 'name';
  return SPOKEN.test(plain) ? 'spoken' : plain === 'class' ? 'name' : 'code';
}
