import { api, outcome } from '@/api/client'
import type { paths } from '@/api/schema'
import type { Schemas } from '@/api/types'

export type CoordinatorHome = Schemas['CoordinatorHomeView']
export type OrganisationHome = Schemas['OrganisationHomeView']
export type LeaderHome = Schemas['LeaderHomeView']
export type HomeDuty = Schemas['HomeDutyView']
export type HomeCloseOut = Schemas['HomeCloseOutView']
export type HomeRound = Schemas['HomeRoundView']
export type Lights = Schemas['LightsView']
export type Light = Lights['light']
export type DueWords = Schemas['DueWordsView']
export type Due = NonNullable<NonNullable<paths['/api/home/coordinator']['get']['parameters']['query']>['due']>

/** What the homes ask of the server. */
export const homes = {
  coordinator: (due: Due) => outcome(api.GET('/api/home/coordinator', { params: { query: { due } } })),
  words: (due: Due) => outcome(api.GET('/api/home/coordinator/words', { params: { query: { due } } })),
  organisation: () => outcome(api.GET('/api/home/organisation')),
  leader: () => outcome(api.GET('/api/home/leader')),
}
