import path from 'node:path';
import { ROOT, run } from '../../../scripts/lib/command.mjs';

/** Builds the sources as they are now; answers the folder. */
export async function build(variant: string, browser: 'chrome' | 'firefox'): Promise<string> {
  const args = ['build', '-b', browser, '-c', 'tests/torture/build.config.ts'];
  const { status, output } = await run('wxt', args, { env: { LANYARD_VARIANT: variant } });
  if (status !== 0) throw new Error(`The build of ${variant} failed:\n${output.slice(-2000)}`);
  return path.join(ROOT, '.output', 'torture', variant.replaceAll(' ', '-'), `${browser}-mv3`);
}
