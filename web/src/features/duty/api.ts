import { api, outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { paths } from '@/api/schema'
import type { Schemas } from '@/api/types'
import type { DutyQuery } from './query'

export type Duty = Schemas['ListedDutyView']
export type DutyChange = Schemas['DutyChangeView']
export type ChangedDuty = Schemas['ChangedDutyView']
export type DutyChoices = Schemas['DutyChoicesView']
export type PlanOfDuties = Schemas['PlanOfDutiesView']
export type Rhythm = Schemas['RhythmView']
export type UnassignedName = Schemas['UnassignedNameView']
export type PartForm = Schemas['PartForm']
export type Acceptance = Schemas['HandedDownView']['acceptance']
export type DueProposal = Schemas['DueProposalView']
export type EventLength = Schemas['EventLengthView']
export type OccurrenceForm = Schemas['OccurrenceForm']

/** What an address says is checked by the server. */
type Asked = NonNullable<paths['/api/duties']['get']['parameters']['query']>

/** What the server is asked for a list; what is empty narrows nothing. */
export function parametersOf({ plan, chapter, noChapter, organisation, asleep, words, due, light, region, news, unassigned, from }: DutyQuery) {
  return {
    ...(plan === '' ? {} : { plan }),
    ...(chapter === '' ? {} : { chapter }),
    ...(noChapter === '' ? {} : { noChapter: noChapter === 'true' }),
    ...(organisation === '' ? {} : { organisation }),
    ...(asleep ? { asleep: true } : {}),
    ...(words === '' ? {} : { words }),
    ...(due === '' ? {} : { due: due as Asked['due'] }),
    ...(light === '' ? {} : { light: light as Asked['light'] }),
    ...(region === '' ? {} : { region }),
    ...(news === '' ? {} : { news: news as Asked['news'] }),
    ...(unassigned === '' ? {} : { unassigned: unassigned === 'true' }),
    ...(from === '' ? {} : { from: from as Asked['from'] }),
  }
}

/** Everything that the screens of duties ask of the server. */
export const duties = {
  page: (query: DutyQuery, limit: number, after?: string) =>
    outcome(api.GET('/api/duties', { params: { query: { ...parametersOf(query), limit, ...(after === undefined ? {} : { after }) } } })),
  choices: (plan: string) => outcome(api.GET('/api/duties/choices', { params: { query: plan === '' ? {} : { plan } } })),
  get: (id: string) => outcome(api.GET('/api/duties/{id}', { params: { path: { id } } })),
  history: (id: string) => outcome(api.GET('/api/duties/{id}/history', { params: { path: { id } } })),
  wake: (ids: string[], awake: boolean) => outcome(api.POST('/api/duties/waking', { body: { ids, awake } })),
  report: ({ id, version }: Duty, reports: boolean) =>
    outcome(api.PUT('/api/duties/{id}/reporting', { params: { path: { id } }, body: { version, reports } })),
}

/** What is handed down of a duty, accepted, taken back and passed on. */
export const parts = {
  list: (id: string) => outcome(api.GET('/api/duties/{id}/parts', { params: { path: { id } } })),
  hand: (id: string, wanted: PartForm[]) => outcome(api.POST('/api/duties/{id}/parts', { params: { path: { id } }, body: { parts: wanted } })),
  answer: ({ id, version }: Duty, accepted: boolean, why: string) =>
    outcome(api.POST('/api/duties/{id}/acceptance', { params: { path: { id } }, body: { version, accepted, why } })),
  withdraw: ({ id, version }: Duty, why: string) =>
    outcome(api.POST('/api/duties/{id}/withdrawal', { params: { path: { id } }, body: { version, why } })),
  pass: ({ id, version }: Duty, organisation: string, why: string) =>
    outcome(api.POST('/api/duties/{id}/passing-on', { params: { path: { id } }, body: { version, organisation, why } })),
}

/** What happened that starts the clock of a duty. */
export const occurrences = {
  list: (id: string) => outcome(api.GET('/api/duties/{id}/occurrences', { params: { path: { id } } })),
  propose: (id: string, event: string, day: string) =>
    outcome(api.GET('/api/duties/{id}/occurrences/proposal', { params: { path: { id }, query: { event, day } } })),
  start: (id: string, what: OccurrenceForm) => outcome(api.POST('/api/duties/{id}/occurrences', { params: { path: { id } }, body: what })),
}

/** What is decided for all duties of one plan. */
export const plans = {
  unassigned: (plan: string) => outcome(api.GET('/api/plans/{plan}/duties/unassigned', { params: { path: { plan } } })),
  assign: (plan: string, name: string, organisations: string[]) =>
    outcome(api.POST('/api/plans/{plan}/duties/assignment', { params: { path: { plan } }, body: { name, organisations } })),
  check: (plan: string) => outcome(api.GET('/api/plans/{plan}/duties/opening', { params: { path: { plan } } })),
  open: (plan: string) => outcome(api.POST('/api/plans/{plan}/duties/opening', { params: { path: { plan } } })),
  rhythms: (plan: string) => outcome(api.GET('/api/plans/{plan}/rhythms', { params: { path: { plan } } })),
  choose: (plan: string, months: number[]) =>
    outcome(api.PUT('/api/plans/{plan}/rhythms', { params: { path: { plan } }, body: { months } })),
}

/** The address of the list as a workbook. */
export function workbookOf(query: DutyQuery): string {
  const told = new URLSearchParams(Object.entries(parametersOf(query)).map(([key, value]): [string, string] => [key, String(value)]))
  return `/api/duties.xlsx${told.size === 0 ? '' : `?${told.toString()}`}`
}

/** What comes with the refusal of a change that somebody else has overtaken. */
export interface Overtaken {
  current: Duty
  changes: DutyChange[]
}

export function overtakenOf(problem: Problem | undefined): Overtaken | undefined {
  if (problem?.status !== 409) return undefined
  const { current, changes } = problem as unknown as Partial<Overtaken>
  return current && changes ? { current, changes } : undefined
}
