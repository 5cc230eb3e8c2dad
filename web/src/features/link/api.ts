import { api, outcome } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Link = Schemas['ReportingLinkView']
export type Links = Schemas['ReportingLinksView']
export type Made = Schemas['MadeLinkView']
export type Linked = Schemas['LinkedRoundView']
export type LinkedLine = Schemas['LinkedLineView']
export type LinkedSaid = Schemas['LinkedSaidView']

/** Who writes by a link. */
export interface Teller {
  name: string
  telephone: string
}

/** The links of a round-up, for whoever keeps it. */
export const links = {
  list: (round: string) => outcome(api.GET('/api/reporting-links', { params: { query: { round } } })),
  make: (round: string, organisation: string, lastDay: string) =>
    outcome(api.POST('/api/reporting-links', { body: { round, organisation, lastDay } })),
  withdraw: (id: string) => outcome(api.POST('/api/reporting-links/{id}/withdrawal', { params: { path: { id } } })),
}

/** The token comes in a header, so that it stands in no log of addresses. */
const by = (token: string) => ({ params: { header: { 'Jingtu-Link': token } } })

/** What is done by a link. */
export const answers = {
  open: (token: string) => outcome(api.GET('/api/answers', by(token))),
  report: (token: string, { id, version }: Pick<LinkedLine, 'id' | 'version'>, said: LinkedSaid, teller: Teller) =>
    outcome(api.POST('/api/answers/reports', { ...by(token), body: { line: id, version, ...said, ...teller } })),
  handIn: (token: string, teller: Teller) => outcome(api.POST('/api/answers/handing-in', { ...by(token), body: { ...teller } })),
}
