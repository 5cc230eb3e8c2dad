import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from '@playwright/test'

const MAY_SKIP = join(resolve(import.meta.dirname, '../..'), 'testing/may-skip.txt')

/**
 * Leaves the tests of a group out, in a line that says so, unless the condition holds. With CI=true they fail
 * instead, unless testing/may-skip.txt names the need; the Java tests do the same in `Needs`.
 */
export function need(id: string, met: boolean, what: string): void {
  if (met) return
  const line = `left out: needs ${what}`
  if (process.env.CI === 'true' && !mayBeMissing(id)) throw new Error(`${line} (CI=true, and testing/may-skip.txt does not list ${id})`)
  test.skip(true, line)
}

function mayBeMissing(id: string): boolean {
  return readFileSync(MAY_SKIP, 'utf8')
    .split('\n')
    .some((line) => line.startsWith(`${id}:`))
}
