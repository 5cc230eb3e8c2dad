import { api, outcome } from '@/api/client'
import { fileForm } from '@/api/fileForm'
import type { Problem } from '@/api/problem'
import type { Schemas } from '@/api/types'

export type List = Schemas['CloseOutListView']
export type WholeList = Schemas['WholeCloseOutListView']
export type ListForm = Schemas['CloseOutListForm']
export type Milestone = Schemas['CloseOutMilestoneView']
export type Tally = Schemas['CloseOutTallyView']
export type Share = Schemas['CloseOutShareView']
export type SentenceOf = Schemas['CloseOutDutyView']
export type Item = Schemas['CloseOutItemView']
export type ItemForm = Omit<Schemas['CloseOutItemForm'], 'version'>
export type Change = Schemas['CloseOutChangeView']
export type Brought = Schemas['BroughtItemsView']
export type Import = Schemas['CloseOutImportView']

const at = (id: string) => ({ params: { path: { id } } })

/** Everything that the screens of close-out lists ask of the server about lists. */
export const lists = {
  all: (duty?: string) => outcome(api.GET('/api/close-out-lists', { params: { query: duty === undefined ? {} : { duty } } })),
  get: (id: string) => outcome(api.GET('/api/close-out-lists/{id}', at(id))),
  items: (id: string) => outcome(api.GET('/api/close-out-lists/{id}/items', at(id))),
  history: (id: string) => outcome(api.GET('/api/close-out-lists/{id}/history', at(id))),
  make: (form: ListForm) => outcome(api.POST('/api/close-out-lists', { body: form })),
  change: ({ id, version }: List, form: ListForm) => outcome(api.PUT('/api/close-out-lists/{id}', { ...at(id), body: { version, ...form } })),
  remove: ({ id, version }: List) => outcome(api.DELETE('/api/close-out-lists/{id}', { params: { path: { id }, query: { version } } })),
  check: (id: string, file: File) =>
    outcome(api.POST('/api/close-out-lists/{id}/import', { params: { path: { id }, query: { check: true } }, ...fileForm(file) })),
  take: (id: string, file: File) => outcome(api.POST('/api/close-out-lists/{id}/import', { ...at(id), ...fileForm(file) })),
  imports: (id: string) => outcome(api.GET('/api/close-out-lists/{id}/imports', at(id))),
  takeBack: (brought: string, why: string) => outcome(api.POST('/api/close-out-lists/imports/{id}/take-back', { ...at(brought), body: { why } })),
  marked: (id: string, file: File) => outcome(api.POST('/api/close-out-lists/{id}/import/marked', { ...at(id), ...fileForm(file), parseAs: 'blob' })),
}

/** An item in the version that was looked at. */
export type Seen = Pick<Item, 'id' | 'version'>

/** Everything that they ask about items. */
export const items = {
  history: (id: string) => outcome(api.GET('/api/close-out-lists/items/{id}/history', at(id))),
  add: (list: string, form: ItemForm & { organisation: string }) => outcome(api.POST('/api/close-out-lists/{id}/items', { ...at(list), body: form })),
  edit: ({ id, version }: Seen, form: ItemForm) => outcome(api.PUT('/api/close-out-lists/items/{id}', { ...at(id), body: { version, ...form } })),
  submit: ({ id, version }: Seen, words: string, files: string[], toldBy: string) =>
    outcome(
      api.POST('/api/close-out-lists/items/{id}/submission', { ...at(id), body: { version, words, files, ...(toldBy === '' ? {} : { toldBy }) } }),
    ),
  strikeOff: ({ id, version }: Seen) => outcome(api.POST('/api/close-out-lists/items/{id}/striking-off', { ...at(id), body: { version } })),
  giveBack: ({ id, version }: Seen, why: string) => outcome(api.POST('/api/close-out-lists/items/{id}/return', { ...at(id), body: { version, why } })),
  reopen: ({ id, version }: Seen, why: string) => outcome(api.POST('/api/close-out-lists/items/{id}/reopening', { ...at(id), body: { version, why } })),
  transfer: ({ id, version }: Seen, form: { organisation: string; person: string; telephone: string; why: string }) =>
    outcome(api.POST('/api/close-out-lists/items/{id}/transfer', { ...at(id), body: { version, ...form } })),
  remove: ({ id, version }: Seen, why: string) => outcome(api.POST('/api/close-out-lists/items/{id}/removal', { ...at(id), body: { version, why } })),
}

/** Where the empty table is had. */
export const TEMPLATE = '/api/close-out-lists/template.xlsx'

/** Where the items are had as a workbook. */
export const workbookOf = (list: string) => `/api/close-out-lists/${list}/items.xlsx`

/** What comes with the refusal of something that somebody else has overtaken. */
export interface Overtaken {
  current: Item
  changes: Change[]
}

export function overtakenOf(problem: Problem | undefined): Overtaken | undefined {
  if (problem?.status !== 409) return undefined
  const { current, changes } = problem as unknown as Partial<Overtaken>
  return current && changes ? { current, changes } : undefined
}

/** What the server says is wrong with a field. */
export function faultAt(problem: Problem | undefined, field: string): string | undefined {
  return problem?.findings?.find(({ place }) => place === field)?.problem
}
