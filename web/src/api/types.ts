import type { components } from './schema'

type Schemas = components['schemas']

/** What the server may leave out or send as null. Its schema does not tell which properties these are. */
type Absent<T, Key extends keyof T> = Omit<T, Key> & { [K in Key]?: T[K] | null }

export type Account = Absent<Schemas['AccountView'], 'organisationId' | 'regionCode' | 'lockedUntil'>
export type Session = Absent<Schemas['SessionView'], 'account'>
export type Invited = Schemas['InvitedView']
export type AuditEntry = Schemas['AuditEntry']
export type Region = Absent<Schemas['RegionView'], 'parent'>
export type Organisation = Absent<Schemas['OrganisationView'], 'regionCode'>
export type PlanSummary = Absent<Schemas['PlanSummary'], 'number' | 'issuer' | 'issuedOn'>
export type Passage = Schemas['PassageView']
export type Deadline = Schemas['DeadlineView']
export type Target = Absent<Schemas['TargetView'], 'value' | 'by' | 'reference'>
export type Task = Absent<Omit<Schemas['TaskView'], 'targets'>, 'clauseStart' | 'clauseEnd' | 'implementersSource'> & {
  targets: Target[]
}
export type Goal = Absent<Omit<Schemas['GoalView'], 'targets'>, 'scope'> & { targets: Target[] }
export type Obligation = Absent<Omit<Schemas['ObligationView'], 'targets'>, 'actor'> & { targets: Target[] }
export type PlanFinding = Schemas['FindingView']
export type Plan = Absent<Omit<Schemas['PlanView'], 'tasks' | 'goals' | 'obligations'>, 'number' | 'issuer' | 'issuedOn' | 'disclosure'> & {
  tasks: Task[]
  goals: Goal[]
  obligations: Obligation[]
}

export type Role = Account['role']
