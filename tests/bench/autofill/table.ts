import { existsSync, readFileSync } from 'node:fs';

const TABLE = new URL('../../../../shared/facts/otp-forms.json', import.meta.url);

/** A row of the table of real forms and look-alikes: what their source says, and what is to be filled. */
export interface Form {
  readonly id: string;
  readonly kind: string;
  readonly page_title: string | null;
  readonly headings: readonly string[];
  readonly text: readonly string[];
  readonly form_action: string | null;
  readonly fields: readonly Field[];
  readonly buttons: readonly Button[];
  readonly structure: string;
  readonly code_length: number | null;
  readonly qr: boolean;
  readonly language: string | null;
  /** Why the words of the page are missing, where they are. */
  readonly context?: string;
  readonly expected: {
    readonly fill_totp: boolean;
    /** Indexes into `fields`, in the order the code goes in; none where nothing is to be filled. */
    readonly fields: readonly number[];
    /** Boxes that take a code of some kind. */
    readonly candidate_fields: readonly number[];
  };
}

// A type and no interface, so that it is a record of anything too, as the reader of foreign tables takes it.
export type Field = {
  readonly tag: string;
  readonly type: string | null;
  readonly name: string | null;
  readonly id: string | null;
  readonly class: string | null;
  readonly autocomplete: string | null;
  readonly inputmode: string | null;
  readonly pattern: string | null;
  readonly maxlength: number | null;
  readonly minlength?: number | null;
  readonly placeholder: string | null;
  readonly title?: string | null;
  readonly label: string | null;
  readonly aria_label: string | null;
  readonly hidden: boolean;
  readonly readonly?: boolean;
  readonly disabled?: boolean;
};

interface Button {
  readonly text: string | null;
  readonly type: string | null;
  readonly name: string | null;
  readonly id: string | null;
}

/** Null where the table is not at hand. */
export function readTable(): Form[] | null {
  return existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, 'utf8')) : null;
}

/** A person sees it; what a style sheet hides is marked in the table too. */
export function isShown({ hidden, type }: Field): boolean {
  return !hidden && type?.toLowerCase() !== 'hidden';
}

/** The boxes that are to hold the code. A hidden one that gathers the digits is the page's own affair. */
export function wantedBoxes({ fields, expected }: Form): number[] {
  return expected.fields.filter((index) => isShown(fields[index]!));
}
