import type { Passage } from '@/api/types'
import type { Run } from './links'
import type { Piece } from './marks'

/** Between the cells of a table's row in the text of a plan. */
const BETWEEN = '\t'
/** In characters: a column is never narrower for its words, nor counts longer ones. */
const NARROWEST = 3
const WIDEST = 24

/** The pieces of a row, cut once more behind each tab, so that none lies in two cells. */
export function cutAtCells(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const parts = piece.text.split(/(?<=\t)/u)
    let start = piece.start
    return parts.map((text, index) => {
      const part = { ...piece, start, text, begins: index === 0 ? piece.begins : [] }
      start += [...text].length
      return part
    })
  })
}

/** The runs of a row by cell; linked words that lie in two cells stand in the first. */
export function cellsOf(runs: readonly Run[]): Run[][] {
  const cells: Run[][] = [[]]
  for (const run of runs) {
    cells.at(-1)?.push(run)
    if (run.pieces.at(-1)?.text.endsWith(BETWEEN)) cells.push([])
  }
  return cells
}

/**
 * By the start of each row the widths of its table's columns, as CSS writes them. Rows that follow each other with
 * as many cells are one table; a text file has no tables, so there it takes two lines with tabs to make one.
 */
export function columnsOf(passages: readonly Passage[]): Map<number, string> {
  const columns = new Map<number, string>()
  let table: Passage[] = []
  const close = () => {
    if (table.length > 1 || table[0]?.kind === 'TABLE_ROW') {
      const widths = widthsOf(table.map(({ text }) => text.split(BETWEEN)))
      for (const { start } of table) columns.set(start, widths)
    }
    table = []
  }
  for (const passage of passages) {
    const row = passage.kind === 'TABLE_ROW' || count(passage) > 1
    if (!row || count(passage) !== count(table[0] ?? passage)) close()
    if (row) table.push(passage)
  }
  close()
  return columns
}

function count({ text }: Passage): number {
  return text.split(BETWEEN).length
}

function widthsOf(rows: readonly string[][]): string {
  const longest = (column: number) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length))
  return (rows[0] ?? [])
    .map((_, column) => `minmax(0, ${Math.min(WIDEST, Math.max(NARROWEST, longest(column)))}fr)`)
    .join(' ')
}
