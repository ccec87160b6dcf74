import type { Gray } from './gray';
import type { Place } from './places';
import { blurred, bordered, closed, resized, sharpened, stretched, trimmed } from './remedies';

/**
 * A place as it is, then pictures made of it, likeliest first, in which a reader may read what it could not before:
 *
 * - low contrast, no quiet zone on a card of another shade: stretched, with a border; cut down to what is light
 * - characters for modules, with gaps between lines and inside `##`: blurred until they run together
 * - modules under two pixels, soft edges: made larger, then sharpened
 * - noise, dots for modules: blurred, or made smaller
 */
export function* ladder({ gray, tight }: Place): Generator<Gray | null> {
  yield gray;
  const longest = Math.max(gray.width, gray.height);
  const clear = stretched(gray);
  const sized = (side: number) =>
    resized(clear, Math.round((gray.width * side) / longest), Math.round((gray.height * side) / longest));
  const magnified = () => resized(clear, gray.width * 3, gray.height * 3);
  const melted = (share: number) => stretched(blurred(clear, Math.max(1, Math.round(longest / share))));
  yield bordered(clear, Math.max(8, longest >> 4));
  yield tight && trimmed(tight);
  yield melted(110);
  yield sized(300);
  if (longest < 400) yield sharpened(magnified(), 3, 4);
  yield melted(80);
  yield resized(clear, 160, 160);
  yield sharpened(clear, 1, 2);
  yield sized(600);
  if (longest < 500) yield sharpened(magnified(), 2, 6);
  yield resized(clear, 240, 240);
  yield melted(150);
  yield closed(clear, true);
  yield closed(clear, false);
  yield sized(900);
}
