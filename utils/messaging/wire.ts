import { FAILURE_CODES, Failure, type FailureCode, type FailureFacts } from '../failure';

/** Every method of a protocol takes one JSON-safe argument or none. */
export type Name<Protocol> = keyof Protocol & string;
// biome-ignore lint/suspicious/noExplicitAny: any method will do; its own types come back out below.
type Method = (...args: any[]) => unknown;
export type Input<Protocol, N extends Name<Protocol>> = Protocol[N] extends Method
  ? Parameters<Protocol[N]>
  : never;
export type Output<Protocol, N extends Name<Protocol>> = Protocol[N] extends Method
  ? ReturnType<Protocol[N]>
  : never;

export interface Message {
  readonly name: string;
  readonly input: unknown;
}

export type Reply = { readonly value: unknown } | { readonly failure: FailureFacts };

export function isMessage(thing: unknown): thing is Message {
  return typeof thing === 'object' && thing !== null && typeof (thing as Message).name === 'string';
}

/** The value of a reply. @throws Failure what the other side said, or `unexpected` where it said nothing. */
export function readReply(reply: unknown): unknown {
  if (typeof reply !== 'object' || reply === null) throw new Failure('unexpected');
  if ('failure' in reply) {
    const { code, values } = reply.failure as FailureFacts;
    throw new Failure(isFailureCode(code) ? code : 'unexpected', ...values);
  }
  return (reply as { value: unknown }).value;
}

function isFailureCode(code: unknown): code is FailureCode {
  return FAILURE_CODES.includes(code as FailureCode);
}
