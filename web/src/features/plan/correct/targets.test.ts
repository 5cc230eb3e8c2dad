import { expect, it } from 'vitest'
import type { TargetContent } from '@/api/types'
import { numberOf, stateOf, withState } from './targets'

const target: TargetContent = { indicator: '率', comparator: '>=', unit: '%', start: 0, end: 1, implied: false, aspirational: false }

it('tells a value that is set elsewhere from one that nobody knows', () => {
  expect(stateOf({ ...target, value: 0 })).toBe('known')
  expect(stateOf({ ...target, reference: '另行下达' })).toBe('elsewhere')
  expect(stateOf(target)).toBe('unknown')
  expect(stateOf({ ...target, value: 90, reference: '另行下达' })).toBe('known')
})

it('keeps the words that set a value elsewhere when the value is filled in, and drops them when nobody knows it', () => {
  const elsewhere = { ...target, reference: '另行下达' }
  expect(withState(elsewhere, 'known').reference).toBe('另行下达')
  expect(withState({ ...elsewhere, value: 9 }, 'elsewhere')).toEqual(elsewhere)
  expect(withState({ ...elsewhere, value: 9 }, 'unknown')).toEqual(target)
})

it.each([
  ['39.3', 39.3],
  ['２０', 20],
  ['1,200', 1200],
  ['-5', -5],
  ['', undefined],
  ['20万', undefined],
  ['about 3', undefined],
])('reads %j as %s', (words, value) => {
  expect(numberOf(words)).toBe(value)
})
