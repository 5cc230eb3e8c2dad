import type { Cell, Mapped, Sheet, SuperiorForm, WholeForm } from './api'

export function cell(row: number, column: number, told: Partial<Cell> = {}): Cell {
  return { row, column, rowSpan: 1, columnSpan: 1, text: '', content: 'EMPTY', label: '', ...told }
}

export function mapped(row: number, column: number, told: Partial<Mapped> = {}): Mapped {
  return { id: `m${row}-${column}`, sheet: '表', row, column, kind: 'TYPED', hint: '', ...told }
}

/** A head over two columns, a row of a name with two empty cells, and a total. */
export function sheet(): Sheet {
  return {
    name: '表',
    rows: 3,
    widths: [20, 10, 10],
    cut: false,
    cells: [
      cell(0, 0, { text: '单位', content: 'TEXT' }),
      cell(0, 1, { text: '报送情况', content: 'TEXT', columnSpan: 2 }),
      cell(1, 0, { text: '县林业局', content: 'TEXT' }),
      cell(1, 1, { label: '县林业局 / 报送情况' }),
      cell(1, 2, { label: '县林业局 / 报送情况' }),
      cell(2, 0, { text: '合计', content: 'TEXT' }),
      cell(2, 1, { text: '=SUM(B2:B2)', content: 'FORMULA' }),
      cell(2, 2),
    ],
  }
}

export function form(told: Partial<SuperiorForm> = {}): SuperiorForm {
  return {
    id: 'f1',
    name: '土壤月报',
    months: 1,
    inUse: true,
    version: 3,
    lastFilled: null,
    lastPeriod: null,
    changedBy: 'xie',
    changedAt: '2026-09-10T01:00:00Z',
    ...told,
  }
}

export function whole(told: Partial<WholeForm> = {}): WholeForm {
  return {
    form: form(),
    word: false,
    sheets: [sheet()],
    mapping: [],
    editions: [{ ordinal: 1, fileName: '土壤月报.xlsx', changedBy: 'xie', changedAt: '2026-09-10T01:00:00Z' }],
    fillings: [],
    periods: [
      { first: '2026-09-01', name: '2026年9月' },
      { first: '2026-08-01', name: '2026年8月' },
    ],
    ...told,
  }
}
