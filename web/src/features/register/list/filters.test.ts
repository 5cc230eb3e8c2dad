import { describe, expect, it } from 'vitest'
import type { FieldType } from '../types'
import { askedOf, boxesOf, byField, exchanged, filtersOf, NO_BOXES, type Asked, type Boxes } from './filters'
import { readFilter, written } from './query'

const filters = (...texts: string[]) => texts.flatMap((text) => readFilter(text) ?? [])

describe('boxes of a filter', () => {
  it.each<[Asked, Partial<Boxes>, string[]]>([
    ['words', { words: ' 甲 ' }, ['f:contains:甲']],
    ['words', { words: '甲', whole: true }, ['f:is:甲']],
    ['words', { words: ' ' }, []],
    ['number', { from: '1', to: '2.5' }, ['f:from:1', 'f:to:2.5']],
    ['number', { to: '0' }, ['f:to:0']],
    ['day', { from: '2026-01-01' }, ['f:from:2026-01-01']],
    ['flag', { chosen: ['false'] }, ['f:is:false']],
    ['choice', { chosen: ['1'] }, ['f:is:1']],
    ['choice', { chosen: ['1', '2'] }, ['f:in:1,2']],
    ['choice', {}, []],
    ['choice', { chosen: ['1'], presence: 'empty' }, ['f:empty:']],
    ['presence', { presence: 'filled' }, ['f:filled:']],
    ['presence', { words: '甲' }, []],
  ])('of %s with %j ask for %j', (asked, part, expected) => {
    expect(filtersOf('f', asked, { ...NO_BOXES, ...part }).map(written)).toEqual(expected)
  })

  it.each<[Asked, string[]]>([
    ['words', ['f:contains:甲:乙']],
    ['words', ['f:is:甲']],
    ['number', ['f:from:1', 'f:to:2']],
    ['day', ['f:to:2026-01-01']],
    ['flag', ['f:is:true']],
    ['choice', ['f:in:1,2']],
    ['choice', ['f:is:1']],
    ['presence', ['f:empty:']],
  ])('of %s are filled from %j and ask for the same again', (asked, texts) => {
    expect(filtersOf('f', asked, boxesOf(filters(...texts))).map(written)).toEqual(texts)
  })
})

it('exchanges the filters of one field where they stand', () => {
  const before = filters('a:is:1', 'b:from:1', 'c:is:1', 'b:to:2')
  expect(exchanged(before, 'b', filters('b:empty:')).map(written)).toEqual(['a:is:1', 'b:empty:', 'c:is:1'])
  expect(exchanged(before, 'b', []).map(written)).toEqual(['a:is:1', 'c:is:1'])
  expect(exchanged(before, 'd', filters('d:is:1')).map(written)).toEqual(['a:is:1', 'b:from:1', 'c:is:1', 'b:to:2', 'd:is:1'])
})

it('takes the filters of a field together', () => {
  expect(byField(filters('a:from:1', 'b:is:1', 'a:to:2')).map(([field, own]) => [field, own.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
})

it('filters a code without a list by its words', () => {
  expect(askedOf({ type: 'code', codes: [] })).toBe('words')
  expect(askedOf({ type: 'code', codes: [{ code: '1', label: '一' }] })).toBe('choice')
  expect((['date', 'region', 'link', 'quantity'] as FieldType[]).map((type) => askedOf({ type }))).toEqual(['day', 'choice', 'presence', 'number'])
})
