import path from 'node:path';
import { runnerImport } from 'vite';
import type { Row } from '../main.ts';
import { byKind, OTHER_CODE } from './kinds.ts';
import type { Form } from './table.ts';
import type { PlainAnswer } from './verdict.ts';

/** Asks the core about rows of the table, plain data in and out. */
export async function loadVerdict(): Promise<(form: Form) => PlainAnswer> {
  const file = path.join(import.meta.dirname, 'verdict.ts');
  const { module } = await runnerImport<typeof import('./verdict.ts')>(file, {
    configFile: false,
    logLevel: 'error',
  });
  return module.answerPlainly;
}

/** How the verdicts fare, kind by kind. */
export function tableOfVerdicts(forms: readonly Form[], answer: (form: Form) => PlainAnswer): Row[] {
  return byKind(forms, (form) => form).map(([kind, those]) => {
    const answers = those.map(answer);
    const count = (holds: (answer: PlainAnswer) => boolean) => answers.filter(holds).length;
    const wanted = OTHER_CODE[kind];
    return {
      kind,
      forms: those.length,
      'right boxes': count(({ right, verdict }) => right && verdict === 'totp'),
      ask: count(({ verdict }) => verdict === 'ask'),
      'wrongly filled': count(({ right, verdict }) => !right && verdict === 'totp'),
      'told as another code': count(({ verdict }) => verdict === 'other'),
      'told which': wanted ? count(({ other }) => other === wanted) : '',
    };
  });
}
