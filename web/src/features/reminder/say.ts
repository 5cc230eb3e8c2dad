import { localTime, type Say } from '@/shared/i18n'
import type { Reminder, Status } from './api'
import type { messages } from './messages'

export type SayReminder = Say<keyof (typeof messages)['zh']>

/** State is a word and a mark. */
export const STATUS_MARKS: Record<Status, string> = {
  WAITING: '○',
  SENDING: '→',
  SENT: '✓',
  FAILED: '✕',
  UNCONFIRMED: '?',
  CANCELLED: '◇',
}

export const STATUSES = Object.keys(STATUS_MARKS) as Status[]

/** To whom a message goes: an organisation, the group of the region, or whoever tries the settings. */
export function nameText({ name, reasons }: Pick<Reminder, 'name' | 'reasons'>, say: SayReminder): string {
  if (name !== '') return name
  return say(reasons.includes('TEST') ? 'test' : 'group')
}

/** Why it is as it is, when it goes out, how often it was tried, who settled it. */
export function explanationText(message: Reminder, say: SayReminder, now = Date.now()): string {
  const { status, notBefore, attempts, settledBy, question, explanation } = message
  const later = status === 'WAITING' && Date.parse(notBefore) > now
  return [
    explanation,
    ...(later ? [say('waits.until', { at: localTime(notBefore) })] : []),
    ...(attempts > 1 ? [say('attempts', { count: attempts })] : []),
    ...(typeof settledBy === 'string' && !question && status !== 'SENT' ? [say('settled.by', { name: settledBy })] : []),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Whole numbers from 0 to 90 with blanks or commas between; undefined where something else stands there. */
export function daysOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、]+/).filter((part) => part !== '')
  const days = parts.map(dayOf)
  return parts.length >= 1 && parts.length <= 6 && days.every((day) => day !== undefined) ? days : undefined
}

/** A whole number from 0 to 90. */
export function dayOf(text: string): number | undefined {
  const day = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN
  return day <= 90 ? day : undefined
}
