import type { Verdict } from '../../utils/autofill/prompt';
import type { Form } from './table';

/** How one verdict fares against what a table expects. */
export interface Judged {
  readonly kind: string;
  /** Exactly the boxes that a person sees and that want the code; for the rest: none was filled. */
  readonly right: boolean;
  readonly asked: boolean;
  /** Told to be a code of another kind; and of which kind it is. */
  readonly told: boolean;
  readonly toldRightly: boolean;
  /** Filled where no code of ours is wanted, or beside the box that wants it. */
  readonly leaked: boolean;
  /** One line about it, where it is not as it should be. */
  readonly miss: string | null;
}

const OTHER: Readonly<Record<string, string>> = {
  sms_code: 'sms',
  email_code: 'email',
  recovery_code: 'recovery',
};

export function judge(form: Form, verdict: Verdict): Judged {
  const kind = form.kind ?? '';
  const filled = verdict.kind === 'totp' ? verdict.boxes : [];
  const isShown = (index: number) => form.fields?.[index]?.hidden !== true;
  const wanted = (form.expected?.fields ?? []).filter(isShown);
  const right = String(filled) === String(wanted);
  const told = verdict.kind === 'other';
  const toldRightly = told && verdict.other === OTHER[kind];
  const leaked = filled.some((box) => !wanted.includes(box));
  const answer = told ? verdict.other : verdict.kind;
  const bad = !right || leaked || (kind in OTHER && !toldRightly);
  const miss = bad ? `${kind} ${form.id}: ${answer} [${filled}] ${verdict.why.join(', ')}` : null;
  return { kind, right, asked: verdict.kind === 'ask', told, toldRightly, leaked, miss };
}

type Row = Record<'forms' | 'right' | 'asked' | 'told' | 'toldRightly' | 'leaked', number>;

/** Counts by kind. */
export function tallyOf(judged: readonly Judged[]): Record<string, Row> {
  const tally: Record<string, Row> = {};
  for (const { kind, ...one } of judged) {
    tally[kind] ??= { forms: 0, right: 0, asked: 0, told: 0, toldRightly: 0, leaked: 0 };
    const row = tally[kind];
    row.forms++;
    for (const figure of ['right', 'asked', 'told', 'toldRightly', 'leaked'] as const)
      row[figure] += Number(one[figure]);
  }
  return tally;
}
