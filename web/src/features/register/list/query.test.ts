import { describe, expect, it } from 'vitest'
import { addressOf, EVERYTHING, isNarrowed, parametersOf, queryOf, readFilter, sameQuery, searchOf, sortedBy, UNNARROWED, written, type ListQuery } from './query'

const FULL: ListQuery = {
  q: '尾矿 甲',
  filters: [
    { field: 'grade', op: 'in', value: '2,3' },
    { field: 'name', op: 'contains', value: '甲:乙' },
    { field: 'built', op: 'from', value: '2020-01-01' },
    { field: 'owner', op: 'empty', value: '' },
  ],
  sort: '-capacity',
  states: ['listed', 'treating'],
  columns: ['name', 'state'],
  batch: '0190-b',
  removed: true,
}

describe('a query in the address', () => {
  it('comes back as it went', () => {
    const address = addressOf(FULL)
    const travelled = new URLSearchParams(searchOf(address).slice(1))
    const query = Object.fromEntries([...new Set(travelled.keys())].map((name) => [name, travelled.getAll(name)]))
    expect(queryOf(query)).toEqual(FULL)
  })

  it('is empty where nothing is asked', () => {
    expect(addressOf(EVERYTHING)).toEqual({})
    expect(queryOf({})).toEqual(EVERYTHING)
  })

  it('leaves alone what belongs to others', () => {
    expect(addressOf({ ...EVERYTHING, q: '甲' }, { record: 'r1', q: '乙', filter: 'a:is:b' })).toEqual({ record: 'r1', q: '甲' })
  })

  it('drops filters that are none', () => {
    expect(queryOf({ filter: ['grade:is:3', 'nonsense', 'a:like:b', 'A:is:b', ''] }).filters).toEqual([
      { field: 'grade', op: 'is', value: '3' },
    ])
  })
})

it.each(['name:contains:a:b', 'owner:empty:', 'note:is:两\n行'])('reads back the filter %j', (text) => {
  const filter = readFilter(text)
  expect(filter && written(filter)).toBe(text)
})

it('asks the interface for nothing that is not said', () => {
  expect(searchOf(parametersOf(EVERYTHING))).toBe('')
  expect(searchOf(parametersOf({ ...EVERYTHING, states: ['a', 'b'] }))).toBe('?state=a%2Cb')
})

it('knows the same question whatever the order of filters and states', () => {
  const turned = { ...FULL, filters: [...FULL.filters].reverse(), states: [...FULL.states].reverse() }
  expect(sameQuery(FULL, turned)).toBe(true)
  expect(sameQuery(FULL, { ...FULL, columns: ['state', 'name'] })).toBe(false)
  expect(sameQuery(FULL, { ...FULL, filters: FULL.filters.slice(1) })).toBe(false)
})

it('does not call an order or a choice of columns narrowing', () => {
  expect(isNarrowed({ ...EVERYTHING, sort: 'name', columns: ['name'], q: ' ' })).toBe(false)
  expect(isNarrowed({ ...EVERYTHING, states: ['listed'] })).toBe(true)
  expect(isNarrowed({ ...EVERYTHING, batch: '0190-b' })).toBe(true)
  expect(isNarrowed({ ...FULL, ...UNNARROWED })).toBe(false)
})

it('sorts up, down, and not at all', () => {
  expect(['', 'name', '-name', 'other'].map((sort) => sortedBy(sort, 'name'))).toEqual(['name', '-name', '', 'name'])
})
