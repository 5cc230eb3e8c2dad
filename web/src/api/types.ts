import type { components } from './schema'

type Schemas = components['schemas']

export type Account = Schemas['AccountView']
export type Session = Schemas['SessionView']
export type Invited = Schemas['InvitedView']
export type AuditEntry = Schemas['AuditEntry']
export type Region = Schemas['RegionView']
export type Organisation = Schemas['OrganisationView']
export type PlanSummary = Schemas['PlanSummary']
export type Plan = Schemas['PlanView']
export type Passage = Schemas['PassageView']
export type Task = Schemas['TaskView']
export type Goal = Schemas['GoalView']
export type Obligation = Schemas['ObligationView']
export type Deadline = Schemas['DeadlineView']
export type Target = Schemas['TargetView']
export type PlanFinding = Schemas['FindingView']
export type PlanCalendar = Schemas['CalendarView']
export type CalendarEntry = Schemas['CalendarEntryView']
export type CalendarAddress = Schemas['CalendarAddressView']

export type Role = Account['role']
