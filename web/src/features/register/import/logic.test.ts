import { describe, expect, it } from 'vitest'
import { howOf, isChanged, lackingOf, lettersOf, matched, matchingOf, passedOver } from './columns'
import { findingsAt, markedCells, markOf, moved, nextMarked, placeOf } from './grid'
import { choiceOf, rowKey, updatedCount } from './meeting'
import { isMatched, isWorking, setsOf, stageOf, takeable } from './steps'
import type { FileColumn, FileRow, RowCounts, RowFinding, Step, TargetColumn } from './types'

const column = (number: number, heading: string, to?: string): FileColumn => ({
  number,
  letters: lettersOf(number),
  heading,
  samples: [],
  column: to ?? null,
  how: to === undefined ? null : 'NAME',
})
const target = (id: string, required = false): TargetColumn => ({ id, heading: id, required })
const finding = (column: number | null, kind = 'not-a-number', doubt = false): RowFinding => ({ column, kind, doubt, problem: '', remedy: '' })
const row = (number: number, ...findings: RowFinding[]): FileRow => ({ sheet: 'Sheet1', number, cells: [], findings })

describe('the steps of an import', () => {
  it.each<[Step | undefined, string]>([
    [undefined, 'upload'],
    ['COLUMNS', 'columns'],
    ['CHECKING', 'check'],
    ['CHECKED', 'check'],
    ['RUNNING', 'import'],
    ['DONE', 'import'],
    ['INTERRUPTED', 'import'],
  ])('at %s stand at %s', (step, stage) => {
    expect(stageOf(step && { step })).toBe(stage)
  })

  it('asks again only while the server works', () => {
    const working = (['COLUMNS', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELLED'] as const).filter((step) => isWorking({ step }))
    expect(working).toEqual(['CHECKING', 'RUNNING'])
  })

  it('passes the columns by only where each is matched without doubt and nothing is lacking', () => {
    const columns = [column(1, '名称', 'name'), column(2, '库容', 'capacity')]
    expect(isMatched({ columns, lacking: [] })).toBe(true)
    expect(isMatched({ columns, lacking: [target('grade', true)] })).toBe(false)
    expect(isMatched({ columns: [...columns, column(3, '备注')], lacking: [] })).toBe(false)
    expect(isMatched({ columns: [{ ...column(1, '库容', 'capacity'), doubt: '单位不同' }], lacking: [] })).toBe(false)
    expect(isMatched({ columns: [], lacking: [] })).toBe(false)
  })

  it('counts what could be taken and lists the sets that have rows', () => {
    const counts: RowCounts = { read: 20, sound: 9, faulty: 3, meeting: 4, same: 2, leftOut: 2 }
    expect(takeable(counts, 4)).toBe(13)
    expect(takeable(counts, 0)).toBe(9)
    const kind = (doubt: boolean, count: number) => ({ kind: 'k', label: 'k', count, doubt })
    expect(setsOf({ counts, kinds: [kind(false, 3), kind(true, 5)] }).map(({ of, count }) => `${of} ${count}`)).toEqual([
      'FAULTY 3',
      'DOUBTFUL 5',
      'MEETING 4',
      'LEFT_OUT 2',
      'ALL 20',
    ])
    expect(setsOf({ counts: { ...counts, faulty: 0, meeting: 0, leftOut: 0 }, kinds: [kind(true, 1)] }).map(({ of }) => of)).toEqual(['DOUBTFUL', 'ALL'])
  })
})

describe('the matching of columns', () => {
  const columns = [column(1, '企业', 'name'), column(2, '库容', 'capacity'), column(3, '备注')]

  it('gives one place of the register to one column', () => {
    const now = matched(matchingOf(columns), 3, 'name')
    expect([...now].sort()).toEqual([
      [2, 'capacity'],
      [3, 'name'],
    ])
    expect(passedOver(columns, now).map(({ number }) => number)).toEqual([1])
  })

  it('passes a column over, and says what is then lacking', () => {
    const now = matched(matchingOf(columns), 1, '')
    expect([...now.keys()]).toEqual([2])
    expect(lackingOf([target('name', true), target('capacity', true), target('grade')], now).map(({ id }) => id)).toEqual(['name'])
  })

  it('lacks nothing where a column says whose row each is', () => {
    expect(lackingOf([target('name', true), target('record.id')], matched(new Map(), 2, 'record.id'))).toEqual([])
  })

  it('passing one column over leaves the others that are passed over alone', () => {
    expect([...matched(matchingOf(columns), 3, '')]).toEqual([...matchingOf(columns)])
  })

  it('tells a choice of now from what was proposed', () => {
    const now = matched(matchingOf(columns), 3, 'grade')
    expect(columns.map((each) => howOf(each, now))).toEqual(['NAME', 'NAME', 'CHOSEN'])
    expect(isChanged({ columns }, now)).toBe(true)
    expect(isChanged({ columns }, matched(now, 3, ''))).toBe(false)
  })

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [703, 'AAA'],
  ])('writes column %i as %s', (number, letters) => {
    expect(lettersOf(number)).toBe(letters)
  })
})

