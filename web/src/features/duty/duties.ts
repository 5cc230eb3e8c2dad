import type { Duty, Rhythm } from './api'

/** Duties that follow one another under the same headings of the same plan, document or register. */
export interface DutyGroup {
  key: string
  planId: string
  planTitle: string
  heading: string
  rows: DutyRow[]
}

export interface DutyRow {
  duty: Duty
  /** Among all rows of the list, from 0. */
  index: number
  /** Whether the row above has the same sentence. */
  repeats: boolean
}

/** Duties under the headings of their plans, in the order in which they came. */
export function grouped(duties: readonly Duty[]): DutyGroup[] {
  const groups: DutyGroup[] = []
  let before: Duty | undefined
  for (const [index, duty] of duties.entries()) {
    const group = groups.at(-1)
    const row = { duty, index, repeats: before !== undefined && sameSentence(before, duty) }
    if (group !== undefined && group.planId === (duty.planId ?? '') && group.heading === duty.heading) group.rows.push(row)
    else {
      groups.push({
        key: duty.id,
        planId: duty.planId ?? '',
        planTitle: duty.planTitle ?? '',
        heading: duty.heading,
        rows: [{ ...row, repeats: false }],
      })
    }
    before = duty
  }
  return groups
}

function sameSentence(one: Duty, other: Duty): boolean {
  if (one.place !== other.place || one.planId !== other.planId) return false
  if (one.place === 'DEADLINE') return one.recordId === other.recordId && one.sentence === other.sentence
  if (one.place === 'DOCUMENT') return one.documentId === other.documentId && one.number === other.number
  return one.start === other.start && one.end === other.end
}

/** Where a duty comes from: in its plan, its document or its record; nothing where the reader does not see the plan. */
export function placeOf(duty: Duty): string | undefined {
  if (duty.place === 'DOCUMENT') return `/work-sources/${duty.documentId}`
  if (duty.place === 'DEADLINE') return `/registers/${duty.register}/records/${duty.recordId}`
  if (duty.planTitle == null) return undefined
  return `/plans/${duty.planId}#${duty.place === 'TASK' ? `task-${duty.number}` : `at-${duty.start}`}`
}

/** When a duty is due next, as far as that can be said. */
export type Next =
  | { kind: 'day'; day: string; assumed: boolean }
  /** All its days are over; the last of them. */
  | { kind: 'past'; day: string }
  /** It has no day, but words or a notation that say when. */
  | { kind: 'words' }
  /** Nothing says when: it follows the rhythm of reporting. */
  | { kind: 'rhythm' }

export function nextOf(duty: Pick<Duty, 'nextDue' | 'due' | 'times'>): Next {
  if (duty.nextDue) return { kind: 'day', ...duty.nextDue }
  const last = duty.due.at(-1)
  if (last) return { kind: 'past', day: last.day }
  return { kind: duty.times.length > 0 ? 'words' : 'rhythm' }
}

/** The printed words of a duty's times, each once. */
export function wordsOf(duty: Pick<Duty, 'times'>): string[] {
  return [...new Set(duty.times.map(({ words }) => words).filter((words) => words !== ''))]
}

/** The printed words from which days were inferred: of times that say no day. */
export function inferredFrom(duty: Pick<Duty, 'times'>): string[] {
  return wordsOf({ times: duty.times.filter(({ notation, assumed }) => notation != null && (assumed || notation.startsWith('R'))) })
}

/** Every month, quarter, half-year or year. */
export const RHYTHMS = [1, 3, 6, 12] as const

export function usedOf(rhythms: readonly Rhythm[]): number[] {
  return rhythms.filter(({ used }) => used).map(({ months }) => months)
}

/** The sentences of the plan that state a rhythm in use, each once. */
export function statedBy(rhythms: readonly Rhythm[]): string[] {
  return [...new Set(rhythms.filter(({ used, sentence }) => used && sentence !== '').map(({ sentence }) => sentence))]
}
