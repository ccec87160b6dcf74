import { Mark } from '../../components/Mark';
import { say } from '../../components/words';

/**
 * The right end of a toolbar, drawn: the puzzle piece, under it the list with our line, and where the icon comes to
 * stand. What is to be pressed has a number; once it is done there is nothing to press.
 */
export function PinPicture({ pinned }: { pinned: boolean }) {
  return (
    <div class="pin-picture" aria-hidden="true">
      <div class="pin-bar">
        <span class={pinned ? 'pin-place pin-taken' : 'pin-place'}>{pinned && <Mark size={16} />}</span>
        <span class={pinned ? 'pin-press' : 'pin-press pin-here'}>
          <Shape path={PUZZLE_PIECE} />
          {!pinned && <span class="pin-number">1</span>}
        </span>
      </div>
      <div class="pin-list">
        <Mark size={16} />
        <span class="pin-name">{say('extension_name')}</span>
        <span class={pinned ? 'pin-press' : 'pin-press pin-here'}>
          <Shape path={PIN} />
          {!pinned && <span class="pin-number">2</span>}
        </span>
      </div>
    </div>
  );
}

function Shape({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const PUZZLE_PIECE =
  'M3 5.3h2.7v-.9a1.6 1.6 0 1 1 3.2 0v.9h2.5a.7.7 0 0 1 .7.7v2.4h-.9a1.6 1.6 0 1 0 0 3.2h.9v1.7a.7.7 0 0 1-.7.7H3a.7.7 0 0 1-.7-.7V6a.7.7 0 0 1 .7-.7Z';
const PIN = 'M5.5 2h5M6.3 2v4.2L4.5 8.5v.9h7v-.9L9.7 6.2V2M8 9.4V14';
