import type { Kind, Shape } from '../types'

/** What a column of a ledger becomes: a field, or part of where the record is. */
export type Becomes = 'FIELD' | 'LONGITUDE' | 'LATITUDE' | 'POINT'

/** A column of a ledger as it was read, with what is proposed for it. */
export interface LedgerColumn {
  letters: string
  /** What stands over it, groups and name joined by a slash. */
  heading: string
  examples: string[]
  /** Cells that hold something, of all rows; and how many different ones. */
  filled: number
  distinct: number
  becomes: Becomes
  /** The field that is proposed, or would be where the column is taken as one after all. */
  field: ProposedField
  /** Cells that are no value of the proposed type, or doubtful ones. */
  misfits: { place: string; written: string; problem: string }[]
}

/** A field as a definition file says it; `type` is its word there, `choice` for a text of few values. */
export interface ProposedField {
  id: string
  label: string
  group: string
  type: string
  unit?: string | null
  decimals?: number | null
  longest?: number | null
  /** The values that stand in the column, where they are few. */
  choices?: string[] | null
  required: boolean
  key: boolean
}

/** What was read of a sheet as an office keeps it, and the register that is proposed for it. */
export interface LedgerReading {
  fileName: string
  title: string
  notes: { place: string; text: string }[]
  sheets: string[]
  rows: number
  register: { id: string; name: string; kind: Kind; geometry: Shape }
  columns: LedgerColumn[]
  leftOut: { place: string; reason: string; text: string }[]
  doubts: { place: string; problem: string; remedy: string }[]
}
