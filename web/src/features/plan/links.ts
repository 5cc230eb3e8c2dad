import type { Task } from '@/api/types'
import type { Mark, Meaning, Piece } from './marks'

/** Pieces of a passage that lead to the same page, or one that leads nowhere. */
export interface Run {
  /** Where it begins in the plan's text. */
  start: number
  pieces: Piece[]
  /** The mark that is followed from here; where several lie on the words, the shortest. */
  link: LinkedMark | undefined
  /** The tasks whose bodies begin here. */
  begins: Task[]
}

export type LinkedMark = Mark & { meaning: Meaning }

/** The anchor of linked words, to which one comes back. */
export const wordsAnchor = (start: number) => `words-${start}`

/** Joins the pieces of a passage that other marks cut out of linked words. A task's number is never inside a link. */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const piece of pieces) {
    const link = linkOf(piece)
    const before = runs.at(-1)
    if (link !== undefined && before?.link === link && piece.begins.length === 0) before.pieces.push(piece)
    else runs.push({ start: piece.start, pieces: [piece], link, begins: piece.begins })
  }
  return runs
}

function linkOf({ marks }: Piece): LinkedMark | undefined {
  return innermost(marks.filter((mark): mark is LinkedMark => mark.meaning !== undefined))
}

/** The mark that the pointer means where several lie on the same words: the shortest, of equal ones the first. */
export function innermost<M extends Mark>(marks: readonly M[]): M | undefined {
  return marks.reduce<M | undefined>((best, mark) => (best && best.end - best.start <= mark.end - mark.start ? best : mark), undefined)
}

/** Where a plan tells what words stand for: its calendar at the date, its targets at the figure, a page of the organisation. */
export function addressOf(plan: string, meaning: Meaning): string {
  switch (meaning.kind) {
    case 'date':
      return `/plans/${plan}/calendar?${query({ of: dutyOf(meaning.owner), when: meaning.deadline.notation })}`
    case 'target':
      return `/plans/${plan}/goals?${query({ figure: `${meaning.target.start}-${meaning.target.end}` })}`
    case 'organisation':
      return `/plans/${plan}/organisations/${encodeURIComponent(meaning.name)}`
  }
}

/** A task, goal or obligation as the calendar counts them, from 1; marks count goals and obligations from 0. */
function dutyOf(owner: string): string {
  const [kind = '', number = ''] = owner.split('-')
  return kind === 'task' ? owner : `${kind}-${Number(number) + 1}`
}

function query(values: Record<string, string>): string {
  return new URLSearchParams(values).toString()
}
