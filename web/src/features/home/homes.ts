import type { Role } from '@/api/types'
import { language } from '@/shared/i18n'
import type { CoordinatorHome, Due, Light, Lights } from './api'

export type View = 'coordinator' | 'organisation' | 'leader'

/** Which homes an account has, the first of which it sees after signing in. */
export function viewsOf(role: Role | undefined, organisation: string | null | undefined): View[] {
  if (role === 'OFFICER') return ['organisation']
  if (role !== 'COORDINATOR') return []
  return organisation ? ['coordinator', 'organisation', 'leader'] : ['coordinator', 'leader']
}

/** The lights in the order in which they are told. */
export const LIGHTS: readonly Light[] = ['RED', 'YELLOW', 'GREEN', 'WHITE', 'DONE', 'NONE']

export const LIGHT_MARKS: Record<Light, string> = { RED: '▲', YELLOW: '◐', GREEN: '●', WHITE: '○', DONE: '✓', NONE: '◇' }

export function countOf(lights: Lights, light: Light): number {
  return { RED: lights.red, YELLOW: lights.yellow, GREEN: lights.green, WHITE: lights.white, DONE: lights.done, NONE: lights.none }[light]
}

export function totalOf(lights: Lights): number {
  return LIGHTS.reduce((sum, light) => sum + countOf(lights, light), 0)
}

export const DUES: readonly Due[] = ['TODAY', 'DAYS_3', 'DAYS_7', 'DAYS_30', 'OVERDUE']

export function dueOf(told: unknown): Due {
  return DUES.find((due) => due === told) ?? 'TODAY'
}

export function dueCount(counts: CoordinatorHome['counts'], due: Due): number {
  return { TODAY: counts.today, DAYS_3: counts.days3, DAYS_7: counts.days7, DAYS_30: counts.days30, OVERDUE: counts.overdue }[due]
}

const DAY_MS = 86_400_000

/** How many days lie from one day to another; below 0 where the other has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** A day in the reader's words, with its year where that is another than today's. */
export function dayText(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  const format = new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', { ...year, month: 'long', day: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(day))
}

/** Where the duties stand that a figure counts. */
export function dutiesAt(query: Record<string, string | undefined>): { path: string; query: Record<string, string> } {
  const told = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== '')
  return { path: '/duties', query: Object.fromEntries(told) }
}

/** What narrows a list to the duties of one chapter of a plan, or to those that stand under no heading. */
export function chapterOf(plan: string | null | undefined, heading: string): Record<string, string> {
  return { ...(plan == null ? {} : { plan }), ...(heading === '' ? { noChapter: 'true' } : { chapter: heading }) }
}

/** Where the lines of an organisation in a round-up stand, those of one status only. */
export function linesAt(round: string, organisation: string, status?: string) {
  return { path: `/round-ups/${round}`, query: { organisation, ...(status === undefined ? {} : { status }) } }
}
