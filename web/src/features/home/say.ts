import { messages as roundMessages } from '@/features/round/messages'
import { periodText } from '@/features/round/say'
import { useMessages, type Say } from '@/shared/i18n'
import type { HomeRound } from './api'
import { dayText, daysBetween } from './homes'
import type { messages } from './messages'

export type SayHome = Say<keyof (typeof messages)['zh']>

/** The name of a round-up's period. */
export function usePeriods(): (round: HomeRound) => string {
  const say = useMessages(roundMessages)
  return (round) => periodText(round, say)
}

/** How far a day is, in words. */
export function farText(day: string, today: string, say: SayHome): string {
  const days = daysBetween(today, day)
  if (days === 0) return say('due.today')
  return days < 0 ? say('due.overdue', { days: -days }) : say('due.left', { days })
}

/** The day, or nothing but the rhythm of reporting. */
export function dueText(day: string | null | undefined, today: string, say: SayHome): string {
  return day == null ? say('ahead.day.none') : dayText(day, today)
}

export function nameText(name: string, say: SayHome): string {
  return name === '' ? say('unnamed') : name
}
