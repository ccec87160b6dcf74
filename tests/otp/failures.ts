import { Failure, type FailureFacts } from '../../utils/failure';

/** The facts of the failure that `act` throws, as `code: values`; anything else thrown stays thrown. */
export function refusal(act: () => unknown): string {
  let result: unknown;
  try {
    result = act();
  } catch (thrown) {
    if (thrown instanceof Failure) return worded(thrown);
    throw thrown;
  }
  return `accepted ${JSON.stringify(result)}`;
}

export function worded({ code, values }: FailureFacts): string {
  return values.length === 0 ? code : `${code}: ${values.join(', ')}`;
}
