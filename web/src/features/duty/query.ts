import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the list shows. It lives in the address, so that it can be sent to a colleague. */
export interface DutyQuery {
  plan: string
  chapter: string
  /** `true` for those that stand under no heading. */
  noChapter: string
  organisation: string
  words: string
  /** Those that sleep, instead of those that are awake. */
  asleep: boolean
  /** By when it is due, as homes count it: OVERDUE, TODAY, DAYS_3, DAYS_7, DAYS_30. */
  due: string
  /** The light that it shows. */
  light: string
  /** The code of a region in which its organisation stands. */
  region: string
  /** What happened to it lately: ACCEPTED, MOVED, OVERDUE, REOPENED. */
  news: string
  /** `true` for those under names that the directory does not have. */
  unassigned: string
  /** What asks for it: PLAN, DOCUMENT, REGISTER. */
  from: string
}

/** What to put into a query so that nothing narrows it. */
export const UNNARROWED = { plan: '', chapter: '', noChapter: '', organisation: '', words: '', due: '', light: '', region: '', news: '', unassigned: '', from: '' } as const

const KEYS = ['plan', 'chapter', 'noChapter', 'organisation', 'words', 'due', 'light', 'region', 'news', 'unassigned', 'from'] as const

/** What only homes ask for: nothing in the row of filters chooses it, so the list says it. */
export const OF_HOMES = { noChapter: '', light: '', region: '', news: '', unassigned: '' } as const

export const FROM = ['PLAN', 'DOCUMENT', 'REGISTER'] as const

export const WITHIN = ['OVERDUE', 'TODAY', 'DAYS_3', 'DAYS_7', 'DAYS_30'] as const

export function queryOf(address: LocationQuery): DutyQuery {
  const text = (key: string) => (typeof address[key] === 'string' ? address[key] : '')
  return {
    plan: text('plan'),
    chapter: text('chapter'),
    noChapter: text('noChapter'),
    organisation: text('organisation'),
    words: text('words'),
    asleep: text('asleep') === 'true',
    due: text('due'),
    light: text('light'),
    region: text('region'),
    news: text('news'),
    unassigned: text('unassigned'),
    from: text('from'),
  }
}

/** The query as an address holds it, beside what the address says otherwise. */
export function addressOf(query: DutyQuery, before: LocationQuery = {}): LocationQueryRaw {
  const address: LocationQueryRaw = { ...before, asleep: query.asleep ? 'true' : undefined }
  for (const key of KEYS) address[key] = query[key] === '' ? undefined : query[key]
  return address
}

export function isNarrowed(query: DutyQuery): boolean {
  return KEYS.some((key) => query[key] !== '')
}
