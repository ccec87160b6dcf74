import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';

interface Properties {
  /** What was done; null for nothing yet. */
  readonly words: string | null;
  readonly action: string;
  readonly busy?: boolean;
  readonly onUndo: () => void;
}

/** Something was done, and beside it what takes it back. */
export function UndoNotice({ words, action, busy, onUndo }: Properties) {
  return (
    <Notice tone="good">
      {words !== null && (
        <span class="undo-notice">
          <bdi>{words}</bdi>
          <Button disabled={busy ?? false} onPress={onUndo}>
            {action}
          </Button>
        </span>
      )}
    </Notice>
  );
}
