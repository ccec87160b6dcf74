import { leaveFigures } from '../figures';
import { expect, test, VAULT_PASSWORD } from './fixtures';

/** Printed, not judged: the machine is shared. */
test('a backup of 1,000 accounts', async ({ lanyard }) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const keyUris = Array.from({ length: 1_000 }, (_, i) => {
    const secret = [...crypto.getRandomValues(new Uint8Array(32))].map(
      (b) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[b & 31],
    );
    return `otpauth://totp/Portal%20${i}:sam@harbourphysio.example?secret=${secret.join('')}`;
  });
  await lanyard.ask('accounts/add-all', { keyUris });
  const scrypt = { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', logN: 18, key: `${'A'.repeat(43)}=` };
  const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const began = performance.now();
    const result = await work();
    return [Math.round(performance.now() - began), result];
  };
  const [password] = await timed(() =>
    lanyard.ask('transfer/back-up', { password: 'not the password', to: { scrypt } }).catch(() => {}),
  );
  const [seal, { file, accounts }] = await timed(() =>
    lanyard.ask('transfer/back-up', { password: VAULT_PASSWORD, to: { scrypt } }),
  );
  expect(accounts).toBe(1_000);
  const [open, view] = await timed(() => lanyard.ask('transfer/preview', { file, key: { scrypt } }));
  expect(view.unchanged).toBe(1_000);
  const derive = Math.round(await lanyard.arrange(scryptInWorker));
  leaveFigures('backup', {
    'Backup of 1,000 accounts': `sealed and opened again in ${seal} ms, ${password} ms of it the password; ${Math.round((file.length * 0.75) / 1024)} KiB`,
    'Look into it': `${open} ms`,
    'The passphrase (scrypt, 2^18)': `${derive} ms, in the page's Worker`,
  });
});

/** Milliseconds from starting the Worker to its answer. */
async function scryptInWorker(): Promise<number> {
  const { trustedTypes, chrome } = globalThis as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): URL } };
    chrome: { runtime: { getURL(path: string): string } };
  };
  const policy = trustedTypes.createPolicy('figures', { createScriptURL: (url: string) => url });
  const began = performance.now();
  const worker = new Worker(policy.createScriptURL(chrome.runtime.getURL('passphrase-worker.js')));
  const { data } = await new Promise<MessageEvent>((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage({
      passphrase: 'seven teal buses at dawn',
      header: { salt: new Uint8Array(16), logN: 18 },
    });
  });
  worker.terminate();
  if (data.key?.length !== 32) throw new Error('no key');
  return performance.now() - began;
}
