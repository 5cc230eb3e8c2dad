import type { Deadline, Passage, Plan, PlanFinding, Target, Task } from '@/api/types'
import { runsOf, wordsAnchor, type Run } from './links'
import { actorMarks, cut, doubtMark, marksOfFindings, marksOfTask, marksWithin, organisationMarks, taskMark, type Mark, type Piece } from './marks'
import { cellsOf, columnsOf, cutAtCells } from './tables'

/** A finding with the index that its mark in the text bears. */
export interface Doubt extends PlanFinding {
  index: number
}

/** A goal, or a duty in a paragraph without clause. */
export interface Aim {
  kind: 'goal' | 'obligation'
  mark: string
  start: number
  end: number
  actor: string | undefined
  deadlines: Deadline[]
  targets: Target[]
}

type Laying = Pick<Plan, 'passages' | 'tasks' | 'goals' | 'obligations' | 'findings'>

export interface LaidPassage {
  passage: Passage
  runs: Run[]
  /** The same runs by the cells of a table's row; all in one where it is none. */
  cells: Run[][]
  /** The widths of the row's columns, as CSS writes them. */
  columns: string | undefined
}

/** Passages that share tasks, with the notes that stand in the margin beside them. */
export interface Block {
  /** The offset of its first passage, which nothing else in the document begins with. */
  key: number
  passages: LaidPassage[]
  tasks: Task[]
  /** Those that have more to tell than their words. */
  aims: Aim[]
  doubts: Doubt[]
}

/** A heading of the highest rank with everything up to the next one; without heading before the first. */
export interface Chapter {
  key: number
  heading: Passage | undefined
  blocks: Block[]
}

/** An entry of the outline: a heading with the numbers of the tasks below it. */
export interface Entry {
  key: number
  title: string
  first: number | undefined
  last: number | undefined
  children: Entry[]
}

export interface Layout {
  chapters: Chapter[]
  outline: Entry[]
  doubts: Doubt[]
  /** The chapter in which each place stands that an address can name: tasks, passages, doubts, linked words. */
  chapterOfAnchor: Map<string, number>
}

/** The anchor of a heading. */
export const passageAnchor = (key: number) => `passage-${key}`

/**
 * Where an address leads, and what is lit there. `at-120` is the passage in which the character 120 of the plan's text
 * stands, with the duty that begins there; everything else names its place itself.
 */
export function soughtPlace(anchor: string, plan: Pick<Plan, 'passages' | 'obligations'> | undefined): { place: string; mark: string } {
  const offset = Number(/^at-(\d+)$/.exec(anchor)?.[1] ?? NaN)
  const passage = plan?.passages.find(({ start, end }) => start <= offset && offset < end)
  if (passage === undefined) return { place: anchor, mark: anchor }
  const duty = plan?.obligations.findIndex(({ start }) => start === offset) ?? -1
  return { place: passageAnchor(passage.start), mark: duty < 0 ? anchor : `obligation-${duty}` }
}

/** Lays a plan out as a printed page: what stands beside what. */
export function layOut(plan: Laying): Layout {
  const doubts = plan.findings.map((finding, index) => ({ ...finding, index }))
  const blocks = blocksOf(plan, doubts)
  const chapters = chaptersOf(blocks)
  const anchors = chapters.flatMap(({ key, blocks: inside }) =>
    inside.flatMap((block) => anchorsOf(block).map((anchor) => [anchor, key] as const)),
  )
  return { chapters, outline: outlineOf(blocks), doubts, chapterOfAnchor: new Map(anchors) }
}

function anchorsOf(block: Block): string[] {
  return [
    ...block.passages.map(({ passage }) => passageAnchor(passage.start)),
    ...block.tasks.map(taskMark),
    ...block.doubts.map(({ index }) => doubtMark(index)),
    ...block.passages.flatMap(({ runs }) => runs.flatMap(({ start, link }) => (link ? [wordsAnchor(start)] : []))),
  ]
}

/** Everybody whom the plan names. */
function namesIn({ tasks, obligations }: Laying): string[] {
  const all = tasks.flatMap(({ lead, responsible, participants, implementers, actions }) => [
    ...lead,
    ...responsible,
    ...participants,
    ...implementers,
    ...actions.flatMap(({ actor }) => actor ?? []),
  ])
  return [...new Set([...all, ...obligations.flatMap(({ actor }) => actor ?? [])])]
}

