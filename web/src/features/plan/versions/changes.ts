import type { VersionChange, Comparison, SentenceChange } from '@/api/types'

export type Kind = VersionChange['kind']

const KINDS: readonly Kind[] = ['CHANGED', 'MOVED', 'SPLIT', 'MERGED', 'REGROUPED', 'ADDED', 'REMOVED']

/** How many changes there are of each kind that occurs. */
export function countsOf(changes: readonly VersionChange[]): { kind: Kind; count: number }[] {
  return KINDS.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length })).filter(({ count }) => count > 0)
}

/** Changes with their numbers in the whole list, of one kind or of all. */
export function numbered(changes: readonly VersionChange[], kind: Kind | undefined): { number: number; change: VersionChange }[] {
  return changes.map((change, index) => ({ number: index + 1, change })).filter(({ change }) => kind === undefined || change.kind === kind)
}

/** The words of a sentence on one side; `marked` are those that the other side does not have. */
export function side(sentence: SentenceChange, which: 'before' | 'after'): { words: string; marked: boolean }[] {
  return sentence.stretches
    .map((stretch) => ({ words: stretch[which], marked: !stretch.same }))
    .filter(({ words }) => words !== '')
}

/** The place of a thing: the headings above it, its own included. */
export function placeOf(path: readonly string[]): string {
  return path.join(' / ')
}

/** Where a change stands, once where both places are the same. */
export function placesOf(change: VersionChange): { before: string[]; after: string[]; same: boolean } {
  const before = change.before.map(({ path }) => placeOf(path))
  const after = change.after.map(({ path }) => placeOf(path))
  return { before, after, same: before.join('\n') === after.join('\n') }
}

/** The next or previous of some numbers after one of them; the first or last where there is none. */
export function step(numbers: readonly number[], current: number | undefined, forward: boolean): number | undefined {
  if (numbers.length === 0) return undefined
  const found =
    current === undefined
      ? undefined
      : forward
        ? numbers.find((number) => number > current)
        : numbers.findLast((number) => number < current)
  return found ?? (current === undefined ? numbers.at(forward ? 0 : -1) : current)
}

/** Tasks of both versions that a change concerns, by their ids. */
export function tasksOf(change: VersionChange): { older: string[]; newer: string[] } {
  const ids = (places: VersionChange['before']) => places.flatMap(({ taskId }) => (taskId == null ? [] : [taskId]))
  return { older: ids(change.before), newer: ids(change.after) }
}

/** Whether a person said which task was which, for one of the tasks of a change. */
export function isByHand(change: VersionChange, comparison: Comparison): boolean {
  const { newer } = tasksOf(change)
  return comparison.newerTasks.some(({ id, byHand }) => byHand && id != null && newer.includes(id))
}

