import { describe, expect, it } from 'vitest'
import type { VersionChange } from '@/api/types'
import { countsOf, numbered, placesOf, side, step } from './changes'

function change(kind: VersionChange['kind'], before: string[][], after: string[][]): VersionChange {
  const place = (path: string[]) => ({ path, start: 0 })
  return { kind, subject: 'TASK', before: before.map(place), after: after.map(place), sentences: [], fields: [] }
}

const first = change('CHANGED', [['一']], [['一']])
const third = change('CHANGED', [['三']], [['四']])
const CHANGES = [first, change('ADDED', [], [['二']]), third]

describe('a list of changes', () => {
  it('counts the kinds that occur', () => {
    expect(countsOf(CHANGES)).toEqual([
      { kind: 'CHANGED', count: 2 },
      { kind: 'ADDED', count: 1 },
    ])
  })

  it('keeps the numbers of the whole list when it is filtered', () => {
    expect(numbered(CHANGES, 'CHANGED').map(({ number }) => number)).toEqual([1, 3])
    expect(numbered(CHANGES, undefined)).toHaveLength(3)
  })

  it('tells a place once where it did not change', () => {
    expect(placesOf(first)).toEqual({ before: ['一'], after: ['一'], same: true })
    expect(placesOf(third).same).toBe(false)
  })

  it('goes to the next and the previous one and stays at the ends', () => {
    expect(step([1, 3], undefined, true)).toBe(1)
    expect(step([1, 3], 1, true)).toBe(3)
    expect(step([1, 3], 3, true)).toBe(3)
    expect(step([1, 3], 3, false)).toBe(1)
    expect(step([], undefined, true)).toBeUndefined()
  })
})

describe('a sentence', () => {
  it('has its words on either side, those marked that the other lacks', () => {
    const sentence = {
      kind: 'CHANGED' as const,
      stretches: [
        { same: true, before: '每', after: '每' },
        { same: false, before: '季度', after: '月' },
        { same: false, before: '', after: '底' },
      ],
    }
    expect(side(sentence, 'before')).toEqual([
      { words: '每', marked: false },
      { words: '季度', marked: true },
    ])
    expect(side(sentence, 'after').map(({ words }) => words)).toEqual(['每', '月', '底'])
  })
})
