import type { Cell, Mapped, Sheet } from './api'

/** A cell where it stands; rows and columns from 0. */
export interface Spot {
  row: number
  column: number
}

/** A, B, … Z, AA, … */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

export const address = ({ row, column }: Spot): string => `${letters(column)}${row + 1}`

export const takes = ({ content }: Pick<Cell, 'content'>): boolean => content !== 'FORMULA' && content !== 'OTHER'

export function cellAt(sheet: Sheet, { row, column }: Spot): Cell | undefined {
  return sheet.cells.find((cell) => row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan)
}

const STEPS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** The cell that an arrow key leads to; a merged cell is one step wide. Nothing at the edge. */
export function next(sheet: Sheet, from: Cell, key: string): Cell | undefined {
  const [down, right] = STEPS[key] ?? [0, 0]
  const row = down > 0 ? from.row + from.rowSpan : from.row + down
  const column = right > 0 ? from.column + from.columnSpan : from.column + right
  return cellAt(sheet, { row, column })
}

/** What fills a cell of the sheet, also further down in a column. */
export function mappedAt(mapped: readonly Mapped[], sheet: string, { row, column }: Spot): Mapped | undefined {
  return mapped.find((each) => each.sheet === sheet && each.column === column && row >= each.row && row <= lastRowOf(each))
}

export const lastRowOf = (mapped: Mapped): number => (mapped.kind === 'COLUMN' ? (mapped.lastRow ?? mapped.row) : mapped.row)

/** The rows of a sheet with the cells that begin in each. */
export function rowsOf(sheet: Sheet): Cell[][] {
  const rows: Cell[][] = Array.from({ length: sheet.rows }, () => [])
  for (const cell of sheet.cells) rows[cell.row]?.push(cell)
  return rows
}

/** The first cell of a sheet that nothing fills and that may be filled. */
export function firstFree(sheet: Sheet): Cell | undefined {
  return sheet.cells.find((cell) => takes(cell) && cell.content === 'EMPTY' && cell.label !== '') ?? sheet.cells[0]
}
