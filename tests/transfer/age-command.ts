import { execFileSync, spawnSync } from 'node:child_process';

const has = (command: string) => spawnSync(command, ['--version']).status === 0;

/** The reference implementation is there, and something that can play a terminal to it. */
export const HAS_AGE = has('age') && has('age-keygen') && has('python3');

const PLAY = `
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0: os.execvp(sys.argv[2], sys.argv[2:])
answers = sys.argv[1].split('\\n')
seen = b''
while True:
    try: part = os.read(terminal, 1024)
    except OSError: break
    if not part: break
    seen += part
    while answers and b'assphrase' in seen and seen.rstrip().endswith(b':'):
        time.sleep(0.05); os.write(terminal, answers.pop(0).encode() + b'\\n'); seen = b''
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;

/** `age` reads a passphrase from a terminal only; this types it there. Throws where the command fails. */
export function ageWithPassphrase(parameters: readonly string[], answers: readonly string[]): void {
  execFileSync('python3', ['-c', PLAY, answers.join('\n'), 'age', ...parameters], { timeout: 60_000 });
}
