import type { components } from './schema'

export type Schemas = components['schemas']

export type Account = Schemas['AccountView']
export type Session = Schemas['SessionView']
export type Invited = Schemas['InvitedView']
export type AuditEntry = Schemas['AuditEntry']
export type Region = Schemas['RegionView']
export type Organisation = Schemas['OrganisationView']
export type Liaison = Schemas['LiaisonView']
export type Area = Schemas['AreaView']
export type Succession = Schemas['SuccessionView']
export type SheetCheck = Schemas['SheetView']
export type TableCheck = Schemas['TableCheckView']
export type TableChoice = Schemas['TableChoiceForm']
export type TableColumnsChoice = Schemas['TableColumnsChoice']
export type TableImport = Schemas['TableImportView']
export type PlanSummary = Schemas['PlanSummary']
export type Plan = Schemas['PlanView']
export type Entry = Schemas['EntryForm']
export type DraftSummary = Schemas['DraftSummary']
export type DraftReview = Schemas['DraftView']
export type DraftPlan = Schemas['DraftPlanView']
export type Passage = Schemas['PassageView']
export type Task = Schemas['TaskView']
export type Goal = Schemas['GoalView']
export type Obligation = Schemas['ObligationView']
export type EntryContent = Schemas['EntryContent']
export type DeadlineContent = Schemas['DeadlineContent']
export type TargetContent = Schemas['TargetContent']
export type ActionContent = Schemas['ActionContent']
export type EntryKind = Schemas['EntryChange']['kind']
export type ChangeForm = Schemas['PlanChangeRequest']
export type PlanChange = Schemas['PlanChangeView']
export type PlanHistory = Schemas['HistoryView']
export type Deadline = Schemas['DeadlineView']
export type Target = Schemas['TargetView']
export type PlanFinding = Schemas['FindingView']
export type PlanCalendar = Schemas['CalendarView']
export type CalendarEntry = Schemas['CalendarEntryView']
export type CalendarAddress = Schemas['CalendarAddressView']
export type PlanNames = Schemas['NamesView']
export type NameInPlan = Schemas['ResolvedNameView']
export type NameDecision = Schemas['NameDecisionView']
export type ResolvedTask = Schemas['ResolvedTaskView']
export type Answerer = Schemas['AnswererView']
export type OrganisationLink = Schemas['OrganisationLink']
export type OrganisationTask = Schemas['OrganisationTaskView']
export type TemplateKind = Schemas['TemplateView']
export type TemplateChoice = Schemas['ChoiceView']
export type TemplateCheck = Schemas['CheckView']

/** An entry that somebody else has changed meanwhile; `current` is absent where it was removed. */
export interface Conflict {
  kind: EntryKind
  id: string
  by: string
  at: string
  current?: { version: number; position: number; content: EntryContent } | null
}
export type PlanVersions = Schemas['VersionsView']
export type PlanVersion = Schemas['VersionView']
export type Comparison = Schemas['ComparisonView']
export type VersionChange = Schemas['VersionChangeView']
export type SentenceChange = Schemas['SentenceView']
export type FieldChange = Schemas['FieldView']

export type Role = Account['role']
