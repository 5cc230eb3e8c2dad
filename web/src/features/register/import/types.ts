/**
 * Where an import stands. COLUMNS waits for somebody to match columns, CHECKED for somebody to take what is sound;
 * CHECKING and RUNNING go on by themselves; the others are its end.
 */
export type Step =
  | 'COLUMNS'
  | 'CHECKING'
  | 'CHECKED'
  | 'RUNNING'
  | 'DONE'
  | 'CANCELLED'
  | 'FAILED'
  | 'INTERRUPTED'
  | 'TAKEN_BACK'

/** What becomes of a row whose key an existing record has. */
export type Meeting = 'SKIP' | 'UPDATE' | 'ASK'

/** One column of the file; `column` is the register's column it was matched to, and `how` why. */
export interface FileColumn {
  number: number
  letters: string
  heading: string
  samples: string[]
  column?: string | null
  how?: 'MEMORY' | 'NAME' | 'CHOSEN' | null
  /** Why somebody should look whether the match is meant so, such as another unit in its heading. */
  doubt?: string | null
}

/** A column of the register that a file may fill. */
export interface TargetColumn {
  id: string
  heading: string
  required: boolean
}

/** Faults, or doubts, of one kind. */
export interface FaultKind {
  kind: string
  label: string
  count: number
  /** Whether rows with it can be taken all the same. */
  doubt: boolean
}

/** How many rows of the file, by what would become of them; each is counted once. */
export interface RowCounts {
  read: number
  /** New, without a fault. */
  sound: number
  faulty: number
  /** Whose key an existing record has and which say something else. */
  meeting: number
  /** Whose key an existing record has and which say the same. */
  same: number
  /** Rows that are no records: hints, totals, remarks, repeated heads. */
  leftOut: number
}

/** What an import did to the register. */
export interface Batch {
  added: number
  changed: number
  skipped: number
  at: string
  by: string
  takenBack?: { at: string; by: string; reason: string } | null
}

/** An import from the upload of its file to its end. */
/** What an empty cell does to what a record holds. */
export type EmptyCells = 'KEEP' | 'CLEAR'

/** What somebody says of a file before it is checked. */
export interface Matched {
  sheets: string[]
  header?: number
  columns: Record<number, string>
  emptyCells: EmptyCells
}

export interface ImportJob {
  id: string
  register: string
  fileName: string
  kind: 'WORKBOOK' | 'CSV' | 'GEOJSON'
  region: string
  organisation?: string | null
  emptyCells: EmptyCells
  startedBy: string
  startedAt: string
  step: Step
  /** What of the present step is done, from 0 to 1; rows checked and written so far. */
  progress: { share: number; checked: number; written: number }
  /** The sheets that can be read, and the one that is; several where they have the same head. */
  sheets: string[]
  chosenSheets: string[]
  /** First and last row of the head; 0 where the file has none. */
  head: { first: number; last: number }
  columns: FileColumn[]
  targets: TargetColumn[]
  /** Columns that every record needs and the file does not have. */
  lacking: TargetColumn[]
  meeting: Meeting
  counts: RowCounts
  kinds: FaultKind[]
  /** Why it failed. */
  failure?: string | null
  batch?: Batch | null
  /** Whether the account may go on with it or take it back; others of its region only see that it was made. */
  mayAct: boolean
}

/** What is wrong, or doubtful, in a cell; `column` is the cell's number, absent where it is the whole row. */
export interface RowFinding {
  column?: number | null
  kind: string
  doubt: boolean
  problem: string
  remedy: string
}

/** A record that has the key of a row, and where the two differ. */
export interface MetRecord {
  record: string
  title: string
  differences: { column: string; label: string; before: string; after: string }[]
}

/** One row of the file as it stands there; `cells[i]` belongs to `columns[i]` of its import. */
export interface FileRow {
  sheet: string
  number: number
  cells: string[]
  findings: RowFinding[]
  /** Why it is no record. */
  leftOut?: string | null
  met?: MetRecord | null
}

/** Rows from one on; `next` asks for those after them. */
export interface RowsPage {
  rows: FileRow[]
  next?: string | null
  /** Of all rows that were asked for. */
  total: number
}

/** Which rows are asked for. */
export type RowSet = 'ALL' | 'FAULTY' | 'DOUBTFUL' | 'MEETING' | 'LEFT_OUT'

/** A change that somebody made after the import. */
export interface LaterChange {
  label: string
  before: string
  after: string
  by: string
  at: string
}

/**
 * What taking a batch back would do: how many records it would remove, how many would hold again what they held before, and how
 * many stay, the first of which are told: `why` says that another record has by now what one held before, and is empty where
 * somebody has changed it since.
 */
export interface TakeBackPreview {
  removed: number
  restored: number
  kept: number
  changedSince: { record: string; title: string; why: string; changes: LaterChange[] }[]
}
