import type { Say } from '@/shared/i18n'
import type { messages } from './messages'

type SayPlan = Say<keyof (typeof messages)['zh']>

/**
 * A date, open start or recurrence in words. `notation` is ISO 8601 as the reader writes it: `2020-12-31`,
 * `2017-01-01/..`, `R/P1Y`, `R/P1Y;--01-31`, with X for a digit that is not known. What is not understood is shown as it
 * stands.
 */
export function deadlineText(notation: string, say: SayPlan): string {
  const recurrence = /^R(\d*)\/(P[^;/]+)(?:;-*(.+))?$/.exec(notation)
  if (recurrence) return recurrenceText(recurrence, notation, say)
  if (/^[\dX/.-]*X[\dX/.-]*$/.test(notation)) return say('deadline.unknown', { date: notation })
  if (!/^(\.\.\/)?\d{4}/.test(notation)) return notation
  const [from, to] = notation.split('/')
  if (to === undefined) return say('deadline.by', { date: notation })
  if (to === '..' || to === '') return say('deadline.from', { date: from ?? '' })
  if (from === '..' || from === '') return say('deadline.by', { date: to })
  return say('deadline.range', { from: from ?? '', to })
}

function recurrenceText([, times, duration, day]: string[], notation: string, say: SayPlan): string {
  const period = periodText(duration ?? '', say)
  if (period === undefined) return notation
  const every = day ? say('deadline.every.by', { period, day }) : say('deadline.every', { period })
  return times ? `${every} (${say('deadline.times', { count: times })})` : every
}

const NAMED = {
  P1Y: 'period.year',
  P6M: 'period.half-year',
  P3M: 'period.quarter',
  P1M: 'period.month',
  P1W: 'period.week',
  P7D: 'period.week',
  P1D: 'period.day',
} as const

const UNITS = { Y: 'period.years', M: 'period.months', W: 'period.weeks', D: 'period.days' } as const

function periodText(duration: string, say: SayPlan): string | undefined {
  if (duration in NAMED) return say(NAMED[duration as keyof typeof NAMED])
  const counted = /^P(\d+)([YMWD])$/.exec(duration)
  return counted ? say(UNITS[counted[2] as keyof typeof UNITS], { count: counted[1] ?? '' }) : undefined
}
