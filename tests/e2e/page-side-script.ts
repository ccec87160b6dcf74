import { collectFields } from '../../entrypoints/content/collect-fields';
import { findPrompt } from '../../utils/autofill/prompt';

/** Runs in a page: the ids of the boxes that are its prompt. */
export function promptIds(): string[] {
  const { boxes, facts } = collectFields(document);
  const verdict = findPrompt(facts);
  return verdict.kind === 'totp' ? verdict.boxes.map((index) => boxes[index]!.id) : [];
}
