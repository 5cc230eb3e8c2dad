import { DATE_WORDS as W } from './messages'

/** A date of which nothing is known; ISO 8601-2 writes X for a digit that is not. */
export const UNKNOWN_DAY = 'XXXX-XX-XX'

/** A year in which no February has a 29th; the days of every year are read in one. */
const COMMON_YEAR = '2023'

/** A stretch of days: from the first to the last that words name. `saysEnd`: they name its end, as the end of a month. */
interface Point {
  start: string
  end: string
  saysEnd: boolean
}

/**
 * The notation that stands for what somebody typed: a date, an open start, a span of days or a recurrence, in words as
 * plans write them or in the notation itself. `year` completes what has none. Parts that are not known may be X or *.
 * Undefined where nothing is understood, or no calendar has such a day.
 */
export function notationOf(typed: string, year: string): string | undefined {
  const words = typed.normalize('NFKC').replace(/\s/g, '').replace(/[*×]/g, 'X').replace(/[–—~～]/g, '—').toUpperCase()
  if (new RegExp(`^(?:${W.unknown})$`).test(words)) return UNKNOWN_DAY
  return written(words) ?? recurrence(words) ?? span(words, year) ?? openOrDue(words, year)
}

/** Whether a part of a date or period is not known. */
export function isUnknown(notation: string): boolean {
  return notation.includes('X')
}

/** What is in the notation already; single figures and other separators are forgiven. */
function written(words: string): string | undefined {
  const recurring = /^R\d*\/P\d+[YMWD](?:;--(\d\d-\d\d))?$/.exec(words)
  if (recurring) return recurring[1] === undefined || isDay(`${COMMON_YEAR}-${recurring[1]}`) ? words : undefined
  const halves = /^([\dX-]+)\/(\.\.|[\dX-]+)$/.exec(words)
  if (halves?.[1]?.includes('-')) {
    const from = day(halves[1])
    const to = halves[2] === '..' ? '..' : day(halves[2] ?? '')
    return from && to && `${from}/${to}`
  }
  return day(words)
}

function day(words: string): string | undefined {
  const parts = /^(\d{4}|XXXX)([-/.])(\d{1,2}|XX?)\2(\d{1,2}|XX?)$/.exec(words)
  return parts ? valid(parts[1] ?? '', parts[3] ?? '', parts[4] ?? '') : undefined
}

/** A date out of its parts, where a calendar has it; what is unknown fits any calendar. */
function valid(year: string, month: string, dayOfMonth: string): string | undefined {
  const wide = (part: string) => (part.startsWith('X') ? 'XX' : part.padStart(2, '0'))
  const date = `${year}-${wide(month)}-${wide(dayOfMonth)}`
  return isDay(date) ? date : undefined
}

function isDay(date: string): boolean {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  if (month !== 'XX' && (Number(month) < 1 || Number(month) > 12)) return false
  if (dayOfMonth === 'XX') return true
  // Any month may have 31 days, any year a 29 February.
  const longest = month === 'XX' ? 31 : lastDay(year.includes('X') ? '2024' : year, Number(month))
  return Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= longest
}

function lastDay(year: string, month: number): number {
  return new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
}

const UNITS: readonly [words: string, months: number, letter: string][] = [
  [W.halfYear, 6, 'M'],
  [W.year, 1, 'Y'],
  [W.quarter, 3, 'M'],
  [W.month, 1, 'M'],
  [W.week, 1, 'W'],
  [W.day, 1, 'D'],
]

function recurrence(words: string): string | undefined {
  for (const [unit, count, letter] of UNITS) {
    const parts = new RegExp(`^${W.every}(?<number>\\d+|[${W.numerals}]+)?${W.counted}?(?:${unit})(?<rest>.*)$`).exec(words)?.groups
    if (parts === undefined) continue
    const period = `R/P${count * number(parts.number ?? '1')}${letter}`
    const rest = parts.rest ?? ''
    if (rest === '' || new RegExp(`^.{0,6}${W.once}$`).test(rest)) return period
    const point = period === 'R/P1Y' ? pointIn(withoutLimit(rest), COMMON_YEAR, true) : undefined
    return point && `${period};-${point.end.slice(COMMON_YEAR.length)}`
  }
  return undefined
}

