import type { Deadline, Passage, PlanFinding, Target, Task } from '@/api/types'
import { codePoints, type Span } from '@/shared/codePoints'

export type MarkKind = 'task' | 'aim' | 'clause' | 'organisation' | 'date' | 'target' | 'doubt'

/** Words of the text that mean something; `id` is shared with the margin note that tells the meaning. */
export interface Mark extends Span {
  kind: MarkKind
  id: string
}

/** A run of a passage's text under the same marks, and the tasks whose bodies begin with it. */
export interface Piece {
  text: string
  marks: Mark[]
  begins: Task[]
}

export const taskMark = (task: Task) => `task-${task.number}`
export const dateMark = (owner: string, index: number) => `${owner}-date-${index}`
export const targetMark = (owner: string, index: number) => `${owner}-target-${index}`
export const organisationMark = (task: Task, name: string) => `${taskMark(task)}-organisation-${name}`
export const doubtMark = (index: number) => `doubt-${index}`

/** Everything of a task that is marked in the text, except its organisations, whose places are searched. */
export function marksOfTask(task: Task): Mark[] {
  const body: Mark = { kind: 'task', id: taskMark(task), start: task.start, end: task.end }
  const clause = clauseOf(task)
  return [
    body,
    ...(clause ? [{ kind: 'clause' as const, id: taskMark(task), ...clause }] : []),
    ...marksWithin(taskMark(task), task),
  ]
}

/** The dates and targets of a task, goal or obligation whose mark is `owner`. */
export function marksWithin(owner: string, { deadlines, targets }: { deadlines: Deadline[]; targets: Target[] }): Mark[] {
  return [
    ...deadlines.map(({ start, end }, index) => ({ kind: 'date' as const, id: dateMark(owner, index), start, end })),
    ...targets.map(({ start, end }, index) => ({ kind: 'target' as const, id: targetMark(owner, index), start, end })),
  ]
}

export function marksOfFindings(findings: readonly PlanFinding[]): Mark[] {
  return findings.map(({ start, end }, index) => ({ kind: 'doubt', id: doubtMark(index), start, end }))
}

function clauseOf(task: Task): Span | undefined {
  return task.clauseStart == null || task.clauseEnd == null ? undefined : { start: task.clauseStart, end: task.clauseEnd }
}

/** The organisations of a task where a passage names them: in its clause, or in a table row anywhere. */
export function organisationMarks(task: Task, passage: Passage): Mark[] {
  const clause = clauseOf(task) ?? { start: passage.start, end: passage.end }
  const start = Math.max(clause.start, passage.start)
  const end = Math.min(clause.end, passage.end)
  if (start >= end) return []
  const words = codePoints(passage.text).slice(start - passage.start, end - passage.start)
  const names = [...task.lead, ...task.responsible, ...task.participants, ...task.implementers]
  return findNames(words, names).map(({ name, ...span }) => ({
    kind: 'organisation',
    id: organisationMark(task, name),
    start: start + span.start,
    end: start + span.end,
  }))
}

/** Every place of every name, in code points. Of names that overlap the longer one stands. */
export function findNames(text: string, names: readonly string[]): (Span & { name: string })[] {
  const points = codePoints(text)
  const taken: (Span & { name: string })[] = []
  const longestFirst = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  for (const name of longestFirst) {
    for (let unit = text.indexOf(name); unit >= 0; unit = text.indexOf(name, unit + name.length)) {
      const span = { name, start: points.at(unit), end: points.at(unit + name.length) }
      if (taken.every((other) => span.end <= other.start || other.end <= span.start)) taken.push(span)
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}

/**
 * Cuts a passage wherever a mark begins or ends. `marks` may reach beyond the passage; a mark without
 * words, or one that lies elsewhere, cuts nothing. Joined, the pieces are the passage's text.
 */
export function cut(passage: Passage, marks: readonly Mark[], tasks: readonly Task[]): Piece[] {
  const text = codePoints(passage.text)
  const inside = (at: number) => at > passage.start && at < passage.end
  const own = marks.filter(({ start, end }) => start < end && start < passage.end && end > passage.start)
  const beginning = tasks.filter(({ start }) => start >= passage.start && start < passage.end)
  const cuts = [...own.flatMap(({ start, end }) => [start, end]), ...beginning.map(({ start }) => start)]
  const edges = [...new Set([passage.start, ...cuts.filter(inside), passage.end])].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? passage.end
    return {
      text: text.slice(start - passage.start, end - passage.start),
      marks: own.filter((mark) => mark.start <= start && end <= mark.end),
      begins: beginning.filter((task) => task.start === start),
    }
  })
}