describe('the grid of a checked sheet', () => {
  const numbers = [1, 3, 4]
  const rows = [row(5), row(6, finding(3), finding(3, 'doubtful', true)), row(7, finding(null, 'half-a-point')), row(9, finding(1), finding(4, 'not-a-day'))]

  it('knows the findings of a cell and of a whole row', () => {
    expect(findingsAt(rows[1] as FileRow, 1, numbers)).toHaveLength(2)
    expect(findingsAt(rows[1] as FileRow, 0, numbers)).toEqual([])
    expect(findingsAt(rows[2] as FileRow, -1, numbers).map(({ kind }) => kind)).toEqual(['half-a-point'])
  })

  it('marks a cell with a fault and a doubt as faulty', () => {
    expect(markOf([finding(1, 'a', true)])).toBe('doubt')
    expect(markOf([finding(1, 'a', true), finding(1, 'b')])).toBe('fault')
    expect(markOf([])).toBeUndefined()
  })

  it('lists marked cells in reading order, once each, also of one kind', () => {
    const all = [
      { row: 1, column: 1 },
      { row: 2, column: -1 },
      { row: 3, column: 0 },
      { row: 3, column: 2 },
    ]
    expect(markedCells(rows, numbers)).toEqual(all)
    expect(markedCells(rows, numbers, 'not-a-day')).toEqual([{ row: 3, column: 2 }])
  })

  it('goes to the next marked cell, and round the end', () => {
    const marked = markedCells(rows, numbers)
    expect(nextMarked(marked, undefined, 1)).toEqual({ row: 1, column: 1 })
    expect(nextMarked(marked, { row: 1, column: 1 }, 1)).toEqual({ row: 2, column: -1 })
    expect(nextMarked(marked, { row: 3, column: 2 }, 1)).toEqual({ row: 1, column: 1 })
    expect(nextMarked(marked, { row: 1, column: 1 }, -1)).toEqual({ row: 3, column: 2 })
    expect(nextMarked([], { row: 0, column: 0 }, 1)).toBeUndefined()
  })

  it('moves by keys within its edges', () => {
    expect(moved('ArrowDown', { row: 3, column: 0 }, 4, 3)).toEqual({ row: 3, column: 0 })
    expect(moved('ArrowLeft', { row: 3, column: 0 }, 4, 3)).toEqual({ row: 3, column: -1 })
    expect(moved('PageUp', { row: 3, column: 0 }, 4, 3)).toEqual({ row: 0, column: 0 })
    expect(moved('End', { row: 1, column: 0 }, 4, 3)).toEqual({ row: 1, column: 2 })
    expect(moved('x', { row: 1, column: 0 }, 4, 3)).toBeUndefined()
  })

  it('names a cell with its sheet only where that is told', () => {
    expect(placeOf('城关镇', 'AB', 12)).toBe('城关镇!AB12')
    expect(placeOf(undefined, 'C', 7)).toBe('C7')
  })
})

describe('rows whose key a record has', () => {
  it('follow the one choice, or their own where each is asked for', () => {
    const key = rowKey({ sheet: 'Sheet1', number: 7 })
    expect(choiceOf('UPDATE', {}, key)).toBe('UPDATE')
    expect(choiceOf('ASK', {}, key)).toBe('SKIP')
    expect(choiceOf('ASK', { [key]: 'UPDATE' }, key)).toBe('UPDATE')
    expect(choiceOf('SKIP', { [key]: 'UPDATE' }, key)).toBe('SKIP')
  })

  it('are counted as they would be updated', () => {
    expect(updatedCount('UPDATE', {}, 5)).toBe(5)
    expect(updatedCount('SKIP', { a: 'UPDATE' }, 5)).toBe(0)
    expect(updatedCount('ASK', { a: 'UPDATE', b: 'SKIP' }, 5)).toBe(1)
  })
})
