import type { Counts, Line, Reporting, RoundUp, Said, Seen, State } from './api'

/** The states of a duty, in the order in which offices list them. */
export const STATES = ['NOT_STARTED', 'GOING_ON', 'STEADY', 'DONE', 'BEHIND', 'NOT_CONCERNED'] as const satisfies readonly State[]

/** The texts of a report, in the order of the sheet. */
export const TEXTS = ['progress', 'completion', 'problems', 'nextSteps', 'reason', 'proof'] as const

export const LONGEST_TEXT = 4000
export const LONGEST_REASON = 200

/** Lines that were reported and not given back. */
export function reportedOf({ reported, accepted }: Pick<Counts, 'reported' | 'accepted'>): number {
  return reported + accepted
}

/** Who has said nothing at all first, then who still owes something, then what waits to be looked at. */
function rank({ counts }: Reporting): number {
  if (counts.open === counts.lines) return 0
  if (counts.open > 0) return 1
  if (counts.returned > 0) return 2
  return counts.reported > 0 ? 3 : 4
}

/** Organisations in the order in which somebody must be reminded; equal ones keep theirs. */
export function byUrgency(organisations: readonly Reporting[]): Reporting[] {
  return [...organisations].sort((one, other) => rank(one) - rank(other))
}

/** Organisations in a given order of their ids; those that it does not name come last. */
export function inOrder(organisations: readonly Reporting[], ids: readonly string[]): Reporting[] {
  const at = ({ id }: Reporting) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return [...organisations].sort((one, other) => at(one) - at(other))
}

/** Lines that follow one another under the same heading. */
export interface LineGroup {
  heading: string
  lines: Line[]
}

export function grouped(lines: readonly Line[]): LineGroup[] {
  const groups: LineGroup[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.heading === line.heading) last.lines.push(line)
    else groups.push({ heading: line.heading, lines: [line] })
  }
  return groups
}

/** Where the sentence of a line is read: at its task, or beside the list of duties. */
export function placeOf({ plan, task, duty }: Pick<Line, 'plan' | 'task' | 'duty'>): string {
  return task == null ? `/duties?duty=${duty}` : `/plans/${plan}#task-${task}`
}

/** What can be done with a line by whoever looks at it. */
export interface Allowed {
  report: boolean
  judge: boolean
  reopen: boolean
}

export function allowed(line: Pick<Line, 'owed' | 'status'>, { kept }: Pick<RoundUp, 'kept'>): Allowed {
  return {
    report: (line.owed || kept) && line.status !== 'ACCEPTED',
    judge: kept && line.status === 'REPORTED',
    reopen: kept && line.status === 'ACCEPTED',
  }
}

/** The form before anything is typed. */
export function blank(): Said {
  return { state: 'GOING_ON', progress: '', completion: '', problems: '', nextSteps: '', reason: '', proof: '', files: [] }
}

/** What all of them say, where they say the same. */
function common(told: readonly (Said | undefined)[]): Said | undefined {
  const first = told[0]
  const same = (other: Said | undefined) => first !== undefined && other?.state === first.state && TEXTS.every((key) => other[key] === first[key]) && other.files.join() === first.files.join()
  return told.every(same) ? first : undefined
}

/** What the form starts with: what was said of the lines already, where that is one thing. */
export function startOf(lines: readonly Pick<Line, 'said'>[]): Said {
  return { ...(common(lines.map(({ said }) => said ?? undefined)) ?? blank()) }
}

/** The words that were said last in an earlier period, to be carried forward; nothing where the lines differ in them. */
export function carriedOf(lines: readonly Pick<Line, 'before'>[]): Said | undefined {
  return common(lines.map(({ before: last }) => (last ? { ...last, files: [] } : undefined)))
}

export const needsReason = (state: State): boolean => state === 'BEHIND' || state === 'NOT_CONCERNED'

export type Fault = 'fault.reason' | 'fault.nothing' | 'fault.teller'

/** What is missing in a report, at its field. */
export function faultsOf(said: Said, toldBy: string, behalf: boolean): { reason?: Fault; progress?: Fault; toldBy?: Fault } {
  const empty = (text: string) => text.trim() === ''
  return {
    ...(needsReason(said.state) && empty(said.reason) ? { reason: 'fault.reason' as const } : {}),
    ...(said.state !== 'NOT_CONCERNED' && empty(said.progress) && empty(said.completion) ? { progress: 'fault.nothing' as const } : {}),
    ...(behalf && empty(toldBy) ? { toldBy: 'fault.teller' as const } : {}),
  }
}

/** Lines in the versions in which they were looked at. */
export function seen(lines: readonly Pick<Line, 'id' | 'version'>[]): Seen[] {
  return lines.map(({ id, version }) => ({ id, version }))
}

/** Whether a text is a day that some month has; a shorter month takes its last one instead. */
export function isDay(text: string): boolean {
  return /^\d{1,2}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 31
}

/** In which months, counted from a period's last one, its round-up can open. */
export function opensAfter(months: number): readonly number[] {
  return months === 1 ? [0, 1] : [-1, 0, 1]
}

/** In which months, counted from a period's last one, its round-up can be due. */
export const DUE_AFTER = [0, 1] as const
