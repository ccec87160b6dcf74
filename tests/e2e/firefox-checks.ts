/** A check throws when it fails; what it throws is what a person is told. */
export function requireThat(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** Prints a line a check, and at the end `N passed, N failed`. */
export function createChecks() {
  let passed = 0;
  let failed = 0;
  return {
    /** Answers whether it went well, for those that make no sense without it. */
    async check(name: string, take: () => void | Promise<void>): Promise<boolean> {
      const began = Date.now();
      const why = await Promise.resolve()
        .then(take)
        .then(
          () => null,
          (thrown) => (thrown instanceof Error ? thrown.message : String(thrown)),
        );
      if (why === null) passed++;
      else failed++;
      console.log(`${why === null ? 'ok' : 'FAILED'} ${name} (${Date.now() - began})`);
      if (why !== null) console.log(`       ${why}`);
      return why === null;
    },
    conclude(): void {
      console.log(`${passed} passed, ${failed} failed`);
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}

/** Polls until the answer is truthy. `milliseconds`: at most. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  what: string,
  milliseconds = 10_000,
): Promise<NonNullable<T>> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    requireThat(Date.now() < until, `not within ${milliseconds / 1000} s: ${what}`);
    await sleep(50);
  }
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
