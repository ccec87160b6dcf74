import type { Session } from '../../scripts/lib/session.mjs';

/** A thing in the context, by the browser's handle of it. */
export interface Remote {
  readonly objectId: string;
}

const GROUP = 'at-rest';

/** @throws Error where the browser does not hand it out */
export async function objectOf(session: Session, heapObjectId: string): Promise<Remote> {
  const request = { objectId: heapObjectId, objectGroup: GROUP };
  const { result } = await session.send('HeapProfiler.getObjectByHeapObjectId', request);
  return { objectId: result.objectId };
}

export async function everyObject(session: Session, prototype: string): Promise<Remote> {
  const request = { expression: prototype, objectGroup: GROUP };
  const { result } = await session.send('Runtime.evaluate', request);
  const query = { prototypeObjectId: result.objectId, objectGroup: GROUP };
  return { objectId: (await session.send('Runtime.queryObjects', query)).objects.objectId };
}

/** Runs a function of ours in the context: its answer by value, or as a handle. */
export async function call(
  session: Session,
  work: (...given: never[]) => unknown,
  given: readonly (Remote | { value: unknown })[],
  returnByValue = true,
): Promise<unknown> {
  const world = await session.send('Runtime.evaluate', { expression: 'globalThis', objectGroup: GROUP });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: world.result.objectId,
    functionDeclaration: work.toString(),
    arguments: given.map((argument) => ('objectId' in argument ? { objectId: argument.objectId } : argument)),
    returnByValue,
    objectGroup: GROUP,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  if (returnByValue) return result.value;
  return { objectId: result.objectId };
}

/** Handles hold what they name. */
export async function letGo(session: Session): Promise<void> {
  await session.send('Runtime.releaseObjectGroup', { objectGroup: GROUP });
}
