import { Failure } from '../failure';
import { type Input, isMessage, type Message, type Name, type Output, type Reply } from './wire';

/** What the browser itself says of who speaks; nothing here is taken from the message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  /** `active`, `prerender` or `cached`, where the browser tells. */
  readonly documentLifecycle?: string | undefined;
  readonly tab?: {
    readonly id?: number | undefined;
    readonly url?: string | undefined;
    readonly active?: boolean;
  };
}

/** A handler a method; one that is missing does not compile. */
export type Handlers<Protocol, Context> = {
  [N in Name<Protocol>]: (
    input: Input<Protocol, N>[0],
    context: Context,
  ) => Promise<Output<Protocol, N>> | Output<Protocol, N>;
};

/** Who is speaking: the context a handler may rely on, or null for a stranger. */
export type Audience<Context> = (sender: Sender) => Context | null;

/**
 * A pure dispatcher. Answers null for a name it does not know, so that several can stand in a row.
 * A sender outside the audience is told `refused`, whatever it asked. A fault of ours is reported here and not to
 * the sender, who learns only that there was one.
 */
export function createRouter<Protocol, Context>(
  handlers: Handlers<Protocol, Context>,
  audience: Audience<Context>,
  reportFault: (thrown: unknown) => void,
) {
  return async function dispatch(message: unknown, sender: Sender): Promise<Reply | null> {
    if (!isMessage(message) || !Object.hasOwn(handlers, message.name)) return null;
    try {
      const context = audience(sender);
      if (context === null) throw new Failure('refused');
      return { value: (await answer(message, context)) ?? null };
    } catch (thrown) {
      if (!(thrown instanceof Failure)) reportFault(thrown);
      return { failure: Failure.facts(thrown) };
    }
  };

  function answer({ name, input }: Message, context: Context): unknown {
    const handler = handlers[name as Name<Protocol>] as (input: unknown, context: Context) => unknown;
    return handler(input, context);
  }
}
