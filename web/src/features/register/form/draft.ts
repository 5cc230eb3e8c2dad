import { KEEPER, REGION, type RecordGiven } from '../api'
import { isSpan } from '../shown'
import type { RegisterField, RegisterRecord, Value, Values } from '../types'

/** Whether two values say the same. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isSpan(a) && isSpan(b)) return a.from === b.from && (a.to ?? '') === (b.to ?? '')
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => each === b[index])
  return a === b
}

/** What was typed against what is stored: values that are new or other, and fields that were emptied. */
export function changesOf(before: Values, now: Values): { set: Values; clear: string[] } {
  const set = Object.fromEntries(Object.entries(now).filter(([field, value]) => !sameValue(value, before[field])))
  return { set, clear: Object.keys(before).filter((field) => now[field] === undefined) }
}

/** A record's values with its region and keeper among them, after which no field can be called. */
export function withPlacement(values: Values, { region, organisation }: { region?: Value | undefined; organisation?: string | null | undefined }): Values {
  return withValue(withValue(values, REGION, region), KEEPER, organisation || undefined)
}

/** The same of a record as it is stored. */
export function wholeOf(record: RegisterRecord): Values {
  return withPlacement(record.values, record)
}

/** What was typed against what is stored, as it is sent: values with the placement among them. */
export function givenOf(before: Values, now: Values): RecordGiven {
  const { set, clear } = changesOf(before, now)
  const { [REGION]: region, [KEEPER]: organisation, ...fields } = set
  return {
    set: fields,
    clear,
    ...(region === undefined ? {} : { region: String(region) }),
    ...(organisation === undefined ? {} : { organisation: String(organisation) }),
  }
}

export function isChanged(before: Values, now: Values): boolean {
  const { set, clear } = changesOf(before, now)
  return clear.length > 0 || Object.keys(set).length > 0
}

/** Values with one field filled or, where there is no value, emptied. */
export function withValue(values: Values, field: string, value: Value | undefined): Values {
  const rest = Object.fromEntries(Object.entries(values).filter(([each]) => each !== field))
  return value === undefined ? rest : { ...rest, [field]: value }
}

/** The fields that people fill in. */
export function typedFields(fields: readonly RegisterField[]): RegisterField[] {
  return fields.filter(({ type, retired }) => !retired && type !== 'computed')
}

/** What the interface keeps of a number. */
const MOST_DECIMALS = 8

/** More digits than this and a number of the browser is no longer the one that was typed. */
const EXACT_DIGITS = 15

export type NumberFault = 'not-a-number' | 'too-many-decimals' | 'too-long' | 'too-small' | 'too-large'

/**
 * Reads a number as people type it: full-width digits, thousands commas, spaces. Nothing typed is no value; what
 * is no number, or one that the field does not take, is a fault.
 */
export function readNumber(
  text: string,
  { decimals, min, max }: Pick<RegisterField, 'decimals' | 'min' | 'max'>,
): { value?: number; fault?: NumberFault } {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
  if (plain === '') return {}
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { fault: 'not-a-number' }
  const [, fraction = ''] = plain.split('.')
  if (fraction.replace(/0+$/, '').length > (decimals ?? MOST_DECIMALS)) return { fault: 'too-many-decimals' }
  if (plain.replace(/\D/g, '').replace(/^0+/, '').length > EXACT_DIGITS) return { fault: 'too-long' }
  const value = Number(plain)
  if (min != null && value < min) return { fault: 'too-small' }
  if (max != null && value > max) return { fault: 'too-large' }
  return { value }
}

/** Characters as the reader counts them, an ideograph outside the basic plane as one. */
export function lengthOf(text: string): number {
  return [...text].length
}
