import { expect, it } from 'vitest'
import { offsetOf, versionOf, withNextVersion } from './text'

const TEXT = 'register: pond\nversion: 3 # 第三版\nname: 池塘\n'

it.each([
  [1, 1, 0],
  [2, 1, 15],
  [2, 4, 18],
  [2, 999, 31],
  [3, 1, 32],
  [99, 1, TEXT.length],
])('finds line %i column %i at %i', (line, column, offset) => {
  expect(offsetOf(TEXT, line, column)).toBe(offset)
})

it('counts the version up, and leaves the rest of its line', () => {
  expect(versionOf(TEXT)).toBe(3)
  expect(withNextVersion(TEXT, 7)).toBe('register: pond\nversion: 8 # 第三版\nname: 池塘\n')
  expect(versionOf('fields:\n  - {version: 2}\n')).toBeUndefined()
  expect(withNextVersion('name: 甲\n', 1)).toBe('name: 甲\n')
})
