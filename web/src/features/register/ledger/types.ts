/** A column of a ledger as it was read, with the field that is proposed for it. */
export interface LedgerColumn {
  letters: string
  /** What stands over it, groups and name joined by a slash. */
  heading: string
  examples: string[]
  /** Cells that hold something, of all rows; and how many different ones. */
  filled: number
  distinct: number
  /** The field that is proposed; absent where the column only numbers the rows. */
  field?: ProposedField | null
  /** Cells that are no value of the proposed type. */
  misfits: { place: string; written: string; problem: string }[]
}

/** A field as a definition file says it; `type` is its word there. */
export interface ProposedField {
  id: string
  label: string
  group: string
  type: string
  unit?: string | null
  decimals?: number | null
  longest?: number | null
  /** The values of a list of choices. */
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
  register: { id: string; name: string; kind: string; geometry: string }
  columns: LedgerColumn[]
  leftOut: { place: string; reason: string; text: string }[]
  doubts: { place: string; problem: string; remedy: string }[]
}
