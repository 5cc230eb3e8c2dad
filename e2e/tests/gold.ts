import { readFileSync } from 'node:fs'
import type { Span, Target, Task } from './correcting'

/** A task as a person has read it, with the words of ../shared/plans/gold/CONVENTIONS.md for its fields. */
export interface GoldTask extends Span {
  id: string
  path: string[]
  lead: string[]
  responsible: string[]
  participants: string[]
  implementers: string[]
  implementers_source?: string
  open: boolean
  deadlines: string[]
  deadlines_optional?: string[]
  targets: GoldTarget[]
  targets_optional?: GoldTarget[]
}

export interface GoldTarget {
  indicator: string
  comparator: string
  value: number | null
  unit: string | null
  by?: string | null
  ref?: string
  implied?: boolean
}

export function goldOf(file: string): GoldTask[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldTask)
}

const NAMED = ['lead', 'responsible', 'participants', 'implementers'] as const

const tight = (words: string) => words.replace(/\s/g, '')
const headings = (path: string[]) => path.map((heading) => tight(heading).replace(/。$/, ''))
const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields of a task in which it is not what the gold says, optional ones aside. */
export function wrongFields(gold: GoldTask, task: Task): string[] {
  return [
    ...(gold.start === task.start ? [] : ['start']),
    ...(gold.end === task.end ? [] : ['end']),
    ...(equal(headings(gold.path), headings(task.path)) ? [] : ['path']),
    ...NAMED.filter((party) => !equal(gold[party], task[party])),
    ...(gold.implementers.length === 0 || gold.implementers_source === task.implementersSource?.toLowerCase() ? [] : ['implementersSource']),
    ...(gold.open === task.open ? [] : ['open']),
    ...(missingDates(gold, task).length + surplusDates(gold, task).length === 0 ? [] : ['deadlines']),
    ...(missingTargets(gold, task).length + surplusTargets(gold, task).length === 0 ? [] : ['targets']),
  ]
}

export function missingDates(gold: GoldTask, task: Task): string[] {
  return gold.deadlines.filter((notation) => !task.deadlines.some((each) => each.notation === notation))
}

/** The places of a task's dates, from 0, that the gold has not. */
export function surplusDates(gold: GoldTask, task: Task): number[] {
  const known = new Set([...gold.deadlines, ...(gold.deadlines_optional ?? [])])
  return task.deadlines.flatMap(({ notation }, at) => (known.has(notation) ? [] : [at]))
}

/** Pairs each target of the gold with one of the task. */
function paired(gold: GoldTask, task: Task): Map<GoldTarget, number> {
  const pairs = new Map<GoldTarget, number>()
  const taken = new Set<number>()
  for (const wanted of gold.targets.filter(({ implied }) => !implied)) {
    const at = task.targets.findIndex((each, index) => !taken.has(index) && says(each, wanted))
    if (at < 0) continue
    taken.add(at)
    pairs.set(wanted, at)
  }
  return pairs
}

function says(target: Target, wanted: GoldTarget): boolean {
  const key = ({ comparator, value, unit, by }: Pick<Target, 'comparator' | 'value' | 'by'> & { unit?: string | null }) => [comparator, value ?? null, (unit ?? '').replace('％', '%'), by ?? null]
  return equal(key(target), key(wanted)) && alike(target.indicator, wanted.indicator) >= 0.5
}

export function missingTargets(gold: GoldTask, task: Task): GoldTarget[] {
  const pairs = paired(gold, task)
  return gold.targets.filter((wanted) => !wanted.implied && !pairs.has(wanted))
}

/** The places of a task's targets, from 0, that the gold neither wants nor leaves free. */
export function surplusTargets(gold: GoldTask, task: Task): number[] {
  const taken = new Set(paired(gold, task).values())
  const free = [...gold.targets.filter(({ implied }) => implied), ...(gold.targets_optional ?? [])]
  for (const each of free) {
    const at = task.targets.findIndex((target, index) => !taken.has(index) && (target.value ?? null) === each.value && alike(target.indicator, each.indicator) >= 0.4)
    if (at >= 0) taken.add(at)
  }
  return task.targets.flatMap((_target, at) => (taken.has(at) ? [] : [at]))
}

/** Dice coefficient of the character pairs of two names. */
function alike(one: string, other: string): number {
  const [a, b] = [pairsOf(tight(one)), pairsOf(tight(other))]
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
}

function pairsOf(name: string): Set<string> {
  const letters = Array.from(name)
  return new Set(letters.length < 2 ? [name] : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/** How many code points two stretches share. */
export function shared(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
}
