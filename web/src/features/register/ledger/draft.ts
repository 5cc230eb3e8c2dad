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
 * in as it is written; where a place cannot be read in every row, its columns are taken as text for the same reason.
 */
export function draftOf({ register, columns }: LedgerReading): Draft {
  const placed = columns.every(({ becomes, misfits }) => becomes === 'FIELD' || misfits.length === 0)
  return { id: register.id, name: register.name, kind: register.kind, columns: columns.map((column) => draftColumn(column, placed)) }
}

function draftColumn({ field, becomes, misfits }: LedgerColumn, placed: boolean): DraftColumn {
  const type = isType(field.type) ? field.type : 'text'
  return {
    becomes: placed ? becomes : 'FIELD',
    kept: true,
    id: field.id,
    label: field.label,
    group: field.group,
    type: misfits.length === 0 ? type : 'text',
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
  return column.kept && column.becomes === 'FIELD'
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

/** Whether a column is what was proposed for it. */
function isAsProposed(column: DraftColumn, read: LedgerColumn): boolean {
  return column.becomes === read.becomes && (column.becomes !== 'FIELD' || column.type === read.field.type)
}

/** The cells that do not fit what a column is now; none for text, which takes everything. */
export function misfitsOf(column: DraftColumn, read: LedgerColumn): LedgerColumn['misfits'] {
  return column.kept && isAsProposed(column, read) ? read.misfits : []
}

/** The cells because of which a column is text although something else was proposed. */
export function takenAsText(column: DraftColumn, read: LedgerColumn): LedgerColumn['misfits'] {
  return column.kept && column.type === 'text' && !isAsProposed(column, read) ? read.misfits : []
}
