import { outcome, type Outcome } from '@/api/client'
import { send } from '@/api/send'
import type { Schema } from './definition/schema'
import type { Geometry, Kind, RegisterDefinition, RegisterRecord, State, Values } from './types'
import { searchOf, type Parameters } from './list/query'

/** A register among all. */
export interface RegisterSummary {
  id: string
  name: string
  kind: Kind
  version: number
  geometry: string
  count: number
  serves: string[]
  states: State[]
  /** The file that defined it was taken away; the register stays. */
  fileGone: boolean
}

/** One thing that applying a definition would do, with its sentence. */
export interface PlannedChange {
  kind: string
  field?: string | null
  label?: string | null
  sentence: string
}

/** What is wrong in a definition file, and where; lines and columns count from 1. */
export interface DefinitionFault {
  line: number
  column: number
  path: string
  problem: string
  remedy: string
}

export interface Registers {
  registers: RegisterSummary[]
  /** Changed files that wait for a click. */
  waiting: { register: string; name: string; version: number; file: string; text: string; plan: PlannedChange[] }[]
  faulty: { file: string; faults: DefinitionFault[] }[]
}

export interface Checked {
  faults: DefinitionFault[]
  plan: PlannedChange[]
}

export interface RecordPage {
  records: RegisterRecord[]
  next?: string | null
  total?: number | null
}

/** Sums of one field over all records that a query finds. */
export interface Total {
  field: string
  sum?: number | null
  min?: number | null
  max?: number | null
  count?: number
}

export interface RecordDraft {
  region: string
  organisation?: string | null
  values: Values
  geometry?: Geometry | null
}

export interface RecordEdit {
  version: number
  set: Values
  clear: string[]
  /** Absent: it stays; of the type {@link NO_GEOMETRY}: it is taken away. */
  geometry?: Geometry
  reason?: string
}

export const NO_GEOMETRY: Geometry = { type: 'None', coordinates: [] }

export interface RecordChecked {
  notAsked: string[]
  faults: { field: string; message: string }[]
}

/** A change of a record: who did what when and why, each field with its value before and after, as texts. */
export interface RecordChange {
  id: string
  kind: 'CREATED' | 'CHANGED' | 'STEPPED' | 'RESTORED' | 'REMOVED' | 'BROUGHT_BACK' | 'TAKEN_BACK'
  by: string
  at: string
  reason: string
  version: number
  /** The import that it was part of. */
  batch?: string | null
  fields: { field: string; label: string; before?: string | null; after?: string | null }[]
  transition?: string | null
}

export interface RecordComment {
  id: string
  text: string
  by: string
  at: string
}

export interface RelatedGroup {
  register: string
  registerName: string
  field: string
  label: string
  direction: 'TO' | 'FROM'
  records: { id: string; title: string; state: string }[]
  /** Records of other regions, which are counted but not shown. */
  hidden: number
}

/** A step that is allowed next, with what it still lacks. */
export interface NextStep {
  id: string
  label: string
  to: string
  allowed: boolean
  lacks: string[]
  fields: string[]
  /** The kinds of files that must be handed in. */
  evidence: string[]
  reasonNeeded: boolean
  /** Who takes it, in a sentence. */
  takenBy: string
}

export interface StepTaken {
  version: number
  reason?: string
  set?: Values
  evidence?: Record<string, string[]>
}

export interface RecordDeadline {
  id: string
  rule: string
  duty: string
  due: string
  met?: string | null
  /** Who does it, by name. */
  by: string[]
  note?: string | null
}

export interface SavedView {
  id: string
  name: string
  shared: boolean
  mine: boolean
  query: { q?: string; filters?: string[]; sort?: string; columns?: string[]; state?: string }
}

export interface BulkAnswer {
  changed: number
  refused: { id: string; why: string }[]
}

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
  check: (text: string) => ask<Checked>('POST', '/api/registers/definitions/check', { text }),
  apply: (text: string) => ask<RegisterDefinition>('POST', '/api/registers/definitions', { text }),
}

export const records = {
  page: (id: string, asked: Parameters & { after?: string; limit?: number }) =>
    ask<RecordPage>('GET', `${register(id)}/records${searchOf(asked)}`),
  count: (id: string, asked: Parameters) => ask<{ count: number }>('GET', `${register(id)}/records/count${searchOf(asked)}`),
  totals: (id: string, asked: Parameters & { fields: string }) =>
    ask<{ totals: Total[] }>('GET', `${register(id)}/records/totals${searchOf(asked)}`),
  get: (id: string) => ask<RegisterRecord>('GET', record(id)),
  create: (id: string, draft: RecordDraft) => ask<RegisterRecord>('POST', `${register(id)}/records`, draft),
  /** What a record with these values would be refused for, and the fields it is not asked for; nothing is stored. */
  check: (id: string, values: Values) => ask<RecordChecked>('POST', `${register(id)}/records/check`, { values }),
  change: (id: string, edit: RecordEdit) => ask<RegisterRecord>('PATCH', record(id), edit),
  remove: (id: string, version: number, reason: string) => ask<undefined>('DELETE', record(id) + searchOf({ version, reason })),
  bringBack: (id: string) => ask<RegisterRecord>('POST', `${record(id)}/bring-back`),
  history: (id: string) => ask<{ changes: RecordChange[] }>('GET', `${record(id)}/history`),
  /** Gives fields what they held before a change, or, without fields, the whole record what that change left. */
  restore: (id: string, version: number, change: string, fields?: string[]) =>
    ask<RegisterRecord>('POST', `${record(id)}/history/${change}/restore`, { version, fields }),
  comments: (id: string) => ask<{ comments: RecordComment[] }>('GET', `${record(id)}/comments`),
  comment: (id: string, text: string) => ask<RecordComment>('POST', `${record(id)}/comments`, { text }),
  related: (id: string) => ask<{ groups: RelatedGroup[] }>('GET', `${record(id)}/related`),
  steps: (id: string) => ask<NextStep[]>('GET', `${record(id)}/steps`),
  take: (id: string, step: string, taken: StepTaken) => ask<RegisterRecord>('POST', `${record(id)}/steps/${step}`, taken),
  deadlines: (id: string) => ask<RecordDeadline[]>('GET', `${record(id)}/deadlines`),
}

export const bulk = {
  change: (id: string, told: { ids: string[]; versions: Record<string, number>; set: Values; clear: string[]; reason: string }) =>
    ask<BulkAnswer>('POST', `${register(id)}/records/bulk`, told),
  take: (id: string, step: string, told: { ids: string[]; reason?: string }) =>
    ask<BulkAnswer>('POST', `${register(id)}/records/steps/${step}`, told),
  /** The files that prove what the records say, as one .zip. */
  package: (id: string, ids: string[]) => ask<Blob>('POST', `${register(id)}/packages`, { ids }),
}

export const views = {
  all: (id: string) => ask<{ views: SavedView[] }>('GET', `${register(id)}/views`),
  add: (id: string, view: Pick<SavedView, 'name' | 'shared' | 'query'>) => ask<SavedView>('POST', `${register(id)}/views`, view),
  change: (id: string, view: string, told: Pick<SavedView, 'name' | 'shared' | 'query'>) =>
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
