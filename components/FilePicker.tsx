import { useId } from 'preact/hooks';
import './file-picker.css';

interface Properties {
  /** What to do here, or the file chosen last. */
  readonly title: string;
  readonly note: string;
  /** Kinds of files the dialog shows; any where it is left out. */
  readonly accept?: string;
  readonly several?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The browser's own file box, unseen over a larger place: clicked, reached by key, or dropped on. */
export function FilePicker({ title, note, accept, several, onChoose }: Properties) {
  const id = useId();
  return (
    <div class="file">
      <input
        id={id}
        class="file-input"
        type="file"
        title=""
        accept={accept ?? ''}
        multiple={several ?? false}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onChoose(files);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <label class="file-label" for={id}>
        <span class="file-name">{title}</span>
        <span class="muted small">{note}</span>
      </label>
    </div>
  );
}
