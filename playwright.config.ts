import { defineConfig } from '@playwright/test';

/** What must never happen, not even once: tried once, and a failure stands. */
const SAFETY = [
  '**/hostile/*.spec.ts',
  ...[
    'at-rest',
    'heap',
    'hostile-pictures',
    'invariants',
    'look-alike',
    'other-codes',
    'quiet',
    'sends-to',
  ].map((name) => `**/${name}.spec.ts`),
];

const CONTROL = /the control/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/test/playwright',
  workers: 2,
  fullyParallel: true,
  // The longest takes 40 s where nothing else runs.
  timeout: 120_000,
  // A code with under three seconds left is waited for, and the machine may be busy.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'safety', testMatch: SAFETY, grepInvert: CONTROL },
    // A control shows that a leak would be seen; one that hung on a busy machine shows nothing, and is tried again.
    { name: 'controls', testMatch: SAFETY, grep: CONTROL, retries: process.env.CI ? 2 : 0 },
    // Hours of a real browser on a shared machine: one that passes only at a later try is named in the summary.
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: SAFETY, retries: process.env.CI ? 2 : 0 },
  ],
});
