import { api, outcome } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Owing = Schemas['OwingView']
export type Way = Schemas['ChaseForm']['way']

export const chasing = {
  list: (round: string) => outcome(api.GET('/api/round-ups/{id}/chasing', { params: { path: { id: round } } })),
  note: (round: string, organisations: string[], way: Way) =>
    outcome(api.POST('/api/round-ups/{id}/chasing', { params: { path: { id: round } }, body: { organisations, way } })),
}
