/** What a box says of the form its text should have, as the attributes of an input have it. */
export interface BoxForm {
  readonly type: string;
  readonly inputmode: string;
  readonly pattern: string;
  readonly placeholder: string;
  /** -1 for none, as the DOM says it. */
  readonly maxLength: number;
}

/**
 * A code as its boxes want it, box by box: whole, a digit each, or in equal parts; in a lone box with the blank or dash
 * between groups where its pattern asks for it, or its placeholder shows it and it has the room. Null where it does not fit.
 */
export function shapeCode(boxes: readonly BoxForm[], code: string): string[] | null {
  const [first] = boxes;
  if (!first || code.length % boxes.length !== 0) return null;
  const size = code.length / boxes.length;
  const parts =
    boxes.length === 1
      ? [grouped(first, code)]
      : boxes.map((_, place) => code.slice(place * size, (place + 1) * size));
  const tooShort = parts.some(({ length }, place) => {
    const { maxLength } = boxes[place]!;
    return maxLength >= 0 && maxLength < length;
  });
  return tooShort ? null : parts;
}

/** Digits alone are what nearly every page wants; what it shows may only be how it draws them. */
function grouped({ type, inputmode, pattern, placeholder, maxLength }: BoxForm, code: string): string {
  const half = code.length / 2;
  const inGroups = [' ', '-'].map((between) => code.slice(0, half) + between + code.slice(half));
  const wanted = patternOf(pattern);
  if (wanted) return [code, ...inGroups].find((text) => wanted.test(text)) ?? code;
  const [, before, between, after] = /^(\S{3,4})([ -])(\S{3,4})$/.exec(placeholder.trim()) ?? [];
  if (before?.length !== half || after?.length !== half) return code;
  const digitsOnly = type === 'number' || inputmode === 'numeric';
  const room = maxLength < 0 ? !digitsOnly : maxLength === code.length + 1;
  return room ? inGroups[between === ' ' ? 0 : 1]! : code;
}

function patternOf(pattern: string): RegExp | null {
  try {
    return pattern === '' ? null : new RegExp(`^(?:${pattern})$`, 'v');
  } catch {
    return null;
  }
}
