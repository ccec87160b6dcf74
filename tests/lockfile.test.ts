import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  hasInstallScript?: boolean;
  integrity?: string;
  link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const locked: Record<string, Locked> = read('package-lock.json').packages;
const manifest: Record<string, Record<string, string>> = read('package.json');

const withScripts = (packages: Record<string, Locked>) =>
  Object.entries(packages).flatMap(([name, { hasInstallScript }]) =>
    name !== '' && hasInstallScript ? [name] : [],
  );

describe('what is installed', () => {
  it('runs nothing while it is installed', () => {
    expect(withScripts(locked)).toEqual([]);
    expect(withScripts({ ...locked, 'node_modules/planted': { hasInstallScript: true } })).toHaveLength(1);
  });

  it('is pinned to the digit, and locked with its hash', () => {
    const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];
    const loose = kinds.flatMap((kind) =>
      Object.entries(manifest[kind]!).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    );
    expect(loose).toEqual([]);
    const unlocked = Object.entries(locked).filter(
      ([name, { integrity, link }]) => name !== '' && !integrity && !link,
    );
    expect(unlocked.map(([name]) => name)).toEqual([]);
  });
});
