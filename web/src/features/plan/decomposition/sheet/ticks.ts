import type { TableCheck, TableChoice, TableColumnsChoice } from '@/api/types'

/** What becomes of a row that looks like a known item. */
export type Meant = 'same' | 'new' | 'leave'

/** What is ticked of a table's differences; nothing that is in doubt is ticked by itself. */
export interface Ticks {
  /** Cells by {@link cellKey}. */
  cells: Set<string>
  /** Lines that become items. */
  added: Set<string>
  /** Codes of items to be removed. */
  removed: Set<string>
  /** What each lookalike means, by its line. */
  meant: Record<string, Meant>
}

export function cellKey(line: string, column: string): string {
  return `${line} ${column}`
}

/** What is ticked at first: certain changes and new rows; nothing is removed, no row is taken for an item. */
export function ticksOf(check: TableCheck): Ticks {
  return {
    cells: new Set([
      ...check.changed.flatMap(({ line, cells }) =>
        cells.filter(({ kind }) => kind === 'PLAIN').map(({ column }) => cellKey(line, column)),
      ),
      ...check.lookalikes.flatMap(({ line, cells }) => cells.map(({ column }) => cellKey(line, column))),
    ]),
    added: new Set(check.added.map(({ line }) => line)),
    removed: new Set(),
    meant: Object.fromEntries(check.lookalikes.map(({ line }) => [line, 'leave'])),
  }
}

/** The ticks after a table was checked again: what was offered before stays as somebody left it. */
export function ticksAgain(check: TableCheck, before: TableCheck, left: Ticks): Ticks {
  const first = ticksOf(check)
  const offered = new Set([...before.changed, ...before.lookalikes].flatMap(({ line, cells }) => cells.map(({ column }) => cellKey(line, column))))
  const cells = [...check.changed, ...check.lookalikes].flatMap(({ line, cells: own }) => own.map(({ column }) => cellKey(line, column)))
  const added = new Set(before.added.map(({ line }) => line))
  return {
    cells: new Set(cells.filter((key) => (offered.has(key) ? left.cells : first.cells).has(key))),
    added: new Set(check.added.map(({ line }) => line).filter((line) => !added.has(line) || left.added.has(line))),
    removed: new Set(check.missing.map(({ code }) => code).filter((code) => left.removed.has(code))),
    meant: Object.fromEntries(check.lookalikes.map(({ line }) => [line, left.meant[line] ?? 'leave'])),
  }
}

/** How many differences would be taken. */
export function tickedCount(check: TableCheck, ticks: Ticks): number {
  const { cells, added, removed } = choiceOf(check, ticks, [])
  return Object.values(cells).reduce((sum, columns) => sum + columns.length, 0) + added.length + removed.length
}

/** The ticks as the server takes them, with the versions of the items as they were shown. */
export function choiceOf(check: TableCheck, ticks: Ticks, tables: TableColumnsChoice[]): TableChoice {
  const same = check.lookalikes.filter(({ line }) => ticks.meant[line] === 'same')
  const edited = [...check.changed, ...same]
  const cells = Object.fromEntries(
    edited
      .map(({ line, cells }) => [line, cells.map(({ column }) => column).filter((column) => ticks.cells.has(cellKey(line, column)))] as const)
      .filter(([, columns]) => columns.length > 0),
  )
  const shown = [...check.changed, ...check.lookalikes, ...check.missing]
  return {
    tables,
    versions: Object.fromEntries(shown.map(({ code, version }) => [code, version])),
    cells,
    same: same.map(({ line }) => line),
    added: [
      ...check.added.map(({ line }) => line).filter((line) => ticks.added.has(line)),
      ...check.lookalikes.filter(({ line }) => ticks.meant[line] === 'new').map(({ line }) => line),
    ],
    removed: check.missing.map(({ code }) => code).filter((code) => ticks.removed.has(code)),
  }
}

/** The columns of all tables as they were understood, so that a person may say otherwise. */
export function columnsOf(check: TableCheck): TableColumnsChoice[] {
  return check.tables.map(({ table, header, columns }) => ({
    table,
    ...(header > 0 ? { header } : {}),
    columns: columns.map(({ number, field }) => ({ number, ...(field ? { field } : {}) })),
  }))
}
