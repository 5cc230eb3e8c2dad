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
export interface RegisterField {
  id: string
  label: string
  type: FieldType
  group?: string | null
  help?: string | null
  unit?: string | null
  decimals?: number | null
  longest?: number | null
  min?: number | null
  max?: number | null
  codes?: Code[] | null
  required: boolean
  unique: boolean
  sortable: boolean
  /** CEL: asked for and shown only where it holds. */
  when?: string | null
  retired: boolean
  /** Of a link: the register it leads to, and whether to several records. */
  to?: string | null
  many?: boolean | null
}

export interface State {
  id: string
  label: string
  end: boolean
}

export interface Transition {
  id: string
  label: string
  from: string[]
  to: string
}

export type Shape = 'NONE' | 'POINT' | 'LINE' | 'POLYGON'
export type Kind = 'LEDGER' | 'CATALOGUE' | 'ROLL' | 'CHECKLIST' | 'ARCHIVE'

export interface RegisterDefinition {
  id: string
  version: number
  name: string
  kind: Kind
  help: string
  serves: string[]
  key: string[]
  geometry: Shape
  groups: { id: string; label: string }[]
  fields: RegisterField[]
  lifecycle: { states: State[]; transitions: Transition[] }
  /** The definition file; only for those who may edit it. */
  text?: string | null
  mayEdit: boolean
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

export interface RegisterRecord {
  id: string
  register: string
  region: string
  organisation?: string | null
  state: string
  version: number
  values: Values
  /** The text shown for codes, regions, organisations and links, by field; `region` and `organisation` too. */
  labels: Record<string, string>
  geometry?: Geometry | null
  changedAt: string
  changedBy: string
  removed?: { at: string; reason: string } | null
  may: { edit: boolean; remove: boolean }
}
