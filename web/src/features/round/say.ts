import type { Say } from '@/shared/i18n'
import type { CalendarDays, Line, RoundUp, State } from './api'
import type { messages } from './messages'

export type SayRound = Say<keyof (typeof messages)['zh']>

/** The name of a period: a month, a quarter, a half-year or a year. */
export function periodText({ months, year, number }: Pick<RoundUp, 'months' | 'year' | 'number'>, say: SayRound): string {
  if (months === 6) return say(number === 1 ? 'period.6.first' : 'period.6.second', { year })
  return say(`period.${months as 1 | 3 | 12}`, { year, number })
}

/** State is a word and a mark. */
export const STATE_MARKS: Record<State, string> = {
  NOT_STARTED: '○',
  GOING_ON: '●',
  STEADY: '◉',
  DONE: '✓',
  BEHIND: '◐',
  NOT_CONCERNED: '◇',
}

export const STATUS_MARKS: Record<Line['status'], string> = { OPEN: '○', REPORTED: '●', RETURNED: '↩', ACCEPTED: '✓' }

/** Where a line stands: before the period closed nothing said is still to come, afterwards it is missing. */
export function statusText({ status }: Pick<Line, 'status'>, closed: boolean, say: SayRound): string {
  if (status === 'OPEN') return say(closed ? 'status.missing' : 'status.OPEN')
  return say(`status.${status}`)
}

/** How a report came in and what happened to it, beside its status. */
export function marksOf(line: Pick<Line, 'channel' | 'toldBy' | 'late' | 'reopened'>, say: SayRound): string[] {
  return [
    ...(line.channel === 'ON_BEHALF' ? [say('mark.behalf', { whom: line.toldBy })] : []),
    ...(line.channel === 'LINK' ? [say('mark.link', { whom: line.toldBy })] : []),
    ...(line.channel === 'SHEET' ? [say('mark.sheet')] : []),
    ...(line.late ? [say('mark.late')] : []),
    ...(line.reopened > 0 ? [say('mark.reopened', { count: line.reopened })] : []),
  ]
}

/** How many lines nothing was said on: still to come, or missing once the period is closed. */
export function openText(count: number, closed: boolean, say: SayRound): string {
  return say(closed ? 'open.after' : 'open.before', { count })
}

export function lengthText(months: number, say: SayRound): string {
  return say(`length.${months as 1 | 3 | 6 | 12}`)
}

/** A month counted from the last one of a period of some length. */
export function monthText(after: number, months: number, say: SayRound): string {
  if (after === 0 && months === 1) return say('month.only')
  return say(after < 0 ? 'month.before' : after === 0 ? 'month.last' : 'month.after')
}

export function opensText({ months, opensAfter, opens }: CalendarDays, say: SayRound): string {
  return say('opens.day', { month: monthText(opensAfter, months, say), day: opens })
}

export function dueText({ months, dueAfter, due }: CalendarDays, say: SayRound): string {
  return say('due.day', { month: monthText(dueAfter, months, say), day: due })
}
