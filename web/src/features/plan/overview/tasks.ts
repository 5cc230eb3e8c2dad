import type { Plan, Task } from '@/api/types'
import { parties, type PartyRole } from '../parties'

/** A task as a line of the list. `chapter` is the highest heading above it. */
export interface TaskRow {
  task: Task
  title: string
  chapter: string
  /** Everybody who is named for it: by the clause in a role, or by one of its sentences as the one who acts. */
  named: { name: string; roles: Role[] }[]
  /** What a search looks through: title, text and names, in lower case and without white space. */
  searched: string
}

/** A role in the clause; or the one whom a sentence obliges. */
export type Role = PartyRole | 'actor'

export const ROLES: Role[] = ['lead', 'responsible', 'participants', 'implementers', 'actor']

export type Timing = 'dated' | 'recurring' | 'open' | 'event' | 'undated'

export const TIMINGS: Timing[] = ['dated', 'recurring', 'open', 'event', 'undated']

/** What the list is narrowed to; an empty word narrows nothing. */
export interface TaskFilter {
  words: string
  organisation: string
  role: Role | ''
  chapter: string
  timing: Timing | ''
  /** Only tasks with a date from this day on, and up to that; ISO 8601. */
  from: string
  to: string
  target: 'with' | 'without' | ''
}

const EXCERPT = 40

export function rowsOf(plan: Pick<Plan, 'tasks'>): TaskRow[] {
  return plan.tasks.map((task) => {
    const title = titleOf(task)
    const named = namedIn(task)
    const texts = [...task.path, task.text, ...named.map(({ name }) => name)]
    return { task, title, chapter: task.path[0] ?? '', named, searched: plain(texts.join('\n')) }
  })
}

/** The heading nearest to the task, or the first words of its text where there is none. */
export function titleOf(task: Pick<Task, 'path' | 'text'>): string {
  return task.path.at(-1) ?? excerpt(task.text)
}

/** The first words of a text on one line. */
export function excerpt(text: string, length = EXCERPT): string {
  const points = Array.from(text.replace(/\s+/g, ''))
  return points.length <= length ? points.join('') : `${points.slice(0, length).join('')}…`
}

/** Who is named for a task and how, in the order of the clause; actors of its sentences come last. */
export function namedIn(task: Task): TaskRow['named'] {
  const roles = new Map<string, Role[]>()
  const add = (name: string, role: Role) => {
    const known = roles.get(name) ?? []
    if (!known.includes(role)) roles.set(name, [...known, role])
  }
  for (const { role, names } of parties(task)) for (const name of names) add(name, role)
  for (const { actor } of task.actions) if (actor != null) add(actor, 'actor')
  return [...roles].map(([name, held]) => ({ name, roles: held }))
}

export function matches(row: TaskRow, filter: TaskFilter): boolean {
  return (
    (filter.words === '' || row.searched.includes(plain(filter.words))) &&
    (filter.chapter === '' || row.chapter === filter.chapter) &&
    isNamed(row, filter) &&
    (filter.timing === '' || timingsOf(row.task).includes(filter.timing)) &&
    isWithin(row.task, filter) &&
    (filter.target === '' || (filter.target === 'with') === row.task.targets.length > 0)
  )
}

/** Organisation and role belong together: somebody of that name in that role. */
function isNamed({ named }: TaskRow, { organisation, role }: TaskFilter): boolean {
  if (organisation === '' && role === '') return true
  return named.some(
    (party) => (organisation === '' || party.name === organisation) && (role === '' || party.roles.includes(role)),
  )
}

function isWithin({ deadlines }: Task, { from, to }: TaskFilter): boolean {
  if (from === '' && to === '') return true
  const days = deadlines.flatMap(({ notation }) => dayOf(notation) ?? [])
  return days.some((day) => (from === '' || day >= from) && (to === '' || day <= to))
}

/** The day by which a notation wants something done; nothing for what recurs or only begins. */
function dayOf(notation: string): string | undefined {
  return /(\d{4}-\d{2}-\d{2})$/.exec(notation)?.[1]
}

/** When a task is due: it may have a date and recur as well. */
export function timingsOf({ deadlines, actions }: Task): Timing[] {
  const kinds = new Set<Timing>(deadlines.map(({ notation }) => timingOf(notation)))
  if (actions.some(({ events }) => events.length > 0)) kinds.add('event')
  return kinds.size === 0 ? ['undated'] : [...kinds]
}

function timingOf(notation: string): Timing {
  if (notation.startsWith('R')) return 'recurring'
  return notation.endsWith('/..') ? 'open' : 'dated'
}

/** All names of a plan's tasks, the most often named first. */
export function namesIn(rows: readonly TaskRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { named } of rows) for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'zh')).map(([name]) => name)
}

function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}

type Query = Record<string, unknown>

const KEYS: Record<keyof TaskFilter, string> = {
  words: 'q',
  organisation: 'organisation',
  role: 'role',
  chapter: 'chapter',
  timing: 'timing',
  from: 'from',
  to: 'to',
  target: 'target',
}

const FILTERS = Object.keys(KEYS) as (keyof TaskFilter)[]

/** Reads a filter out of an address; words that mean nothing there narrow nothing. */
export function filterOf(query: Query): TaskFilter {
  const told = (key: keyof TaskFilter) => (typeof query[KEYS[key]] === 'string' ? (query[KEYS[key]] as string) : '')
  const one = <T extends string>(key: keyof TaskFilter, allowed: readonly T[]): T | '' =>
    allowed.find((word) => word === told(key)) ?? ''
  return {
    words: told('words'),
    organisation: told('organisation'),
    role: one('role', ROLES),
    chapter: told('chapter'),
    timing: one('timing', TIMINGS),
    from: told('from'),
    to: told('to'),
    target: one('target', ['with', 'without'] as const),
  }
}

/** The address of a filter, with the page left out, since another filter has other pages. */
export function queryOfFilter(filter: TaskFilter, others: Query): Record<string, string> {
  const owned = new Set([...Object.values(KEYS), 'page'])
  const kept = Object.entries(others).flatMap(([name, value]) =>
    typeof value === 'string' && !owned.has(name) ? [[name, value] as const] : [],
  )
  const told = FILTERS.flatMap((key) => (filter[key] === '' ? [] : [[KEYS[key], filter[key]] as const]))
  return Object.fromEntries([...kept, ...told])
}
