import { expect, it } from 'vitest'
import type { Value } from '../types'
import { changesOf, isChanged, lengthOf, readNumber, sameValue, withValue, type NumberFault } from './draft'

it.each<[Value | undefined, Value | undefined, boolean]>([
  ['甲', '甲', true],
  ['1', 1, false],
  [undefined, false, false],
  [{ from: '2026-01-01' }, { from: '2026-01-01', to: null }, true],
  [{ from: '2026-01-01' }, { from: '2026-01-01', to: '2026-02-01' }, false],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
])('compares %j and %j: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same)
})

it('sends what is new, other, or emptied, and nothing else', () => {
  const before = { a: '甲', b: 2, c: ['x'] }
  expect(changesOf(before, { a: '甲', b: 3, d: true })).toEqual({ set: { b: 3, d: true }, clear: ['c'] })
  expect(isChanged(before, { ...before })).toBe(false)
  expect(isChanged(before, withValue(before, 'c', undefined))).toBe(true)
})

it.each<[string, number | undefined, NumberFault | undefined]>([
  ['', undefined, undefined],
  [' 1,234.50 ', 1234.5, undefined],
  ['１２．５', 12.5, undefined],
  ['1,2', undefined, 'not-a-number'],
  ['12亩', undefined, 'not-a-number'],
  ['1e3', undefined, 'not-a-number'],
  ['1.234', undefined, 'too-many-decimals'],
  ['1.2300', 1.23, undefined],
  ['-1', undefined, 'too-small'],
  ['0', 0, undefined],
  ['2000', 2000, undefined],
  ['2000.01', undefined, 'too-large'],
  ['0.00', 0, undefined],
])('reads “%s” as %s (%s)', (text, value, fault) => {
  expect(readNumber(text, { decimals: 2, min: 0, max: 2000 })).toEqual({ ...(value === undefined ? {} : { value }), ...(fault ? { fault } : {}) })
})

it('refuses a number that the browser would round', () => {
  expect(readNumber('1234567890123456', { decimals: 0 })).toEqual({ fault: 'too-long' })
  expect(readNumber('123456789012345', { decimals: 0 })).toEqual({ value: 123456789012345 })
})

it('counts characters, not halves of them', () => {
  expect(lengthOf('𠮷野')).toBe(2)
})
