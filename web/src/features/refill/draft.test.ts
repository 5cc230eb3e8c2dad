import { expect, it } from 'vitest'
import type { Choices } from './api'
import { draftOf, dutiesWith, mappedOf, missingIn } from './draft'
import { mapped } from './fixtures'

const choices: Choices = {
  duties: [
    { id: 'd1', organisation: 'o1', organisationName: '县林业局', chapter: '一', sentence: '调查林地土壤。' },
    { id: 'd2', organisation: null, organisationName: '县水利局', chapter: '一', sentence: '清淤。' },
  ],
  plans: [{ id: 'p1', name: '方案' }],
}
const spot = { row: 4, column: 1 }

it('keeps what a cell is through the panel', () => {
  for (const one of [
    mapped(4, 1, { kind: 'DUTY', duty: 'd1', field: 'STATE', hint: undefined as never }),
    mapped(4, 1, { kind: 'FIGURE', count: 'LINES', of: 'LATE', organisation: 'o1', organisationName: '县林业局', decimals: 1 }),
    mapped(4, 1, { kind: 'FACT', fact: 'PLAN_TITLE', plan: 'p1', planTitle: '方案' }),
    mapped(4, 1, { kind: 'COLUMN', over: 'ORGANISATIONS', count: 'LINES', of: 'MISSING', lastRow: 8 }),
    mapped(4, 1, { kind: 'TYPED', hint: '领导批示' }),
  ]) {
    const { hint, ...rest } = one
    expect(mappedOf(draftOf(one), '表', spot, one, choices)).toEqual(one.kind === 'TYPED' ? { ...rest, hint } : rest)
  }
})

it('gives a cell another identity with another kind, so that periods are not compared across them', () => {
  const before = mapped(4, 1)
  expect(mappedOf({ ...draftOf(before), kind: 'FACT' }, '表', spot, before, choices)).not.toHaveProperty('id')
})

it('says what is not chosen yet', () => {
  const blank = draftOf(undefined)
  expect(missingIn({ ...blank, kind: 'DUTY' }, spot)).toBe('duty')
  expect(missingIn({ ...blank, kind: 'FACT', fact: 'PLAN_TITLE' }, spot)).toBe('plan')
  expect(['4', '5', '', 'x'].map((lastRow) => missingIn({ ...blank, kind: 'COLUMN', lastRow }, spot))).toEqual(['lastRow', undefined, undefined, 'lastRow'])
})

it('starts a column with the filter of the one before', () => {
  expect(draftOf(undefined, mapped(4, 0, { kind: 'COLUMN', over: 'ORGANISATIONS', chapter: '一' }))).toMatchObject({ kind: '', over: 'ORGANISATIONS', chapter: '一' })
})

it('finds duties by all words of organisation and sentence', () => {
  expect(dutiesWith(choices, '林业 土壤').map(({ id }) => id)).toEqual(['d1'])
  expect(dutiesWith(choices, '').length).toBe(2)
})
