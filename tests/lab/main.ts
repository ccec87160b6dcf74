import path from 'node:path';
import { runnerImport } from 'vite';

/**
 * The parts of Lanyard that read, by hand: `npm run -s lab -- detect FILE.json`, `npm run -s lab -- learn TABLE.json`,
 * `npm run -s lab -- read-qr PICTURE…`.
 * The very code of the extension; answers go to stdout, what is wrong to stderr with exit status 1.
 */
const COMMANDS: Record<string, string> = {
  detect: 'detect.ts',
  learn: 'learn.ts',
  'read-qr': 'read-qr.ts',
};

const [name = '', ...args] = process.argv.slice(2);
const file = COMMANDS[name];
if (!file) {
  console.error(`Which of these? ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(2);
}
try {
  const { module } = await runnerImport<{ run: (args: readonly string[]) => void | Promise<void> }>(
    path.join(import.meta.dirname, file),
    { configFile: false, logLevel: 'error' },
  );
  await module.run(args);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}
