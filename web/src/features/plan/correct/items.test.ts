import { describe, expect, it } from 'vitest'
import type { Plan } from '@/api/types'
import { correctables } from './content'
import { entryAt, itemsOf, nextDoubt } from './items'

const NONE = { path: [], lead: ['甲局'], responsible: [], participants: [], implementers: [], open: false, events: [], deadlines: [], targets: [], actions: [], version: 0 }
const target = { indicator: '率', comparator: '>=', unit: '%', implied: false, aspirational: false }
const plan = {
  findings: [
    { id: 0, place: '1', problem: '看不懂', remedy: '请核对', start: 12, end: 14 },
    { id: 1, place: '2', problem: '已看过', remedy: '', start: 40, end: 41, settled: { by: '甲', at: '2027-01-01T00:00:00Z' } },
  ],
  tasks: [
    { ...NONE, id: 't1', start: 10, end: 30, clauseStart: 30, clauseEnd: 40, deadlines: [{ notation: '2027-12-31', start: 20, end: 22, assumed: true }] },
    {
      ...NONE,
      id: 't2',
      start: 41,
      end: 60,
      lead: [],
      deadlines: [{ notation: '2027-XX-XX', start: 44, end: 46, assumed: false }],
      targets: [
        { ...target, start: 50, end: 52, value: 100, implied: true },
        { ...target, start: 53, end: 54, reference: '另行下达' },
        { ...target, start: 55, end: 56 },
      ],
    },
  ],
  goals: [{ ...NONE, id: 'g1', start: 2, end: 8 }],
  obligations: [{ ...NONE, id: 'o1', start: 70, end: 80 }],
} as unknown as Plan
const items = itemsOf(plan)

describe('itemsOf', () => {
  it('lists doubts with their reasons first, then what is to be filled in, then all entries', () => {
    expect(items.map(({ kind, reason, entry, start }) => [kind, reason?.kind, entry?.id, start])).toEqual([
      ['doubt', 'finding', 't1', 12],
      ['doubt', 'assumed', 't1', 20],
      ['doubt', 'nobody', 't2', 41],
      ['doubt', 'implied', 't2', 50],
      ['gap', 'unknown-date', 't2', 44],
      ['gap', 'set-elsewhere', 't2', 53],
      ['gap', 'unknown-value', 't2', 55],
      ['task', undefined, 't1', 10],
      ['task', undefined, 't2', 41],
      ['goal', undefined, 'g1', 2],
      ['obligation', undefined, 'o1', 70],
    ])
  })

  it('has a key of its own for every line', () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  })
})

describe('entryAt', () => {
  it('finds the shortest entry around a place, by its body or its clause', () => {
    const entries = correctables(plan)
    expect(entryAt(entries, { start: 35, end: 36 })?.id).toBe('t1')
    expect(entryAt(entries, { start: 75, end: 76 })?.id).toBe('o1')
    expect(entryAt(entries, { start: 65, end: 66 })).toBeUndefined()
  })
})

describe('nextDoubt', () => {
  it('goes round among the doubts', () => {
    expect(nextDoubt(items, undefined)?.start).toBe(12)
    expect(nextDoubt(items, items[3]?.key)?.start).toBe(12)
    expect(nextDoubt(items, 't2')?.start).toBe(12)
    expect(nextDoubt(items.filter(({ kind }) => kind !== 'doubt'), undefined)).toBeUndefined()
  })
})
