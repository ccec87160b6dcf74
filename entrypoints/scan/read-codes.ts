import { readPixels } from '../../utils/platform/active-tab';
import { findCodes } from '../../utils/qr/find-codes';
import type { Rectangle } from '../../utils/qr/pixels';

export interface CodesRead {
  readonly texts: readonly string[];
  readonly cutOff: boolean;
  readonly tooSmall: boolean;
}

/** @throws Failure `image-unreadable`, `image-too-large` */
export async function readCodes(image: Blob, rectangles: readonly Rectangle[] = []): Promise<CodesRead> {
  return { texts: await findCodes(await readPixels(image), rectangles), cutOff: false, tooSmall: false };
}
