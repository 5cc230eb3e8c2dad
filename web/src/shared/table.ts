/** A column of a table: how a row reads in it and how rows are ordered by it. */
export interface Column<Row> {
  key: string
  label: string
  /** What the cell says, also for filtering and copying. */
  text(row: Row): string
  /** What rows are sorted by where that is not the text, such as a count. */
  order?(row: Row): number | string
  /** Numbers stand right, with tabular figures. */
  numeric?: boolean
  filter?: 'text' | 'choice'
  /** Dates and numbers of documents stay on one line. */
  oneLine?: boolean
  /** A column of buttons, which nobody sorts by or copies. */
  buttons?: boolean
  width?: string
}

/** What a table shows; lives in the address, so that a view can be sent to a colleague. */
export interface TableView {
  sort: string
  descending: boolean
  page: number
  filters: Record<string, string>
}

export const PAGE_SIZE = 50

/** Rows whose texts contain every filter, without regard to case; a choice must be met exactly. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filters: TableView['filters']): Row[] {
  const wanted = columns.flatMap((column) => {
    const words = (filters[column.key] ?? '').trim().toLowerCase()
    return words === '' ? [] : [{ column, words }]
  })
  return rows.filter((row) =>
    wanted.every(({ column, words }) => {
      const text = column.text(row).toLowerCase()
      return column.filter === 'choice' ? text === words : text.includes(words)
    }),
  )
}

/** Rows by one column; equal ones keep their order. An unknown column changes nothing. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: TableView): Row[] {
  const column = columns.find(({ key }) => key === view.sort)
  if (column === undefined) return [...rows]
  const key = (row: Row) => column.order?.(row) ?? column.text(row)
  const sign = view.descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(key(a), key(b)))
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh')
}

/** The rows of a page, counted from 1; a page beyond the end is the last one. */
export function pageOf<Row>(rows: readonly Row[], page: number): { rows: Row[]; page: number; from: number; to: number } {
  const last = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const shown = Math.min(Math.max(1, page), last)
  const start = (shown - 1) * PAGE_SIZE
  const part = rows.slice(start, start + PAGE_SIZE)
  return { rows: part, page: shown, from: part.length === 0 ? 0 : start + 1, to: start + part.length }
}

/** Rows as tab-separated lines under a head line, ready to be pasted into a sheet. */
export function asText<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ')
  const copied = columns.filter(({ buttons }) => buttons !== true)
  const lines = rows.map((row) => copied.map((column) => oneLine(column.text(row))).join('\t'))
  return [copied.map(({ label }) => label).join('\t'), ...lines].join('\n')
}

/**
 * Rows as a .csv (RFC 4180) under a head line. What a spreadsheet would take for a formula is kept as text by a
 * leading apostrophe.
 */
export function asCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const told = columns.filter(({ buttons }) => buttons !== true)
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const lines = [told.map(({ label }) => label), ...rows.map((row) => told.map((column) => column.text(row)))]
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** The different texts of a column, for a choice. */
export function choices<Row>(rows: readonly Row[], column: Column<Row>): string[] {
  return [...new Set(rows.map((row) => column.text(row)))].filter((text) => text !== '').sort((a, b) => a.localeCompare(b, 'zh'))
}

type Query = Record<string, string | null | (string | null)[] | undefined>

const FILTER = 'f.'

/** Reads a view out of an address; what the address leaves out is as in `usual`. */
export function viewOf(query: Query, usual: TableView): TableView {
  const told = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const filters = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      name.startsWith(FILTER) && typeof value === 'string' ? [[name.slice(FILTER.length), value]] : [],
    ),
  )
  const sort = told('sort')
  return {
    sort: sort?.replace(/^-/, '') ?? usual.sort,
    descending: sort === undefined ? usual.descending : sort.startsWith('-'),
    page: Number.parseInt(told('page') ?? '', 10) || 1,
    filters,
  }
}

/** The address of a view; only what differs from the usual is written, and what belongs to others stays. */
export function queryOf(view: TableView, usual: TableView, others: Query): Record<string, string> {
  const kept = Object.entries(others).filter(([name]) => name !== 'sort' && name !== 'page' && !name.startsWith(FILTER))
  const query = Object.fromEntries(kept.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  if (view.sort !== usual.sort || view.descending !== usual.descending) query.sort = (view.descending ? '-' : '') + view.sort
  if (view.page > 1) query.page = String(view.page)
  for (const [key, words] of Object.entries(view.filters)) if (words !== '') query[FILTER + key] = words
  return query
}
