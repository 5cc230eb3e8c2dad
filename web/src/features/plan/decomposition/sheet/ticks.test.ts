import { describe, expect, it } from 'vitest'
import type { TableCheck } from '@/api/types'
import { cellKey, choiceOf, columnsOf, tickedCount, ticksAgain, ticksOf } from './ticks'

const item = { row: 4, organisation: '县水利局', about: '巡查', version: 3 }
const cell = (column: 'STANDARD' | 'LEADER', kind: 'PLAIN' | 'CONFLICT' | 'DOUBTFUL' = 'PLAIN') => ({
  column,
  kind,
  place: '表!H4',
  before: '旧',
  after: '新',
})
const check: TableCheck = {
  tables: [
    { table: '表', header: 2, understood: true, columns: [{ number: 1, letters: 'A', heading: '编号', field: 'CODE', sample: '1-1' }] },
    { table: '说明', header: 0, understood: false, columns: [] },
  ],
  changed: [
    { ...item, line: '1.4.1', code: '1-1', changedBy: '某人', cells: [cell('STANDARD'), cell('LEADER', 'CONFLICT')] },
    { ...item, line: '1.5.1', code: '1-2', changedBy: '某人', cells: [cell('LEADER', 'DOUBTFUL')] },
  ],
  lookalikes: [{ ...item, line: '1.6.1', code: '1-3', likeness: 80, asNew: true, cells: [cell('STANDARD')] }],
  added: [{ line: '1.7.1', row: 7, code: '', organisation: '县财政局', about: '列支', says: {} }],
  missing: [{ code: '1-4', version: 1, organisation: '县水利局', about: '清淤' }],
  unchanged: 5,
  newerHere: [],
  elsewhere: 0,
  lacking: [],
  passed: [],
  faults: [],
}

describe('ticksOf', () => {
  it('ticks what is certain, removes nothing and takes no row for an item', () => {
    const { cells, removed, added, same } = choiceOf(check, ticksOf(check), [])
    expect(cells).toEqual({ '1.4.1': ['STANDARD'] })
    expect({ removed, added, same }).toEqual({ removed: [], added: ['1.7.1'], same: [] })
    expect(tickedCount(check, ticksOf(check))).toBe(2)
  })
})

describe('choiceOf', () => {
  it('takes a lookalike as what it was said to be, and sends the versions that were shown', () => {
    const ticks = ticksOf(check)
    ticks.meant['1.6.1'] = 'same'
    ticks.removed.add('1-4')
    ticks.cells.delete(cellKey('1.4.1', 'STANDARD'))
    ticks.cells.add(cellKey('1.4.1', 'LEADER'))
    expect(choiceOf(check, ticks, [])).toEqual({
      tables: [],
      versions: { '1-1': 3, '1-2': 3, '1-3': 3, '1-4': 1 },
      cells: { '1.4.1': ['LEADER'], '1.6.1': ['STANDARD'] },
      same: ['1.6.1'],
      added: ['1.7.1'],
      removed: ['1-4'],
    })
    ticks.meant['1.6.1'] = 'new'
    expect(choiceOf(check, ticks, []).added).toEqual(['1.7.1', '1.6.1'])
  })
})

it('keeps what was ticked when the table is checked again', () => {
  const ticks = ticksOf(check)
  ticks.cells.delete(cellKey('1.4.1', 'STANDARD'))
  ticks.added.clear()
  ticks.removed.add('1-4')
  const more: TableCheck = { ...check, added: [...check.added, ...check.added.map((row) => ({ ...row, line: '1.9.1' }))] }
  const again = choiceOf(more, ticksAgain(more, check, ticks), [])
  expect(again.cells).toEqual({})
  expect(again.added).toEqual(['1.9.1'])
  expect(again.removed).toEqual(['1-4'])
})

it('begins the matching of columns with what was understood', () => {
  expect(columnsOf(check)).toEqual([
    { table: '表', header: 2, columns: [{ number: 1, field: 'CODE' }] },
    { table: '说明', columns: [] },
  ])
})
