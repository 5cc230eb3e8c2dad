import { api, outcome } from '@/api/client'
import type { Schemas } from '@/api/types'

export type ToSign = Schemas['ToSignView']
export type SignedText = Schemas['SignedTextView']
export type OfLine = Schemas['LineCountersignsView']
export type Countersign = Schemas['CountersignView']
export type Step = Schemas['CountersignStepView']
export type Tally = Schemas['CountersignTallyView']
export type Signature = Schemas['SignatureForm']

/** Everything that the screens of countersigning ask of the server. */
export const countersigns = {
  toSign: () => outcome(api.GET('/api/countersigns')),
  ofLine: (line: string) => outcome(api.GET('/api/countersigns/lines/{id}', { params: { path: { id: line } } })),
  ask: (line: string, organisations: string[]) =>
    outcome(api.POST('/api/countersigns/lines/{id}', { params: { path: { id: line } }, body: { organisations } })),
  withdraw: (id: string) => outcome(api.POST('/api/countersigns/{id}/withdrawal', { params: { path: { id } } })),
  answer: (id: string, signature: Signature) => outcome(api.POST('/api/countersigns/{id}/answer', { params: { path: { id } }, body: signature })),
}
