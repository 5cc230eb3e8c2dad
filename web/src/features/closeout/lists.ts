import type { Item, List, Milestone, SentenceOf } from './api'

export const LONGEST = { name: 200, number: 40, task: 2000, place: 300, person: 50, telephone: 50, measures: 2000, words: 2000, why: 200 } as const
export const MOST_MILESTONES = 12

/** So near that somebody should look. */
const SOON_DAYS = 30

/** How a milestone stands: its state, and of those that are running the ones whose day is near. */
export type Light = 'UNKNOWN' | 'EMPTY' | 'REACHED' | 'RUNNING' | 'SOON' | 'CAUGHT_UP' | 'MISSED'

export function lightOf({ state, daysLeft }: Pick<Milestone, 'state' | 'daysLeft'>): Light {
  if (state == null) return 'UNKNOWN'
  return state === 'RUNNING' && daysLeft <= SOON_DAYS ? 'SOON' : state
}

/** State is a word and a mark. */
export const LIGHT_MARKS: Record<Light, string> = { UNKNOWN: '', EMPTY: '○', REACHED: '✓', RUNNING: '●', SOON: '◐', CAUGHT_UP: '✓', MISSED: '✕' }

export const STATE_MARKS: Record<Item['state'], string> = { OPEN: '○', SUBMITTED: '●', STRUCK_OFF: '✓' }

/** The milestone that a list is to be looked at for: one that was missed, else the next that is not reached. */
export function pressing(milestones: readonly Milestone[]): Milestone | undefined {
  const missed = milestones.filter(({ state }) => state === 'MISSED')
  return missed.at(-1) ?? milestones.find(({ state }) => state === 'RUNNING') ?? milestones.at(-1)
}

/** 571 of a thousand as 57.1%. */
export function percentText(permille: number | null | undefined): string {
  return permille == null ? '—' : `${(permille / 10).toFixed(permille % 10 === 0 ? 0 : 1)}%`
}

/** A step of an item. */
export type Act = 'submit' | 'behalf' | 'strike-off' | 'return' | 'reopen' | 'transfer' | 'remove'

/** What can be done with an item by whoever looks at it. */
export interface Allowed {
  /** In the order of the buttons. */
  acts: Act[]
  edit: boolean
}

export function allowed({ owed, state, submitted }: Pick<Item, 'owed' | 'state' | 'submitted'>, { kept }: Pick<List, 'kept'>): Allowed {
  const open = state === 'OPEN'
  const acts: [Act, boolean][] = [
    ['submit', owed && open],
    ['behalf', kept && !owed && open],
    ['strike-off', kept && state === 'SUBMITTED'],
    ['return', kept && state === 'SUBMITTED'],
    ['reopen', kept && state === 'STRUCK_OFF'],
    ['transfer', kept && open],
    ['remove', kept && !submitted],
  ]
  return { acts: acts.filter(([, may]) => may).map(([act]) => act), edit: kept && state !== 'STRUCK_OFF' }
}

/** Where the sentence of a list is read: at its task, or beside the list of duties. */
export function placeOf({ plan, task, id }: Pick<SentenceOf, 'plan' | 'task' | 'id'>): string {
  return task == null ? `/duties?duty=${id}` : `/plans/${plan}#task-${task}`
}

/** A milestone as it is typed. */
export interface Typed {
  day: string
  percent: string
}

export type TargetFault = 'fault.none' | 'fault.day' | 'fault.percent' | 'fault.days' | 'fault.percents'

const isPercent = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100

/** What is wrong with the milestones, and with which of them. */
export function targetFault(typed: readonly Typed[]): { fault: TargetFault; at: number } | undefined {
  if (typed.length === 0) return { fault: 'fault.none', at: 0 }
  for (const [at, { day, percent }] of typed.entries()) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { fault: 'fault.day', at }
    if (!isPercent(percent)) return { fault: 'fault.percent', at }
    const before = typed[at - 1]
    if (before && day <= before.day) return { fault: 'fault.days', at }
    if (before && Number(percent) <= Number(before.percent)) return { fault: 'fault.percents', at }
  }
  return undefined
}
