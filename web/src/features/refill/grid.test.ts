import { expect, it } from 'vitest'
import { cell, mapped, sheet } from './fixtures'
import { address, cellAt, firstFree, letters, mappedAt, next, rowsOf } from './grid'

it('names columns as workbooks do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(address({ row: 4, column: 1 })).toBe('B5')
})

function at(row: number, column: number) {
  const found = cellAt(sheet(), { row, column })
  if (!found) throw new Error('no cell')
  return found
}

it('goes from cell to cell, over merged ones in one step, and not over the edge', () => {
  const form = sheet()
  const name = at(1, 0)
  expect(next(form, name, 'ArrowRight')).toMatchObject({ row: 1, column: 1 })
  expect(next(form, at(1, 2), 'ArrowUp')).toMatchObject({ row: 0, column: 1, columnSpan: 2 })
  expect(next(form, at(0, 1), 'ArrowRight')).toBeUndefined()
  expect(next(form, name, 'Home')).toEqual(name)
})

it('finds what fills a cell also further down in a column', () => {
  const column = mapped(1, 1, { kind: 'COLUMN', lastRow: 2 })
  expect(mappedAt([column], '表', cell(2, 1))).toBe(column)
  expect(mappedAt([column], '表', cell(3, 1))).toBeUndefined()
  expect(mappedAt([column], '另', cell(2, 1))).toBeUndefined()
})

it('begins where something is to be filled', () => {
  expect(firstFree(sheet())).toMatchObject({ row: 1, column: 1 })
  expect(rowsOf(sheet()).map((row) => row.length)).toEqual([2, 3, 3])
})
