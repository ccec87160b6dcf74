/**
 * One box of a page as plain facts. The page side collects them, the verdict is made from them alone, and a
 * test can write them down. What a person typed is not among them.
 */
export interface FieldFacts {
  /** The `type` of an input, lower case; `text` where it has none. */
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly autocomplete: string;
  readonly inputmode: string;
  readonly pattern: string;
  readonly maxlength: number | null;
  readonly placeholder: string;
  readonly title: string;
  readonly label: string;
  readonly ariaLabel: string;
  /** What a reader meets round the box and cannot press: headings, sentences, descriptions. */
  readonly near: readonly string[];
  /** The words of buttons and links round the box. */
  readonly actions: readonly string[];
  /** Boxes that belong to one form, dialog or section share a number. */
  readonly group: number;
  /** A person can see it and type into it: neither hidden nor transparent, read-only, disabled or inert. */
  readonly fillable: boolean;
  /** A person sees it, though it may be disabled. */
  readonly shown: boolean;
  /** Where it lies, in CSS pixels of the viewport; null where nobody measured. */
  readonly box: Box | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const TYPED = new Set(['text', 'tel', 'number', 'password']);

/** A box that could take a code by its kind and state, whatever its words say. */
export function takesText(field: FieldFacts): boolean {
  return field.fillable && TYPED.has(field.type);
}
