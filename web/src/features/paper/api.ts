import { api, outcome, type Outcome } from '@/api/client'
import type { paths } from '@/api/schema'

export type Grouping = NonNullable<NonNullable<paths['/api/round-ups/{id}/table.docx']['get']['parameters']['query']>['by']>

/** A file that the server made; the schema calls it bytes. */
type Made = Promise<Outcome<Blob>>

const file = (answer: Promise<Outcome<unknown>>) => answer as Made
const of = (id: string) => ({ params: { path: { id } }, parseAs: 'blob' as const })

/** The papers that whoever keeps a round-up makes of it. */
export const papers = {
  wordTable: (id: string, by: Grouping) =>
    file(outcome(api.GET('/api/round-ups/{id}/table.docx', { params: { path: { id }, query: { by } }, parseAs: 'blob' }))),
  excelTable: (id: string, by: Grouping) =>
    file(outcome(api.GET('/api/round-ups/{id}/table.xlsx', { params: { path: { id }, query: { by } }, parseAs: 'blob' }))),
  summary: (id: string) => file(outcome(api.GET('/api/round-ups/{id}/summary.docx', of(id)))),
  notice: (id: string) => file(outcome(api.GET('/api/round-ups/{id}/notice.docx', of(id)))),
  everything: (id: string) => file(outcome(api.GET('/api/round-ups/{id}/everything.xlsx', of(id)))),
  year: (year: number) => file(outcome(api.GET('/api/round-ups/everything.xlsx', { params: { query: { year } }, parseAs: 'blob' }))),
  letters: (id: string, organisations: string[], noted: boolean) =>
    file(outcome(api.POST('/api/round-ups/{id}/letters', { params: { path: { id } }, body: { organisations, noted }, parseAs: 'blob' }))),
}