function blocksOf(plan: Laying, doubts: readonly Doubt[]): Block[] {
  const taskById = new Map(plan.tasks.map((task) => [task.id, task]))
  const marksById = new Map(plan.tasks.map((task) => [task.id, marksOfTask(task)]))
  const all = aimsOf(plan)
  const aims = all.filter(({ actor, deadlines, targets }) => actor !== undefined || deadlines.length + targets.length > 0)
  const duties = all.filter(({ kind }) => kind === 'obligation')
  const known = namesIn(plan)
  const elsewhere = [...marksOfFindings(plan.findings), ...all.flatMap(marksOfAim)]
  const columns = columnsOf(plan.passages)
  const blocks: Block[] = []
  for (const passage of plan.passages) {
    const tasks = passage.taskIds.flatMap((id) => taskById.get(id) ?? [])
    const near = overlapping(elsewhere, passage)
    const marks = [
      ...tasks.flatMap((task) => [
        ...(marksById.get(task.id) ?? []),
        ...organisationMarks(task, passage),
        ...actorMarks(taskMark(task), task.actions, passage, known),
      ]),
      ...duties.flatMap((duty) => actorMarks(duty.mark, [duty], passage, known)),
      ...near,
    ]
    const laid = laidOut(passage, cut(passage, marks, tasks), columns.get(passage.start))
    const block = {
      key: passage.start,
      passages: [laid],
      tasks,
      aims: beginningIn(passage, aims),
      doubts: beginningIn(passage, doubts),
    }
    const before = blocks.at(-1)
    if (before !== undefined && tasks.some((task) => before.tasks.includes(task))) extend(before, block)
    else blocks.push(block)
  }
  return blocks
}

function laidOut(passage: Passage, pieces: readonly Piece[], columns: string | undefined): LaidPassage {
  const runs = runsOf(columns === undefined ? pieces : cutAtCells(pieces))
  return { passage, runs, cells: columns === undefined ? [runs] : cellsOf(runs), columns }
}

function extend(block: Block, more: Block): void {
  block.passages.push(...more.passages)
  block.tasks.push(...more.tasks.filter((task) => !block.tasks.includes(task)))
  block.aims.push(...more.aims)
  block.doubts.push(...more.doubts)
}

function beginningIn<T extends { start: number }>(passage: Passage, items: readonly T[]): T[] {
  return items.filter(({ start }) => start >= passage.start && start < passage.end)
}

function aimsOf({ goals, obligations }: Laying): Aim[] {
  return [
    ...goals.map((goal, index) => ({ ...goal, kind: 'goal' as const, mark: `goal-${index}`, actor: goal.scope ?? undefined })),
    ...obligations.map((duty, index) => ({
      ...duty,
      kind: 'obligation' as const,
      mark: `obligation-${index}`,
      actor: duty.actor ?? undefined,
    })),
  ]
}

function marksOfAim(aim: Aim): Mark[] {
  return [{ kind: 'aim', id: aim.mark, start: aim.start, end: aim.end }, ...marksWithin(aim.mark, aim)]
}

function overlapping(marks: readonly Mark[], passage: Passage): Mark[] {
  return marks.filter(({ start, end }) => start < passage.end && end > passage.start)
}

function headingOf(block: Block): Passage | undefined {
  const passage = block.passages[0]?.passage
  return passage?.kind === 'HEADING' ? passage : undefined
}

function chaptersOf(blocks: readonly Block[]): Chapter[] {
  const top = Math.min(...blocks.map((block) => headingOf(block)?.level ?? Infinity))
  const chapters: Chapter[] = []
  for (const block of blocks) {
    const heading = headingOf(block)
    const opens = heading?.level === top
    if (opens || chapters.length === 0) chapters.push({ key: block.key, heading: opens ? heading : undefined, blocks: [] })
    chapters.at(-1)?.blocks.push(block)
  }
  return chapters
}

function outlineOf(blocks: readonly Block[]): Entry[] {
  const roots: Entry[] = []
  let open: { level: number; entry: Entry }[] = []
  for (const block of blocks) {
    const heading = headingOf(block)
    if (heading !== undefined) {
      const entry: Entry = { key: block.key, title: heading.text, first: undefined, last: undefined, children: [] }
      open = open.filter(({ level }) => level < heading.level)
      ;(open.at(-1)?.entry.children ?? roots).push(entry)
      open.push({ level: heading.level, entry })
    }
    for (const { number } of block.tasks) for (const { entry } of open) count(entry, number)
  }
  return roots
}

function count(entry: Entry, number: number): void {
  entry.first = Math.min(entry.first ?? number, number)
  entry.last = Math.max(entry.last ?? number, number)
}
