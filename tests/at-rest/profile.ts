/** Kept for this one extension, as `docs/at-rest.md` lists it. */
export function isOfExtensionAlone(file: string, id: string): boolean {
  const settings = ['Local', 'Sync', 'Managed'].map((area) => `${area} Extension Settings/${id}/`);
  return [...settings, `IndexedDB/chrome-extension_${id}_0.`].some((folder) => file.startsWith(folder));
}

/** Shared with other extensions or with sites; searched whole. */
const SHARED = [
  'Extension State',
  'Extension Rules',
  'Extension Scripts',
  'DNR Extension Rules',
  'Service Worker',
  'Code Cache',
  'File System',
  'Storage',
  'Local Storage',
  'Session Storage',
  'WebStorage',
  'blob_storage',
];

/** Where in a Chromium profile an extension's storage, scripts, menus and rules are. */
export function isExtensionStorage(file: string, id: string): boolean {
  return isOfExtensionAlone(file, id) || SHARED.some((folder) => file.startsWith(`${folder}/`));
}

/** Where the browser keeps lists of its own that name the extension: what is installed, which pages are open or were seen. */
export function isBrowserRecord(file: string): boolean {
  const installed = /^(Secure )?Preferences$/;
  const open = /^Sessions(_Encrypted)?\//;
  const seen =
    /^(History|Favicons|Top Sites|Shortcuts|Visited Links|Network Action Predictor)(-journal|-wal|-shm)?$/;
  return [installed, open, seen].some((records) => records.test(file));
}
