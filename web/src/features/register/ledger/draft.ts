import type { Kind, Shape } from '../types'
import type { Becomes, LedgerColumn, LedgerReading } from './types'

/** The types that a column can be given here; the others need more than a column tells. */
export const TYPES = ['text', 'long-text', 'choice', 'number', 'quantity', 'date', 'flag', 'credit-code', 'estate-unit', 'parcel-code', 'post'] as const
export type FieldType = (typeof TYPES)[number]

const KEY_TYPES: readonly FieldType[] = ['text', 'choice', 'number', 'quantity', 'date', 'credit-code', 'estate-unit', 'parcel-code']

/** What is to become of one column of the ledger. */
export interface DraftColumn {
  becomes: Becomes
  /** Whether it is taken at all. */
  kept: boolean
  id: string
  label: string
  group: string
  type: FieldType
  unit: string
  decimals: number
  longest: number
  choices: string[]
  required: boolean
  key: boolean
}

/** The register as it is being corrected; `columns[i]` belongs to `columns[i]` of the reading. */
export interface Draft {
  id: string
  name: string
  kind: Kind
  columns: DraftColumn[]
}

const USUAL_LONGEST = 200
const MOST_DECIMALS = 8

/**
 * What is proposed at first. A column in which some cells are no values of its type is taken as text, so that every row comes
 * in as it is written; a place that cannot be read in every row is kept as fields for the same reason.
 */
export function draftOf(reading: LedgerReading): Draft {
  const { id, name, kind } = reading.register
  const columns = reading.columns.map((column) => draftColumn(column))
  return { id, name, kind, columns }
}

function draftColumn(column: LedgerColumn): DraftColumn {
  const { field, misfits } = column
  const readable = misfits.length === 0
  const type = isType(field.type) ? field.type : 'text'
  return {
    becomes: column.becomes,
    kept: column.becomes !== 'NUMBER',
    id: field.id,
    label: field.label,
    group: field.group,
    type: readable || column.becomes !== 'FIELD' ? type : 'text',
    unit: field.unit ?? '',
    decimals: field.decimals ?? MOST_DECIMALS,
    longest: field.longest ?? USUAL_LONGEST,
    choices: field.choices ?? [],
    required: field.required,
    key: field.key,
  }
}

function isType(word: string): word is FieldType {
  return (TYPES as readonly string[]).includes(word)
}

export function isField(column: DraftColumn): boolean {
  return column.kept && (column.becomes === 'FIELD' || column.becomes === 'NUMBER')
}

/** Whether a record can be told by it. */
export function canBeKey(column: DraftColumn): boolean {
  return isField(column) && KEY_TYPES.includes(column.type)
}

/** A key is always required, and what cannot be a key is none. */
export function settled(column: DraftColumn): DraftColumn {
  const key = column.key && canBeKey(column)
  return { ...column, key, required: column.required || key }
}

/** A point where columns say where the record is. */
export function shapeOf({ columns }: Draft): Shape {
  const held = new Set(columns.filter(({ kept }) => kept).map(({ becomes }) => becomes))
  return held.has('POINT') || (held.has('LONGITUDE') && held.has('LATITUDE')) ? 'POINT' : 'NONE'
}

/** The cells that do not fit the type that a column has now; none for text, which takes everything. */
export function misfitsOf(column: DraftColumn, read: LedgerColumn): LedgerColumn['misfits'] {
  const asProposed = column.becomes === read.becomes && (column.becomes !== 'FIELD' || column.type === read.field.type)
  return asProposed && column.kept ? read.misfits : []
}
