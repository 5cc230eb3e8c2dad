import type { ActionContent, EntryContent, EntryKind, Goal, Obligation, Plan, Task } from '@/api/types'

/** What somebody corrects at once: a goal, a task or an obligation of a plan, with all that belongs to it. */
export interface Correctable {
  kind: EntryKind
  id: string
  /** Grows with every change; a change of what has been changed since is refused. */
  version: number
  /** Its place among those of its kind, from 1. */
  number: number
  content: EntryContent
  /** Who corrected it last and when; absent as long as it is as it was read. */
  corrected: { by: string; at: string } | undefined
}

/** What an entry has before anything but its words is known. */
export const NOTHING: Omit<EntryContent, 'start' | 'end'> = {
  path: [],
  lead: [],
  responsible: [],
  participants: [],
  implementers: [],
  open: false,
  events: [],
  deadlines: [],
  targets: [],
  actions: [],
}

type Corrected = Pick<Plan, 'tasks' | 'goals' | 'obligations'>

/** Everything of a plan that can be corrected: tasks, goals, obligations, each in the order of the document. */
export function correctables(plan: Corrected): Correctable[] {
  return [
    ...plan.tasks.map((task, index) => correctable('TASK', task, index, ofTask(task))),
    ...plan.goals.map((goal, index) => correctable('GOAL', goal, index, ofGoal(goal))),
    ...plan.obligations.map((duty, index) => correctable('OBLIGATION', duty, index, ofObligation(duty))),
  ]
}

function correctable(kind: EntryKind, { id, version, corrected }: Task | Goal | Obligation, index: number, content: EntryContent): Correctable {
  return { kind, id, version, number: index + 1, content, corrected: corrected ?? undefined }
}

function ofTask(task: Task): EntryContent {
  const { start, end, clauseStart, clauseEnd, path, lead, responsible, participants, implementers, implementersSource, open } = task
  const people = { lead, responsible, participants, implementers, implementersSource, open }
  const actions = task.actions.map(({ id, start: from, end: to, actor, events, deadlines, targets }): ActionContent => {
    return { id, start: from, end: to, actor, events, deadlines, targets }
  })
  return tidy({ ...NOTHING, start, end, clauseStart, clauseEnd, path, ...people, deadlines: task.deadlines, targets: task.targets, actions })
}

function ofGoal({ start, end, path, scope, deadlines, targets }: Goal): EntryContent {
  return tidy({ ...NOTHING, start, end, path, scope, deadlines, targets })
}

function ofObligation({ start, end, path, actor, events, deadlines, targets }: Obligation): EntryContent {
  return tidy({ ...NOTHING, start, end, path, actor, events, deadlines, targets })
}

/** A copy of its own, without what is null or undefined, so that equal contents are equal text. */
export function tidy<T>(content: T): T {
  return JSON.parse(JSON.stringify(content, (_key, value: unknown) => value ?? undefined)) as T
}

/** Whether two contents say the same; what is absent, null or an empty word is one. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each === null || each === '') return undefined
    if (typeof each !== 'object' || Array.isArray(each)) return each
    return Object.fromEntries(Object.entries(each as object).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

export const PARTIES = ['lead', 'responsible', 'participants', 'implementers'] as const
export type Party = (typeof PARTIES)[number]

/** Everybody whom a plan names, those of most tasks first; what a field of names proposes. */
export function namesOf(entries: readonly Correctable[]): string[] {
  const counts = new Map<string, number>()
  const actors = (content: EntryContent) => [content.actor, ...content.actions.map(({ actor }) => actor)].flatMap((name) => name ?? [])
  for (const { content } of entries) {
    for (const name of [...PARTIES.flatMap((party) => content[party]), ...actors(content)]) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}
