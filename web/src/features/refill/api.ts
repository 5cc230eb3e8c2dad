import { api, outcome } from '@/api/client'
import { fileForm } from '@/api/fileForm'
import type { Schemas } from '@/api/types'

export type SuperiorForm = Schemas['SuperiorFormView']
export type WholeForm = Schemas['WholeSuperiorFormView']
export type Sheet = Schemas['FormSheetView']
export type Cell = Schemas['FormCellView']
export type Mapped = Schemas['MappedCellText']
export type Kind = Mapped['kind']
export type Choices = Schemas['FormChoicesView']
export type DutyChoice = Schemas['DutyChoiceView']
export type Preview = Schemas['FormPreviewView']
export type Foreseen = Schemas['ForeseenCellView']
export type Filling = Schemas['FormFillingView']
export type Edition = Schemas['FormEditionView']
export type Renewed = Schemas['RenewedFormView']
export type Typed = Schemas['TypedCellForm']

const of = (id: string) => ({ path: { id } })

/** Everything that the screens of forms from above ask of the server. */
export const forms = {
  list: () => outcome(api.GET('/api/superior-forms')),
  get: (id: string) => outcome(api.GET('/api/superior-forms/{id}', { params: of(id) })),
  add: (name: string, months: number, file: File) =>
    outcome(api.POST('/api/superior-forms', { params: { query: { name, months } }, ...fileForm(file) })),
  renew: (id: string, version: number, file: File) =>
    outcome(api.POST('/api/superior-forms/{id}/editions', { params: { ...of(id), query: { version } }, ...fileForm(file) })),
  change: (form: SuperiorForm, name: string, inUse: boolean) =>
    outcome(api.PUT('/api/superior-forms/{id}', { params: of(form.id), body: { version: form.version, name, inUse } })),
  keep: (id: string, version: number, cells: Mapped[]) =>
    outcome(api.PUT('/api/superior-forms/{id}/mapping', { params: of(id), body: { version, cells } })),
  proposals: (id: string) => outcome(api.GET('/api/superior-forms/{id}/proposals', { params: of(id) })),
  choices: (id: string) => outcome(api.GET('/api/superior-forms/{id}/choices', { params: of(id) })),
  read: (id: string, file: File) =>
    outcome(api.POST('/api/superior-forms/{id}/mapping-file', { params: of(id), ...fileForm(file) })),
  preview: (id: string, first: string, typed: Typed[]) =>
    outcome(api.POST('/api/superior-forms/{id}/preview', { params: of(id), body: { first, typed } })),
  fill: (id: string, first: string, typed: Typed[]) =>
    outcome(api.POST('/api/superior-forms/{id}/fillings', { params: of(id), body: { first, typed } })),
}

export const mappingOf = (id: string) => `/api/superior-forms/${id}/mapping.json`
export const editionOf = (id: string, ordinal: number) => `/api/superior-forms/${id}/editions/${ordinal}/file`
export const fillingOf = (id: string, filling: string) => `/api/superior-forms/${id}/fillings/${filling}/file`
