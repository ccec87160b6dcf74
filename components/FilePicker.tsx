import { useId } from 'preact/hooks';
import { say } from './words';

interface Properties {
  /** The file chosen last. */
  readonly name: string | null;
  readonly onChoose: (file: File) => void;
}

/** The browser's own file box, unseen over a larger place: clicked, reached by key, or dropped on. */
export function FilePicker({ name, onChoose }: Properties) {
  const id = useId();
  return (
    <div class="file">
      <input
        id={id}
        class="file-input"
        type="file"
        title=""
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onChoose(file);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <label class="file-label" for={id}>
        <span class="file-name">{name ?? say('backup_choose')}</span>
        <span class="muted small">{name === null ? say('backup_drop') : say('backup_choose_another')}</span>
      </label>
    </div>
  );
}
