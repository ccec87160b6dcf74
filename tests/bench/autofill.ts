import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { kindOf } from './autofill/kinds.ts';
import { drivePages } from './autofill/pages.ts';
import { measureSpeed } from './autofill/speed.ts';
import { readTable } from './autofill/table.ts';
import { loadVerdict, tableOfVerdicts } from './autofill/verdicts.ts';
import type { Tables } from './main.ts';

/**
 * How well prompts are found and filled: by the verdict alone, in real pages, and how soon.
 * `--parts verdicts,pages,speed`; `--only ID,ID`, `--kinds 'TOTP login,look-alike'` and `--variants 'as is,in a frame'`
 * take a part of the table.
 * The exit status tells of a look-alike that was filled.
 */
export async function benchAutofill(args: readonly string[]): Promise<Tables> {
  const list = { type: 'string', default: '' } as const;
  const options = { parts: list, only: list, kinds: list, variants: list };
  const { values } = parseArgs({ args: [...args], options });
  const among = (chosen: string, name: string) => chosen === '' || chosen.split(',').includes(name);
  const forms = readTable()?.filter(
    (form) => among(values.only, form.id) && among(values.kinds, kindOf(form)),
  );
  const answer = forms && (await loadVerdict());
  if (!answer) console.log('Skipped: verdicts and pages (2 parts). The table of real forms is not at hand.');
  const bench: Readonly<Record<string, () => Tables | Promise<Tables>>> = {
    ...(answer && {
      verdicts: () => ({ verdicts: tableOfVerdicts(forms, answer) }),
      pages: () => pagesAndStatus(forms, answer, (variant) => among(values.variants, variant)),
    }),
    speed: async () => ({ speed: await measureSpeed() }),
  };

  let tables: Tables = {};
  for (const [part, run] of Object.entries(bench)) {
    if (!among(values.parts, part)) continue;
    const began = performance.now();
    tables = { ...tables, ...(await run()) };
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${part}: ${seconds} s, at a machine load of ${loadavg()[0]!.toFixed(1)}`);
  }
  console.log('50 pages of other hosts: playwright test tests/e2e/quiet.spec.ts prints it.');
  return tables;
}

async function pagesAndStatus(...what: Parameters<typeof drivePages>): Promise<Tables> {
  const { filledLookAlikes, ...tables } = await drivePages(...what);
  if (filledLookAlikes.length > 0) {
    console.error(`Look-alikes that were filled: ${filledLookAlikes.join(', ')}`);
    process.exitCode = 1;
  }
  return tables;
}
