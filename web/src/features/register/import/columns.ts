import type { FileColumn, ImportJob, TargetColumn } from './types'

/** Which column of the register each column of the file is; a column that is not in it is passed over. */
export type Matching = ReadonlyMap<number, string>

export function matchingOf(columns: readonly FileColumn[]): Matching {
  return new Map(columns.flatMap(({ number, column }): [number, string][] => (column ? [[number, column]] : [])))
}

/** One column goes to one place: where another has claimed it before, that one is passed over from now on. */
export function matched(matching: Matching, number: number, target: string): Matching {
  const others = [...matching].filter(([other, claimed]) => other !== number && (target === '' || claimed !== target))
  return new Map(target === '' ? others : [...others, [number, target]])
}

/** The column that says whose row each is. */
const RECORD = 'record.id'

/** What every record needs and no column is matched to; a file that says whose rows they are may leave out what is there. */
export function lackingOf(targets: readonly TargetColumn[], matching: Matching): TargetColumn[] {
  const claimed = new Set(matching.values())
  if (claimed.has(RECORD)) return []
  return targets.filter(({ id, required }) => required && !claimed.has(id))
}

export function passedOver(columns: readonly FileColumn[], matching: Matching): FileColumn[] {
  return columns.filter(({ number }) => !matching.has(number))
}

/** Columns whose match is as it was proposed keep why; those that somebody changed have none. */
export function howOf(column: FileColumn, matching: Matching): FileColumn['how'] {
  const now = matching.get(column.number)
  if (now === undefined) return null
  return now === column.column ? (column.how ?? null) : 'CHOSEN'
}

export function isChanged(job: Pick<ImportJob, 'columns'>, matching: Matching): boolean {
  const before = matchingOf(job.columns)
  return before.size !== matching.size || [...before].some(([number, target]) => matching.get(number) !== target)
}

/** The letters over a column of a sheet, from 1: A to Z, AA and on. */
export function lettersOf(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
