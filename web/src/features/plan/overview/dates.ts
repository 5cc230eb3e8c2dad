import type { CalendarEntry } from '@/api/types'

/** A month with what falls due in it; `key` is `2027-05`. */
export interface Month {
  key: string
  entries: CalendarEntry[]
}

/** Today and later, for one organisation; everybody's where the name is empty. */
export function comingDates(dated: readonly CalendarEntry[], name: string, now: Date): CalendarEntry[] {
  const today = isoDay(now)
  return concerning(dated, name).filter(({ day }) => day != null && day >= today)
}

export function concerning(entries: readonly CalendarEntry[], name: string): CalendarEntry[] {
  return name === '' ? [...entries] : entries.filter(({ parties }) => parties.includes(name))
}

/** Entries by month, of one year or of all; they are in order already. */
export function byMonth(dated: readonly CalendarEntry[], year: string): Month[] {
  const months: Month[] = []
  for (const entry of dated) {
    const key = entry.day?.slice(0, 7) ?? ''
    if (key === '' || (year !== '' && !key.startsWith(year))) continue
    if (months.at(-1)?.key !== key) months.push({ key, entries: [] })
    months.at(-1)?.entries.push(entry)
  }
  return months
}

/** The first so many entries, still by month. */
export function firstOf(months: readonly Month[], most: number): Month[] {
  let left = most
  return months.flatMap(({ key, entries }) => {
    const first = entries.slice(0, left)
    left -= first.length
    return first.length > 0 ? [{ key, entries: first }] : []
  })
}

/** Whether an entry is a date of a task, goal or obligation, such as `task-3`, in the reader's notation. */
export function isOf({ kind, number, when }: CalendarEntry, sought: { of: string; when: string }): boolean {
  return when === sought.when && `${kind.toLowerCase()}-${number}` === sought.of
}

/** The years in which something falls due. */
export function yearsIn(dated: readonly CalendarEntry[]): string[] {
  return [...new Set(dated.flatMap(({ day }) => day?.slice(0, 4) ?? []))]
}

/** A day of the reader's own clock, as 2026-11-25. */
export function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
