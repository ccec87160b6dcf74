/**
 * The popup is opened forty times a day, and every file it loads is a way to the browser's own process and back. So what it
 * needs at once is two files: its own, and one of all that it shares with the other pages.
 */

const POPUP = /[\\/]entrypoints[\\/]popup[\\/](?:index\.html|main\.tsx)$/;

/** @typedef {{ getModuleInfo(id: string): { importers: readonly string[] } | null }} Graph */

/** Whether the popup loads this module without being asked. @param {string} id @param {Graph} graph */
function isOfPopup(id, graph) {
  const seen = new Set([id]);
  for (const each of seen) {
    if (POPUP.test(each)) return true;
    for (const importer of graph.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return false;
}

/** For Rolldown's `output.codeSplitting`. */
export const POPUP_CHUNKS = {
  groups: [
    {
      name: (/** @type {string} */ id, /** @type {Graph} */ graph) =>
        isOfPopup(id, graph) ? 'shared' : null,
      debugName: 'shared',
      minShareCount: 2,
    },
  ],
};
