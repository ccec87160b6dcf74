import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: '.output/test/playwright',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A code with under three seconds left is waited for, and the machine may be busy.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
});
