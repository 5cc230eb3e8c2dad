import { outcome, type Outcome } from '@/api/client'
import { send } from '@/api/send'
import type { Schemas } from '@/api/types'
import type { Schema } from './definition/schema'
import type { Geometry, RegisterDefinition, RegisterRecord, Values } from './types'
import { searchOf, type Parameters } from './list/query'

export type RegisterSummary = Schemas['RegisterEntry']
export type Registers = Schemas['RegistersView']
/** One thing that applying a definition would do, with its sentence. */
export type PlannedChange = Schemas['PlannedChange']
/** What is wrong in a definition file, and where; lines and columns count from 1. */
export type DefinitionFault = Schemas['DefinitionFaultView']
export type Checked = Schemas['CheckedDefinition']

export interface RecordPage {
  records: RegisterRecord[]
  next?: string | null
}

/** Sums of one field over all records that a query finds. */
export type Total = Schemas['SumView']

export interface RecordDraft {
  region: string
  organisation?: string | null
  values: Values
  geometry?: Geometry | null
}

/** What is given to one record or to many; what is not named stays. */
export interface RecordGiven {
  set: Values
  /** Ids of fields, or {@link KEEPER} where no organisation is to keep the record. */
  clear: string[]
  region?: string
  organisation?: string
}

export const REGION = 'region'
export const KEEPER = 'organisation'

export interface RecordEdit extends RecordGiven {
  version: number
  /** Absent: it stays; of the type {@link NO_GEOMETRY}: it is taken away. */
  geometry?: Geometry
  reason?: string
}

export const NO_GEOMETRY: Geometry = { type: 'None', coordinates: [] }

export type RecordChecked = Schemas['CheckedView']
/** Who did what when and why, each field with its value before and after, in words. */
export type RecordChange = Schemas['RecordChangeView']
export type RecordComment = Schemas['RecordCommentView']

/** What a record keeps in a field that is no longer asked for, in words. */
export type RetiredValue = Schemas['RetiredValueView']
/** A version of a definition, with a sentence for each thing that it changed. */
export type DefinitionVersion = Schemas['DefinitionVersionView']

/** The records at the other end of one field's links. */
export type RelatedGroup = Schemas['RelatedGroup']

/** A step that starts where the record stands. */
export type NextStep = Schemas['StepView']

/** A step as the definition tells it. */
export type Step = Schemas['TransitionView']

/** What is given with a step, to one record or to several. */
export interface StepGiven {
  reason?: string | undefined
  set: Values
  /** Ids of files by their kind. */
  evidence: Record<string, string[]>
}

/** Files of one kind that came with a step. */
export type Handed = Schemas['HandedView']

/** Something that is or was due for a record. */
export type RecordDeadline = Schemas['DueView']

export type SavedView = Schemas['ViewView']
type ViewForm = Schemas['ViewForm']
export type BulkAnswer = Schemas['BulkView']

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
  const told = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  return outcome<T>(
    send(new Request(window.location.origin + path, { method, ...told })).then(async (response) => {
      const answer: unknown = await bodyOf(response)
      return response.ok ? { data: answer as T, response } : { error: answer, response }
    }),
  )
}

/** JSON as what it says, a file as its bytes; a proxy's page of its own is nothing. */
function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return Promise.resolve(undefined)
  return response.headers.get('Content-Type')?.includes('zip') ? response.blob() : response.json().catch(() => undefined)
}

const register = (id: string) => `/api/registers/${encodeURIComponent(id)}`
const record = (id: string) => `/api/records/${encodeURIComponent(id)}`

/** Everything that the screens of registers ask of the server. */
export const registers = {
  all: () => ask<Registers>('GET', '/api/registers'),
  definition: (id: string) => ask<RegisterDefinition>('GET', register(id)),
  definitionSchema: () => ask<Schema>('GET', '/api/registers/definition-schema'),
  /** Every version of a definition, the latest first. */
  versions: (id: string) => ask<Schemas['DefinitionVersionsView']>('GET', `${register(id)}/definitions`),
  check: (text: string) => ask<Checked>('POST', '/api/registers/definitions/check', { text }),
  apply: (text: string) => ask<RegisterDefinition>('POST', '/api/registers/definitions', { text }),
}

