import { expect, it } from 'vitest'
import type { Passage } from '@/api/types'
import { runsOf } from './links'
import type { Piece } from './marks'
import { cellsOf, columnsOf, cutAtCells } from './tables'

function piece(start: number, text: string): Piece {
  return { start, text, marks: [], begins: [] }
}

it('puts every word of a row into its cell, with the offsets of code points, and loses none', () => {
  const cells = cellsOf(runsOf(cutAtCells([piece(10, '1\t𠀋工'), piece(14, '程\t\t县局')])))
  expect(cells.map((runs) => runs.flatMap(({ pieces }) => pieces).map(({ start, text }) => [start, text]))).toEqual([
    [[10, '1\t']],
    [
      [12, '𠀋工'],
      [14, '程\t'],
    ],
    [[16, '\t']],
    [[17, '县局']],
  ])
})

it('leaves what is no row in one cell', () => {
  expect(cellsOf(runsOf([piece(0, '一句话。')]))).toHaveLength(1)
})

it('gives rows that follow each other the columns of the longest words, within bounds', () => {
  const passage = (start: number, text: string, kind: Passage['kind'] = 'TABLE_ROW') => ({ start, text, kind }) as Passage
  const columns = columnsOf([
    passage(0, '序号\t名称'),
    passage(10, `1\t${'长'.repeat(40)}`),
    passage(60, '段落。', 'PARAGRAPH'),
    passage(70, '甲\t乙\t丙丁戊己'),
  ])
  expect(columns.get(0)).toBe('minmax(0, 3fr) minmax(0, 24fr)')
  expect(columns.get(10)).toBe(columns.get(0))
  expect(columns.has(60)).toBe(false)
  expect(columns.get(70)).toBe('minmax(0, 3fr) minmax(0, 3fr) minmax(0, 4fr)')
})

it('takes lines with tabs for a table where there are two of them, and a single one for a line', () => {
  const line = (start: number, text: string) => ({ start, text, kind: 'PARAGRAPH' }) as Passage
  const columns = columnsOf([line(0, '序号\t名称'), line(9, '1\t工程'), line(20, '段落。'), line(30, '签发\t日期')])
  expect([...columns.keys()]).toEqual([0, 9])
})
