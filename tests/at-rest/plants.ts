import type { Lanyard } from '../e2e/lanyard';
import type { Needle } from './needles';

const fromHex = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

/** Things of the same kinds as the vault holds, to be put down in clear as a careless product would. Keys are in base64. */
const PLANT = {
  cached: 'planted by Größenwahn in a cache',
  issuer: 'Planted Körperhaus “clinic”',
  host: 'portal.planted-record.example',
  password: 'eleven planted Flöten at noon',
  secret: 'Q4TZMXW7K2VJB3DLPHY6GRNCSAEIOUF5',
  keyInJson: fromHex('a1d2077c93e64bb05f118ac2d97e33406b25f8ce9014ab7dd35c62e981f70b44'),
  keyInBytes: fromHex('3be09d5182c74fa66e21d40b97fa58c3107d9be4532fc8a60e95b17fd2486ac1'),
  keyNotExtractable: fromHex('e85f3a10c6b927d4718e0ca95db3462ff1029784bed56a3b8810fc4e6927d35a'),
};

export function plantNeedles(): Needle[] {
  return Object.entries(PLANT).map(([what, thing]) => ({
    what: `planted ${what}`,
    variants: [what.startsWith('key') ? Buffer.from(thing, 'base64') : thing],
  }));
}

/** Plants in both stores and in Cache Storage, by the calls the product itself makes, from a page of ours. */
export function plantInClear(lanyard: Lanyard): Promise<void> {
  return lanyard.arrange(async (plant) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(v: object): Promise<void> } } };
    };
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { issuer, host, password, secret } = plant;
    const filling = 'one account like the other '.repeat(20);
    await chrome.storage.local.set({
      'planted/local': { filling, issuer, host, password, secret, key: { ...bytes(plant.keyInJson) } },
    });

    await (await caches.open('planted')).put('https://planted.invalid/', new Response(plant.cached));

    const usages: KeyUsage[] = ['encrypt'];
    const key = await crypto.subtle.importKey(
      'raw',
      bytes(plant.keyNotExtractable),
      'AES-GCM',
      false,
      usages,
    );
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('planted', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
        const records = transaction.objectStore('records');
        records.put({ filling, issuer, secret, bytes: bytes(plant.keyInBytes), key }, 'small');
        // Chromium packs a value as large as this before the database sees it.
        records.put({ filling: filling.repeat(200), password, issuer }, 'large');
        records.put({ filling }, host);
        transaction.oncomplete = () => resolve(opening.result.close());
        transaction.onerror = () => reject(transaction.error);
      };
    });
  }, PLANT);
}

/**
 * Writes more than the databases keep in their logs, so that they move what they hold into tables, and takes it away.
 * Random, as it would otherwise be packed to almost nothing.
 */
export function rollLogsIntoTables(lanyard: Lanyard): Promise<void> {
  return lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { local: { set(v: object): Promise<void>; remove(keys: string[]): Promise<void> } };
      };
    };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `filling/${name}`);
    const megabyte = () => {
      const bytes = Array.from({ length: 16 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
      return new Blob(bytes).arrayBuffer();
    };
    const opening = indexedDB.open('filling', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const name of names) {
      const bytes = new Uint8Array(await megabyte());
      const text = Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
      await chrome.storage.local.set({ [name]: text });
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        // Under the size from which a value becomes a file of its own.
        for (let at = 0; at < bytes.length; at += 30_000)
          transaction.objectStore('records').put(bytes.slice(at, at + 30_000), `${name}/${at}`);
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    }
    await chrome.storage.local.remove(names);
    database.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('filling').onsuccess = resolve;
    });
  });
}