function span(words: string, year: string): string | undefined {
  const parts = new RegExp(`^${W.from}?(.+?)(?:${W.opens})?(?:${W.to})(.+?)${W.until}?$`).exec(words)
  const [, from = '', to = ''] = parts ?? []
  const first = pointIn(/^\d{4}$/.test(from) ? from + W.yearAlone : from, year)
  const last = first && pointIn(to, first.start.slice(0, 4))
  return first && last && `${first.start}/${last.end}`
}

function openOrDue(words: string, year: string): string | undefined {
  const bare = words.replace(new RegExp(`^(?:${W.leads})`), '')
  const opening = new RegExp(`(?:${W.opens})$`)
  const point = pointIn(withoutLimit(bare.replace(opening, '')), year)
  if (point === undefined) return undefined
  return opening.test(bare) ? `${point.saysEnd ? point.end : point.start}/..` : point.end
}

function withoutLimit(words: string): string {
  return words.replace(new RegExp(`(?:${W.limits})$`), '')
}

/** A point of time with its own year, or in the given one. `inYear`: the year has been named just before. */
function pointIn(words: string, given: string, inYear = false): Point | undefined {
  const named = new RegExp(`^(\\d{4}|X{1,4})${W.yearAlone}${W.degree}?(.*)$`).exec(words)
  const year = named ? (named[1] ?? '').padStart(4, 'X') : given
  const part = named ? (named[2] ?? '') : words
  if (part === '') return named ? whole(year, false) : undefined
  const after = named !== null || inYear
  if (new RegExp(`^${W.yearAlone}${after ? '?' : ''}[${W.ends}]$`).test(part)) return whole(year, true)
  return month(part, year) ?? quarter(part, year) ?? half(part, year)
}

function whole(year: string, saysEnd: boolean): Point {
  return { start: `${year}-01-01`, end: `${year}-12-31`, saysEnd }
}

function month(part: string, year: string): Point | undefined {
  const parts = new RegExp(`^(\\d{1,2}|X{1,2})${W.monthAlone}(?:(\\d{1,2}|X{1,2})(?:${W.dayAlone})|(${W.partsOfMonth}))?$`).exec(part)
  if (parts === null) return undefined
  const [, number = '', dayOfMonth, tail] = parts
  const start = valid(year, number, dayOfMonth ?? '1')
  const end = valid(year, number, dayOfMonth ?? lastOf(year, number, tail))
  return start && end ? { start, end, saysEnd: tail !== undefined } : undefined
}

function lastOf(year: string, number: string, tail: string | undefined): string {
  if (number.startsWith('X')) return 'XX'
  if (tail === W.firstThird) return '10'
  if (tail === W.secondThird) return '20'
  if (year.includes('X')) return Number(number) === 2 ? 'XX' : String(lastDay(COMMON_YEAR, Number(number)))
  return String(lastDay(year, Number(number)))
}

function quarter(part: string, year: string): Point | undefined {
  const found = new RegExp(`^${W.ordinal}?([1-4${W.numerals}])${W.quarterAlone}[${W.ends}]?$`).exec(part)
  const index = found ? number(found[1] ?? '') : 0
  return index >= 1 && index <= 4 ? months(year, index * 3 - 2, index * 3) : undefined
}

function half(part: string, year: string): Point | undefined {
  if (part === W.firstHalf) return months(year, 1, 6)
  return part === W.secondHalf ? months(year, 7, 12) : undefined
}

function months(year: string, first: number, last: number): Point | undefined {
  const start = valid(year, String(first), '1')
  const end = valid(year, String(last), lastOf(year, String(last), undefined))
  return start && end ? { start, end, saysEnd: true } : undefined
}

/** A number in figures or in Han numerals up to nineteen. */
function number(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const of = (numeral: string) => W.numerals.indexOf(numeral)
  const value = (numeral: string) => (of(numeral) > 10 ? 2 : of(numeral))
  return [...words].reduce((sum, numeral) => sum + value(numeral), 0)
}
