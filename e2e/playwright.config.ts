import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync)

/**
 * Chromium of the system; see run.sh. What it does in the background is switched off, it has no internet. Each worker
 * starts the product for itself, see tests/product.ts.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  // Two counties, each with its own server: the tests of one run one after the other.
  workers: 2,
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
    // What was done up to a failure, and how the page looked then. A snapshot and a picture at every step of every test
    // are a third of the work of a test; where they are needed: npx playwright test SPEC --trace retain-on-failure
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? CHROMIUM,
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
    { name: 'product', testIgnore: 'first-start.spec.ts' },
  ],
})
