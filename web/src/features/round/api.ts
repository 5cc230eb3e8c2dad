import { api, outcome } from '@/api/client'
import { fileForm } from '@/api/fileForm'
import type { Schemas } from '@/api/types'

export type RoundUp = Schemas['RoundUpView']
export type Counts = Schemas['ReportCountsView']
export type Reporting = Schemas['ReportingOrganisationView']
export type Line = Schemas['ReportLineView']
export type Said = Schemas['SaidProgressView']
export type State = Said['state']
export type Change = Schemas['ReportChangeView']
export type CalendarDays = Schemas['CalendarDaysView']
export type Returned = Schemas['ReturnedSheetView']
export type Seen = Schemas['SeenLineForm']

const under = (organisation: string | undefined) => (organisation === undefined ? {} : { organisation })

/** Everything that the screens of round-ups ask of the server. */
export const rounds = {
  list: () => outcome(api.GET('/api/round-ups')),
  get: (id: string) => outcome(api.GET('/api/round-ups/{id}', { params: { path: { id } } })),
  lines: (id: string, organisation: string) =>
    outcome(api.GET('/api/round-ups/{id}/lines', { params: { path: { id }, query: { organisation } } })),
  history: (line: string) => outcome(api.GET('/api/round-ups/lines/{id}/history', { params: { path: { id: line } } })),
  calendar: () => outcome(api.GET('/api/round-ups/calendar')),
  keep: (days: CalendarDays) => outcome(api.PUT('/api/round-ups/calendar', { body: days })),
  report: (lines: Seen[], said: Said, toldBy: string) =>
    outcome(api.POST('/api/round-ups/lines/reports', { body: { lines, ...said, ...(toldBy === '' ? {} : { toldBy }) } })),
  package: (lines: string[], earlier: boolean) =>
    outcome(api.POST('/api/round-ups/packages', { body: { lines, earlier }, parseAs: 'blob' })),
  accept: (lines: Seen[]) => outcome(api.POST('/api/round-ups/lines/acceptance', { body: { lines } })),
  giveBack: (lines: Seen[], why: string) => outcome(api.POST('/api/round-ups/lines/return', { body: { lines, why } })),
  reopen: (lines: Seen[], why: string) => outcome(api.POST('/api/round-ups/lines/reopening', { body: { lines, why } })),
  check: (id: string, organisation: string | undefined, file: File) =>
    outcome(api.POST('/api/round-ups/{id}/sheets', { params: { path: { id }, query: { ...under(organisation), check: true } }, ...fileForm(file) })),
  take: (id: string, organisation: string | undefined, file: File) =>
    outcome(api.POST('/api/round-ups/{id}/sheets', { params: { path: { id }, query: under(organisation) }, ...fileForm(file) })),
  marked: (id: string, organisation: string | undefined, file: File) =>
    outcome(
      api.POST('/api/round-ups/{id}/sheets/marked', { params: { path: { id }, query: under(organisation) }, ...fileForm(file), parseAs: 'blob' }),
    ),
}

/** Where the sheets of all organisations are had, one file each. */
export const sheetsOf = (id: string) => `/api/round-ups/${id}/sheets.zip`

/** Where the sheets of all organisations are had as .docx. */
export const wordSheetsOf = (id: string) => `${sheetsOf(id)}?word=true`

/** Where the sheet of one organisation is had as .docx. */
export const wordSheetOf = (id: string, organisation: string) => `/api/round-ups/${id}/sheet.docx?organisation=${organisation}`

/** Where the sheet of one organisation is had. */
export const sheetOf = (id: string, organisation: string) => `/api/round-ups/${id}/sheet.xlsx?organisation=${organisation}`
