import { api, outcome } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Reminder = Schemas['ReminderView']
export type Status = Reminder['status']
export type Reason = Reminder['reasons'][number]
export type Way = Reminder['way']
export type Settings = Schemas['ReminderSettingsView']
export type Times = Schemas['ReminderTimesView']
export type Reached = Schemas['ReachedOrganisationView']
export type Robot = Schemas['ShownRobotView']
export type AddressesForm = Schemas['AddressesForm']
export type Reminded = Schemas['RemindedView']
export type InQuietHours = Schemas['RemindNowForm']['inQuietHours']

export interface Asked {
  status?: Status | undefined
  organisation?: string | undefined
  before?: string | undefined
}

const under = (id: string) => ({ params: { path: { id } } })

/** Everything that the screens of reminders ask of the server. */
export const reminders = {
  list: ({ status, organisation, before }: Asked) =>
    outcome(
      api.GET('/api/reminders', {
        params: { query: { ...(status && { status }), ...(organisation && { organisation }), ...(before && { before }) } },
      }),
    ),
  arrived: (id: string) => outcome(api.POST('/api/reminders/{id}/arrival', under(id))),
  sendAgain: (id: string) => outcome(api.POST('/api/reminders/{id}/repetition', under(id))),
  cancel: (id: string) => outcome(api.POST('/api/reminders/{id}/cancellation', under(id))),
  settings: () => outcome(api.GET('/api/reminders/settings')),
  keepTimes: (times: Times) => outcome(api.PUT('/api/reminders/settings', { body: times })),
  keepAddresses: (addresses: AddressesForm) => outcome(api.PUT('/api/reminders/addresses', { body: addresses })),
  tryMailbox: (mailbox: string) => outcome(api.POST('/api/reminders/tests', { body: { mailbox } })),
  tryRobot: (organisation: string | undefined) =>
    outcome(api.POST('/api/reminders/tests', { body: organisation === undefined ? {} : { organisation } })),
  remind: (round: string, organisations: string[], inQuietHours: InQuietHours) =>
    outcome(api.POST('/api/round-ups/{id}/chasing/messages', { params: { path: { id: round } }, body: { organisations, inQuietHours } })),
}
