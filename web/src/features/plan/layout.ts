import type { Passage, Plan, PlanFinding, Task } from '@/api/types'
import { cut, doubtMark, marksOfFindings, marksOfTask, organisationMarks, taskMark, type Mark, type Piece } from './marks'

/** A finding with the index that its mark in the text bears. */
export interface Doubt extends PlanFinding {
  index: number
}

export interface LaidPassage {
  passage: Passage
  pieces: Piece[]
}

/** Passages that share tasks, with the notes that stand in the margin beside them. */
export interface Block {
  /** The offset of its first passage, which nothing else in the document begins with. */
  key: number
  passages: LaidPassage[]
  tasks: Task[]
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
  /** The chapter in which each place stands that an address can name: tasks, headings, doubts. */
  chapterOfAnchor: Map<string, number>
}

/** The anchor of a heading. */
export const passageAnchor = (key: number) => `passage-${key}`

/** Lays a plan out as a printed page: what stands beside what. */
export function layOut(plan: Pick<Plan, 'passages' | 'tasks' | 'findings'>): Layout {
  const doubts = plan.findings.map((finding, index) => ({ ...finding, index }))
  const blocks = blocksOf(plan, doubts)
  const chapters = chaptersOf(blocks)
  const anchors = chapters.flatMap(({ key, blocks: inside }) =>
    inside.flatMap((block) => anchorsOf(block).map((anchor) => [anchor, key] as const)),
  )
  return { chapters, outline: outlineOf(blocks), doubts, chapterOfAnchor: new Map(anchors) }
}

function anchorsOf(block: Block): string[] {
  return [passageAnchor(block.key), ...block.tasks.map(taskMark), ...block.doubts.map(({ index }) => doubtMark(index))]
}

function blocksOf(plan: Pick<Plan, 'passages' | 'tasks' | 'findings'>, doubts: readonly Doubt[]): Block[] {
  const taskById = new Map(plan.tasks.map((task) => [task.id, task]))
  const marksById = new Map(plan.tasks.map((task) => [task.id, marksOfTask(task)]))
  const doubtMarks = marksOfFindings(plan.findings)
  const blocks: Block[] = []
  for (const passage of plan.passages) {
    const tasks = passage.taskIds.flatMap((id) => taskById.get(id) ?? [])
    const near = overlapping(doubtMarks, passage)
    const marks = [...tasks.flatMap((task) => [...(marksById.get(task.id) ?? []), ...organisationMarks(task, passage)]), ...near]
    const laid = { passage, pieces: cut(passage, marks, tasks) }
    const own = doubts.filter(({ start }) => start >= passage.start && start < passage.end)
    const before = blocks.at(-1)
    if (before !== undefined && tasks.some((task) => before.tasks.includes(task))) extend(before, laid, tasks, own)
    else blocks.push({ key: passage.start, passages: [laid], tasks, doubts: own })
  }
  return blocks
}

function extend(block: Block, laid: LaidPassage, tasks: readonly Task[], doubts: readonly Doubt[]): void {
  block.passages.push(laid)
  block.tasks.push(...tasks.filter((task) => !block.tasks.includes(task)))
  block.doubts.push(...doubts)
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
