import type { Deadline, Passage, PlanFinding, Target, Task } from '@/api/types'
import { codePoints, type Span } from '@/shared/codePoints'

export type MarkKind = 'task' | 'aim' | 'clause' | 'organisation' | 'date' | 'target' | 'doubt'

/** Words of the text that mean something; `id` is shared with the margin note that tells the meaning. */
export interface Mark extends Span {
  kind: MarkKind
  id: string
  /** What the words stand for, where a page of the plan tells more of it. */
  meaning?: Meaning
}

/** What words stand for. The `owner` of a date is the mark of the task, goal or obligation that sets it. */
export type Meaning =
  | { kind: 'date'; owner: string; deadline: Deadline }
  | { kind: 'target'; target: Target }
  | { kind: 'organisation'; name: string }

/** A run of a passage's text under the same marks, and the tasks whose bodies begin with it. */
export interface Piece {
  /** Where it begins in the plan's text. */
  start: number
  text: string
  marks: Mark[]
  begins: Task[]
}

export const taskMark = (task: Task) => `task-${task.number}`
export const dateMark = (owner: string, index: number) => `${owner}-date-${index}`
export const targetMark = (owner: string, index: number) => `${owner}-target-${index}`
export const organisationMark = (owner: string, name: string) => `${owner}-organisation-${name}`
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
    ...deadlines.map((deadline, index): Mark => {
      const { start, end } = deadline
      return { kind: 'date', id: dateMark(owner, index), start, end, meaning: { kind: 'date', owner, deadline } }
    }),
    ...targets.map((target, index): Mark => {
      const { start, end } = target
      return { kind: 'target', id: targetMark(owner, index), start, end, meaning: { kind: 'target', target } }
    }),
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
  const names = [...task.lead, ...task.responsible, ...task.participants, ...task.implementers]
  return namesWithin(clauseOf(task) ?? passage, passage, names).map((found) => marked(taskMark(task), found))
}

/** A sentence that obliges somebody; `actor` is written as in the text, but may stand in a sentence before. */
export type Obliging = Span & { actor?: string | null | undefined }

/**
 * Who must act, where the sentence that obliges them names them. `known` are all names of the plan: an actor
 * is not seen in the middle of a longer one.
 */
export function actorMarks(owner: string, sentences: readonly Obliging[], passage: Passage, known: readonly string[]): Mark[] {
  return sentences.flatMap(({ actor, start, end }) => {
    if (actor == null) return []
    const names = [actor, ...known.filter((name) => name.includes(actor))]
    const found = namesWithin({ start, end }, passage, names).filter(({ name }) => name === actor)
    return found.map((place) => marked(owner, place))
  })
}

function marked(owner: string, { name, start, end }: Span & { name: string }): Mark {
  return { kind: 'organisation', id: organisationMark(owner, name), start, end, meaning: { kind: 'organisation', name } }
}

/** Every place of every name in the part of a passage that a stretch of the plan's text covers. */
function namesWithin(stretch: Span, passage: Passage, names: readonly string[]): (Span & { name: string })[] {
  const start = Math.max(stretch.start, passage.start)
  const end = Math.min(stretch.end, passage.end)
  if (start >= end) return []
  const words = codePoints(passage.text).slice(start - passage.start, end - passage.start)
  return findNames(words, names).map((found) => ({ name: found.name, start: start + found.start, end: start + found.end }))
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
      start,
      text: text.slice(start - passage.start, end - passage.start),
      marks: own.filter((mark) => mark.start <= start && end <= mark.end),
      begins: beginning.filter((task) => task.start === start),
    }
  })
}
