import type { Desk } from './desk.ts';
import type { Finding, Journal } from './journal.ts';
import { chooseOperation, type Mix, type Operation } from './operations.ts';
import type { Random } from './random.ts';

/** Asks for one write and journals what is answered. True where an answer came. */
export async function write(
  desk: Desk,
  journal: Journal,
  operation: Operation,
  findings: Finding[],
): Promise<boolean> {
  journal.ask(operation);
  const answer = await desk.send(operation.name, operation.input);
  if ('value' in answer) journal.acknowledge(operation, answer.value);
  else if ('failure' in answer) {
    journal.refuse(operation);
    findings.push({ what: 'refused', detail: `${operation.kind}: ${answer.failure.code}` });
  } else if (answer.silence.includes('no answer in'))
    findings.push({ what: 'hung', detail: `${operation.kind}: ${answer.silence}` });
  return !('silence' in answer);
}

/**
 * The same on a disk that may refuse. A write that is refused so, clearly, may still be there wholly, or not at all;
 * any other answer is a finding.
 */
export async function tryWrite(
  desk: Desk,
  journal: Journal,
  operation: Operation,
  findings: Finding[],
): Promise<'saved' | 'refused' | 'silent'> {
  journal.ask(operation);
  const answer = await desk.send(operation.name, operation.input);
  if ('value' in answer) {
    journal.acknowledge(operation, answer.value);
    return 'saved';
  }
  if ('silence' in answer) return 'silent';
  if (answer.failure.code !== 'not-saved')
    findings.push({ what: 'refused', detail: `${operation.kind}, not clearly: ${answer.failure.code}` });
  return 'refused';
}

/** Writes without a pause until nobody answers any more. */
export async function writeOn(
  desk: Desk,
  journal: Journal,
  random: Random,
  findings: Finding[],
  mix?: Mix,
): Promise<void> {
  while (await write(desk, journal, chooseOperation(journal, random, mix), findings));
}