export const records = {
  page: (id: string, asked: Parameters & { after?: string; limit?: number }) =>
    ask<RecordPage>('GET', `${register(id)}/records${searchOf(asked)}`),
  count: (id: string, asked: Parameters) => ask<Schemas['CountView']>('GET', `${register(id)}/records/count${searchOf(asked)}`),
  totals: (id: string, asked: Parameters & { fields: string }) =>
    ask<Schemas['TotalsView']>('GET', `${register(id)}/records/totals${searchOf(asked)}`),
  get: (id: string) => ask<RegisterRecord>('GET', record(id)),
  create: (id: string, draft: RecordDraft) => ask<RegisterRecord>('POST', `${register(id)}/records`, draft),
  /**
   * What a record with these values would be refused for, and the fields it is not asked for; nothing is stored.
   * Conditions on the state are judged by where `record` stands, or by the first state where it is to be a new one.
   */
  check: (id: string, values: Values, record?: string) =>
    ask<RecordChecked>('POST', `${register(id)}/records/check`, { values, record }),
  change: (id: string, edit: RecordEdit) => ask<RegisterRecord>('PATCH', record(id), edit),
  remove: (id: string, version: number, reason: string) => ask<undefined>('DELETE', record(id) + searchOf({ version, reason })),
  bringBack: (id: string) => ask<RegisterRecord>('POST', `${record(id)}/bring-back`),
  history: (id: string) => ask<Schemas['RecordHistoryView']>('GET', `${record(id)}/history`),
  /** Gives fields what they held before a change, or, without fields, the whole record what that change left. */
  restore: (id: string, version: number, change: string, fields?: string[]) =>
    ask<RegisterRecord>('POST', `${record(id)}/history/${change}/restore`, { version, fields }),
  retired: (id: string) => ask<Schemas['RetiredValuesView']>('GET', `${record(id)}/retired`),
  comments: (id: string) => ask<Schemas['RecordCommentsView']>('GET', `${record(id)}/comments`),
  comment: (id: string, text: string) => ask<RecordComment>('POST', `${record(id)}/comments`, { text }),
  related: (id: string) => ask<{ groups: RelatedGroup[] }>('GET', `${record(id)}/related`),
  steps: (id: string) => ask<NextStep[]>('GET', `${record(id)}/steps`),
  take: (id: string, step: string, taken: StepGiven & { version: number }) => ask<RegisterRecord>('POST', `${record(id)}/steps/${step}`, taken),
  /** The files that came with the steps it took. */
  handed: (id: string) => ask<Handed[]>('GET', `${record(id)}/steps/evidence`),
  deadlines: (id: string) => ask<RecordDeadline[]>('GET', `${record(id)}/deadlines`),
}

export const bulk = {
  change: (id: string, told: RecordGiven & { ids: string[]; versions: Record<string, number>; reason: string }) =>
    ask<BulkAnswer>('POST', `${register(id)}/records/bulk`, told),
  take: (id: string, step: string, told: StepGiven & { ids: string[] }) =>
    ask<BulkAnswer>('POST', `${register(id)}/records/steps/${step}`, told),
  /** The files that prove what the records say, as one .zip. */
  package: (id: string, ids: string[]) => ask<Blob>('POST', `${register(id)}/packages`, { ids }),
}

export const views = {
  all: (id: string) => ask<Schemas['ViewsView']>('GET', `${register(id)}/views`),
  add: (id: string, view: ViewForm) => ask<SavedView>('POST', `${register(id)}/views`, view),
  change: (id: string, view: string, told: ViewForm) =>
    ask<SavedView>('PUT', `${register(id)}/views/${view}`, told),
  remove: (id: string, view: string) => ask<undefined>('DELETE', `${register(id)}/views/${view}`),
}

/** The addresses of files that the browser fetches by itself. */
export const files = {
  template: (id: string) => `${register(id)}/template.xlsx`,
  schema: (id: string) => `${register(id)}/schema`,
  definitionSchema: '/api/registers/definition-schema',
  exported: (id: string, kind: 'xlsx' | 'csv' | 'geojson', asked: Parameters) => `${register(id)}/export.${kind}${searchOf(asked)}`,
}
