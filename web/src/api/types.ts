import type { components } from './schema'

type Schemas = components['schemas']

export type Account = Schemas['AccountView']
export type Session = Schemas['SessionView']
export type Invitation = Schemas['InvitationView']
export type Invited = Schemas['Invited']
export type AuditEntry = Schemas['AuditEntryView']
export type Region = Schemas['RegionView']
export type Organisation = Schemas['OrganisationView']
export type PlanSummary = Schemas['PlanSummary']
export type Plan = Schemas['PlanView']
export type Passage = Schemas['PassageView']
export type Task = Schemas['TaskView']
export type Deadline = Schemas['DeadlineView']
export type Target = Schemas['TargetView']
export type PlanFinding = Schemas['FindingView']

export type Role = 'ADMINISTRATOR' | 'SECURITY_OFFICER' | 'AUDITOR' | 'COORDINATOR' | 'OFFICER'
