import type { Schemas } from '@/api/types'

/** What a field of a register holds, in the words of definition files. */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'number'
  | 'quantity'
  | 'date'
  | 'period'
  | 'flag'
  | 'code'
  | 'region'
  | 'organisation'
  | 'post'
  | 'credit-code'
  | 'estate-unit'
  | 'parcel-code'
  | 'disclosure'
  | 'link'
  | 'evidence'
  | 'computed'

/** One entry of a list of codes; `parent` is the code it stands under. */
export interface Code {
  code: string
  label: string
  parent?: string | null
  /** The first and the last day on which it can be chosen. */
  from?: string | null
  to?: string | null
  /** Taken from memory and not laid beside its page. */
  unverified?: boolean
}

/** A field as the account may see it; fields hidden from its role are not told at all. */
export interface RegisterField extends Omit<Schemas['RegisterFieldView'], 'type' | 'codes'> {
  type: FieldType
  codes?: Code[] | null
}

export type State = Schemas['StateView']
export type Shape = Schemas['DefinitionView']['geometry']
export type Kind = Schemas['DefinitionView']['kind']

export interface RegisterDefinition extends Omit<Schemas['DefinitionView'], 'fields'> {
  fields: RegisterField[]
}

/** From a day, to a day or still open. */
export interface Span {
  from: string
  to?: string | null
}

/** What a record holds in one field, as it travels: characters, a number, a day, yes or no, a span, or ids. */
export type Value = string | number | boolean | Span | string[]
export type Values = Record<string, Value>

/** GeoJSON of EPSG:4490, longitude first. */
export interface Geometry {
  type: string
  coordinates: unknown
}

/** `labels` are the texts shown for codes, regions, organisations and links, by field; `region` and `organisation` too. */
export interface RegisterRecord extends Omit<Schemas['RecordJson'], 'values' | 'geometry'> {
  values: Values
  geometry?: Geometry | null
}
