import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Messages } from './shared/i18n'

const SOURCE = join(import.meta.dirname, '.')
const bundles = import.meta.glob<{ messages: Messages<string> }>('./**/messages.ts', { eager: true })

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

describe.each(Object.entries(bundles))('%s', (_path, { messages }) => {
  it('has every key in both languages', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages.zh).sort())
  })

  it('says something under every key, with the same values in it', () => {
    for (const [key, text] of Object.entries(messages.zh)) {
      expect(text, key).not.toBe('')
      expect(messages.en[key], key).not.toBe('')
      expect(places(messages.en[key] ?? ''), key).toEqual(places(text))
    }
  })
})

it('finds the messages of every feature', () => {
  expect(Object.keys(bundles).length).toBeGreaterThan(5)
})

/** Comments may quote the field's own terms; everything people read is in a messages file. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, '')
}

it('keeps Chinese words in messages files only', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  const mixed = files
    .filter((file) => /\.(vue|ts|css)$/.test(file) && !/messages\.ts$|\.test\.ts$|fixtures/.test(file))
    .filter((file) => /\p{Script=Han}/u.test(withoutComments(readFileSync(join(SOURCE, file), 'utf8'))))
  expect(mixed).toEqual([])
})
