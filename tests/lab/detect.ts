import { findPrompt } from '../../utils/autofill/prompt';
import { factsOf, readForms } from '../autofill/table';

/** `detect FILE.json`: an array of forms in, an array of verdicts out, in order. What a row expects is not looked at. */
export function run([file]: readonly string[]): void {
  if (!file) throw new Error('detect FILE.json: the file is missing');
  const verdicts = readForms(file).map((form) => {
    const { kind, score, why, ...verdict } = findPrompt(factsOf(form));
    return {
      id: form.id ?? null,
      verdict: kind,
      ...('other' in verdict && { other: verdict.other }),
      fields: 'boxes' in verdict ? verdict.boxes : [],
      score,
      why,
    };
  });
  process.stdout.write(`${JSON.stringify(verdicts, null, 1)}\n`);
}
