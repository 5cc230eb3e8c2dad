import { defineConfig } from '@playwright/test'

/** Chromium of the system; see run.sh. What it does in the background is switched off, it has no internet. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  globalSetup: './tests/server.ts',
  // One server with one county in it: tests run one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The report says at the end of the build what was left out, beside that of the Java tests: testing/report-skipped.mjs.
  reporter: [['list'], ['junit', { outputFile: 'target/surefire-reports/TEST-browser.xml' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'first-start', testMatch: 'first-start.spec.ts' },
    { name: 'product', testIgnore: 'first-start.spec.ts', dependencies: ['first-start'] },
  ],
})
