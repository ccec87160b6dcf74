import type { FailureFacts } from '../failure';
import type { CodesRead } from './find-codes';
import type { Rectangle } from './pixels';

/** What a page hands its Worker. */
export interface ReadingTask {
  readonly image: Blob;
  /** In the image's own pixels, best guess first. */
  readonly rectangles: readonly Rectangle[];
}

export type ReadingAnswer = { readonly read: CodesRead } | { readonly failure: FailureFacts };
