import type { RecordChange, RecordComment, RecordDeadline } from '../api'

/** One entry of a record's timeline; `at` is an instant, or the day of a deadline. */
export type Happening =
  | { kind: 'change'; key: string; at: string; change: RecordChange }
  | { kind: 'comment'; key: string; at: string; comment: RecordComment }
  | { kind: 'deadline'; key: string; at: string; deadline: RecordDeadline; days: number }

const DAY_MS = 24 * 60 * 60 * 1000

/** Days from one day to another, both as 2026-11-29; negative where `to` is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** What is due first, the nearest first; then what happened, the latest first. */
export function timelineOf(
  changes: readonly RecordChange[],
  comments: readonly RecordComment[],
  deadlines: readonly RecordDeadline[],
  today: string,
): Happening[] {
  const due = deadlines.map((deadline): Happening => {
    return { kind: 'deadline', key: deadline.id, at: deadline.met ?? deadline.due, deadline, days: daysBetween(today, deadline.due) }
  })
  const open = due.filter((each) => each.kind === 'deadline' && !each.deadline.met)
  const past: Happening[] = [
    ...due.filter((each) => !open.includes(each)),
    ...changes.map((change): Happening => ({ kind: 'change', key: change.id, at: change.at, change })),
    ...comments.map((comment): Happening => ({ kind: 'comment', key: comment.id, at: comment.at, comment })),
  ]
  return [...open.sort((a, b) => a.at.localeCompare(b.at)), ...past.sort((a, b) => b.at.localeCompare(a.at))]
}
