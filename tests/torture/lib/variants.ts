import path from 'node:path';
import type { Plugin } from 'vite';
import { withFailpoints } from './failpoint-source.ts';
import { WEAKNESSES } from './weaknesses.ts';

/** A change of one place in one file of the sources, which must be there just once. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const ROOT = path.join(import.meta.dirname, '../../..');
const fileOf = (id: string) => path.relative(ROOT, id).replaceAll(path.sep, '/');

/** Where an `await` of the worker's may be the last thing that happens. */
const WRITES = /^(entrypoints\/background|utils\/(vault|platform|transfer))\//;

const failpoints: Plugin = {
  name: 'failpoints',
  enforce: 'pre',
  transform: (code, id) => (WRITES.test(fileOf(id)) ? withFailpoints(code, fileOf(id)) : null),
};

/** The control: what a vault would be that was written with less care. */
export const CONTROLS: Readonly<Record<string, readonly Patch[]>> = {
  ...WEAKNESSES,
  'two-transactions': [
    {
      file: 'utils/platform/vault-store.ts',
      from: '        ...commit.records.map((record) => () => records!.put(record)),\n',
      to: '',
    },
    {
      file: 'utils/platform/vault-store.ts',
      from: '    await done;\n',
      to: `    await done;
    const second = database.transaction('records', 'readwrite', { durability: 'strict' });
    for (const record of commit.records) void second.store.put(record);
    await second.done;
`,
    },
  ],
  'no-lock': [
    {
      file: 'entrypoints/background/session.ts',
      from: 'return navigator.locks.request(',
      to: 'return ((_name: string, alone: () => Promise<T>) => alone())(',
    },
    {
      file: 'utils/platform/vault-store.ts',
      from: "if (!follows(last)) throw new Failure('not-saved');",
      to: '',
    },
    // What was read back may be anybody's: or else each writer would see that the other was there.
    {
      file: 'utils/vault/save.ts',
      from: "if (!equalBytes(back.manifest.mac, manifest.mac)) throw new Failure('not-saved');",
      to: '',
    },
  ],
  /** Says "Saved" whatever the disk said. */
  deaf: [
    {
      file: 'utils/vault/save.ts',
      from: `    await keepSnapshots(snapshots, next, change.header ? 'both' : 'next', changed);
  } catch {
    throw new Failure('not-saved');
  }
`,
      to: `    await keepSnapshots(snapshots, next, change.header ? 'both' : 'next', changed);
  } catch {}
`,
    },
  ],
  'no-marks': [
    {
      file: 'utils/platform/vault-registry.ts',
      from: 'vaultIds: marks.map(({ url }) => url.slice(MARK.length))',
      to: 'vaultIds: marks.slice(marks.length).map(({ url }) => url)',
    },
  ],
  'single-store': [
    {
      file: 'utils/vault/save.ts',
      from: '  const slot = snapshotSlot(vault.manifest.generation);\n',
      to: '  return;\n',
    },
  ],
};

/** `plain`, `failpoints`, a control, or a control with failpoints: `two-transactions failpoints`. */
export function variantPlugins(variant: string): Plugin[] {
  return variant.split(' ').flatMap((word) => {
    if (word === 'plain') return [];
    if (word === 'failpoints') return [failpoints];
    const patches = CONTROLS[word];
    if (!patches) throw new Error(`no such variant: ${word}`);
    return [patchPlugin(patches)];
  });
}

function patchPlugin(patches: readonly Patch[]): Plugin {
  const left = new Set(patches);
  return {
    name: 'patches',
    enforce: 'pre',
    transform(code, id) {
      let patched = code;
      for (const patch of patches.filter(({ file }) => file === fileOf(id))) {
        if (patched.split(patch.from).length !== 2) this.error(`not once in ${patch.file}: ${patch.from}`);
        patched = patched.replace(patch.from, () => patch.to);
        left.delete(patch);
      }
      return patched === code ? null : patched;
    },
  };
}
