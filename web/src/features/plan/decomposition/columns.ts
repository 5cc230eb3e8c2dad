import type { Schemas } from '@/api/types'

export type WorkItem = Schemas['WorkItemView']
export type ColumnKey =
  | 'CODE'
  | 'HEADING'
  | 'TASK'
  | 'SENTENCE'
  | 'ORGANISATION'
  | 'ROLE'
  | 'WORK'
  | 'STANDARD'
  | 'DEADLINE'
  | 'YEARS'
  | 'MILESTONES'
  | 'DELIVERABLES'
  | 'LEADER'
  | 'PERSON'
  | 'LIAISON'
  | 'TELEPHONE'

export const ROLES = ['LEAD', 'RESPONSIBLE', 'PARTICIPANT', 'IMPLEMENTER', 'ACTOR'] as const

/** In the order of the sheet; the width is that of the cell, in pixels. */
export const COLUMNS: { key: ColumnKey; width: number }[] = [
  { key: 'CODE', width: 64 },
  { key: 'HEADING', width: 160 },
  { key: 'TASK', width: 180 },
  { key: 'SENTENCE', width: 220 },
  { key: 'ORGANISATION', width: 130 },
  { key: 'ROLE', width: 64 },
  { key: 'WORK', width: 200 },
  { key: 'STANDARD', width: 130 },
  { key: 'DEADLINE', width: 100 },
  { key: 'YEARS', width: 160 },
  { key: 'MILESTONES', width: 160 },
  { key: 'DELIVERABLES', width: 110 },
  { key: 'LEADER', width: 80 },
  { key: 'PERSON', width: 80 },
  { key: 'LIAISON', width: 80 },
  { key: 'TELEPHONE', width: 100 },
]

export const HIDDEN_AT_FIRST: ColumnKey[] = ['HEADING', 'TASK', 'YEARS', 'MILESTONES', 'DELIVERABLES', 'LEADER', 'TELEPHONE']

/** What is counted where it is missing. */
export const WANTED: ColumnKey[] = ['WORK', 'STANDARD', 'DEADLINE', 'DELIVERABLES', 'LEADER', 'PERSON', 'LIAISON']

/** What can be filled in many items at once. */
export const FILLABLE: ColumnKey[] = ['WORK', 'STANDARD', 'DEADLINE', 'YEARS', 'MILESTONES', 'DELIVERABLES', 'LEADER', 'PERSON', 'LIAISON', 'TELEPHONE']

const FIELDS = {
  CODE: 'code',
  HEADING: 'heading',
  TASK: 'task',
  SENTENCE: 'sentence',
  ORGANISATION: 'organisation',
  ROLE: 'role',
  WORK: 'work',
  STANDARD: 'standard',
  DEADLINE: 'deadline',
  YEARS: 'years',
  MILESTONES: 'milestones',
  DELIVERABLES: 'deliverables',
  LEADER: 'leader',
  PERSON: 'person',
  LIAISON: 'liaison',
  TELEPHONE: 'telephone',
} as const

/** What stands in a cell; a role is its key, not its word. */
export function cell(item: WorkItem, column: ColumnKey): string {
  return item[FIELDS[column]]
}

/** Whether a cell may be typed into: the code never, and what is printed in the plan neither. */
export function isEditable(item: WorkItem, column: ColumnKey): boolean {
  if (column === 'CODE') return false
  const printed = column === 'HEADING' || column === 'TASK' || column === 'SENTENCE'
  return !printed || item.origin === 'HAND' || item.origin === 'DOCUMENT'
}

export function isMissing(item: WorkItem, column: ColumnKey): boolean {
  return cell(item, column).trim() === ''
}

/** What a list of items is narrowed to; an empty part narrows nothing. */
export interface ItemFilter {
  words: string
  organisation: string
  role: string
  missing: string
  corrected: boolean
}

export function matches(item: WorkItem, filter: ItemFilter): boolean {
  const texts = [item.code, item.heading, item.task, item.sentence, item.organisation, item.work, item.standard, item.person, item.liaison]
  return (
    (filter.words === '' || texts.some((text) => text.toLowerCase().includes(filter.words.toLowerCase()))) &&
    (filter.organisation === '' || item.organisation === filter.organisation) &&
    (filter.role === '' || item.role === filter.role) &&
    (filter.missing === '' || isMissing(item, filter.missing as ColumnKey)) &&
    (!filter.corrected || isCorrected(item))
  )
}

export function isCorrected(item: WorkItem): boolean {
  return typeof item.printedNow === 'string'
}

/** Everything that was handed down from an item, near or far. */
export function below(items: WorkItem[], id: string): WorkItem[] {
  const children = items.filter(({ parentId }) => parentId === id)
  return children.flatMap((child) => [child, ...below(items, child.id)])
}

/** How deep an item stands: 0 for one that was not handed down. */
export function depth(item: WorkItem, byId: Map<string, WorkItem>): number {
  let level = 0
  for (let at = item.parentId; typeof at === 'string'; at = byId.get(at)?.parentId) level++
  return level
}

/** Names, one a line, without blanks and repeats. */
export function namesOf(lines: string): string[] {
  return [...new Set(lines.split(/\n/).map((line) => line.trim()))].filter((line) => line !== '')
}
