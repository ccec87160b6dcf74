import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { FindingsPanel } from './FindingsPanel';
import { PhoneHelp } from './PhoneHelp';
import { readPicture, transferSources } from './read-sources';
import { type SavedAccounts, SavedReport } from './SavedReport';
import { SourcesPanel } from './SourcesPanel';
import { useFindings } from './use-findings';
import { useLive } from './use-live';

/** Where the code is, what was found, and what other apps can hand over. */
export function ScanView({ snapshot }: { snapshot: VaultSnapshot }) {
  const findings = useFindings();
  const live = useLive();
  const [saved, setSaved] = useState<SavedAccounts | null>(null);
  const { collected, take } = findings;
  const isEmpty = collected.singles.size === 0 && collected.batches.length === 0;

  useEffect(() => {
    if (!isEmpty) setSaved(null);
  }, [isEmpty]);

  const taking = useRef(take);
  taking.current = take;
  // Not after the next frame: who sees the page may let go of a picture over it.
  useLayoutEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault(); // else the browser opens the file in our place
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const from = event.dataTransfer;
      if (from)
        taking.current(transferSources({ files: from.files, getText: () => from.getData('text/plain') }));
    };
    const paste = (event: ClipboardEvent) => {
      const from = event.clipboardData;
      if (from)
        taking.current(transferSources({ files: from.files, getText: () => from.getData('text/plain') }));
    };
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  return (
    <>
      <SourcesPanel
        live={live}
        findings={findings}
        onFrame={(picture) => findings.takeFrame(() => readPicture(picture), live.kind === 'screen')}
      />
      {!isEmpty && (
        <FindingsPanel
          findings={findings}
          snapshot={snapshot}
          onSaved={(report) => {
            setSaved(report);
            live.stop();
            findings.forget();
          }}
        />
      )}
      {isEmpty && saved && <SavedReport saved={saved} />}
      {isEmpty && !saved && live.kind === null && <PhoneHelp onCamera={() => live.start('camera')} />}
    </>
  );
}
