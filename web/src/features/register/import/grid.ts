import type { FileRow, RowFinding } from './types'

/** A cell among the rows that are shown: `row` counts these rows from 0, `column` the columns from 0. */
export interface At {
  row: number
  column: number
}

/** What speaks of a cell; with column -1, of the row as a whole. `numbers[i]` is the number in the file of column i. */
export function findingsAt(row: FileRow, column: number, numbers: readonly number[]): RowFinding[] {
  const number = column < 0 ? undefined : numbers[column]
  return row.findings.filter((finding) => (finding.column ?? undefined) === number)
}

export type Mark = 'fault' | 'doubt' | undefined

/** A fault outweighs a doubt. */
export function markOf(findings: readonly RowFinding[]): Mark {
  if (findings.some(({ doubt }) => !doubt)) return 'fault'
  return findings.length > 0 ? 'doubt' : undefined
}

/** Where a cell stands in the file: its sheet where there are several, its letters and row. */
export function placeOf(sheet: string | undefined, letters: string, row: number): string {
  return `${sheet ? `${sheet}!` : ''}${letters}${row}`
}

/** The marked cells in reading order; a finding of a whole row stands at column -1. */
export function markedCells(rows: readonly FileRow[], numbers: readonly number[], kind?: string): At[] {
  return rows.flatMap(({ findings }, row) => {
    const told = findings.filter((finding) => kind === undefined || finding.kind === kind)
    const columns = told.map(({ column }) => (column == null ? -1 : numbers.indexOf(column)))
    return [...new Set(columns)].sort((a, b) => a - b).map((column) => ({ row, column }))
  })
}

/** The marked cell after a place, or before it; round the end to the other side. */
export function nextMarked(marked: readonly At[], at: At | undefined, step: 1 | -1): At | undefined {
  if (marked.length === 0) return undefined
  if (at === undefined) return step === 1 ? marked[0] : marked.at(-1)
  const follows = (each: At) => each.row > at.row || (each.row === at.row && each.column > at.column)
  const precedes = (each: At) => each.row < at.row || (each.row === at.row && each.column < at.column)
  return step === 1 ? (marked.find(follows) ?? marked[0]) : (marked.findLast(precedes) ?? marked.at(-1))
}

const MOVES: Record<string, (at: At, rows: number, columns: number) => At> = {
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  PageDown: (at) => ({ ...at, row: at.row + 10 }),
  PageUp: (at) => ({ ...at, row: at.row - 10 }),
  Home: (at) => ({ ...at, column: -1 }),
  End: (at, _rows, columns) => ({ ...at, column: columns - 1 }),
}

/** Where a key leads from a cell of so many rows and columns; undefined where the key moves nothing. */
export function moved(key: string, at: At, rows: number, columns: number): At | undefined {
  const to = MOVES[key]?.(at, rows, columns)
  return to && { row: Math.min(Math.max(to.row, 0), rows - 1), column: Math.min(Math.max(to.column, -1), columns - 1) }
}
