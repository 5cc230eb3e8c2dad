import type { Entry } from '@/api/types'
import type { Say } from '@/shared/i18n'
import type { messages } from './messages'

export type SayRegister = Say<keyof (typeof messages)['zh']>

export const KINDS: Entry['kind'][] = ['WORK_PLAN', 'ANNUAL_PLAN', 'TASK_TABLE', 'SPECIAL_ACTION', 'PROGRAMME', 'OTHER']
export const LEVELS: Entry['level'][] = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'AREA']

/** The days of a validity in words; whole years are said as years. Nothing where neither day is set. */
export function validityText({ validFrom, validTo }: Pick<Entry, 'validFrom' | 'validTo'>, say: SayRegister): string {
  if (!validFrom) return validTo ? say('validity.to', { to: validTo }) : ''
  if (!validTo) return say('validity.from', { from: validFrom })
  if (!validFrom.endsWith('-01-01') || !validTo.endsWith('-12-31')) return say('validity.days', { from: validFrom, to: validTo })
  const [from, to] = [validFrom.slice(0, 4), validTo.slice(0, 4)]
  return from === to ? say('validity.year', { from }) : say('validity.years', { from, to })
}

export type EntryFault = 'title' | 'validity'

/** What keeps an entry from being saved. */
export function faultsOf(entry: Entry): EntryFault[] {
  const reversed = Boolean(entry.validFrom && entry.validTo && entry.validFrom > entry.validTo)
  return [...(entry.title.trim() === '' ? ['title' as const] : []), ...(reversed ? ['validity' as const] : [])]
}
