import { describe, expect, it } from 'vitest'
import type { Passage, Task } from '@/api/types'
import { InventedPlan } from './fixtures/invented'
import { cut, findNames, marksOfTask, organisationMarks, type Mark } from './marks'

// U+20BB7 lies outside the basic plane: one code point, two UTF-16 units.
const RARE = '\u{20BB7}'

function wordsUnder(passage: Passage, marks: Mark[], tasks: Task[], kind: string): string[] {
  return cut(passage, marks, tasks)
    .filter((piece) => piece.marks.some((mark) => mark.kind === kind))
    .map(({ text }) => text)
}

describe('findNames', () => {
  it('finds every place of every name', () => {
    expect(findNames('甲局、乙局、甲局', ['甲局', '乙局'])).toEqual([
      { name: '甲局', start: 0, end: 2 },
      { name: '乙局', start: 3, end: 5 },
      { name: '甲局', start: 6, end: 8 },
    ])
  })

  it('lets the longer of two overlapping names stand', () => {
    expect(findNames('市水务局石桥分局', ['水务局', '市水务局石桥分局']).map(({ name }) => name)).toEqual(['市水务局石桥分局'])
  })

  it('counts a supplementary character before a name once', () => {
    expect(findNames(`${RARE}乡、甲局`, ['甲局'])).toEqual([{ name: '甲局', start: 3, end: 5 }])
  })
})

describe('cut', () => {
  const plan = new InventedPlan()
    .paragraph(`${RARE}前言`)
    .task(`在${RARE}河边种树，明年五月底前种完。`, '甲局', ['乙局', `${RARE}乡`])
    .deadline('明年五月底前', '2027-05-31')
    .build()
  const passage = plan.passages[1] as Passage
  const task = plan.tasks[0] as Task
  const marks = [...marksOfTask(task), ...organisationMarks(task, passage)]

  it('keeps every word, in order', () => {
    const pieces = cut(passage, marks, [task])
    expect(pieces.map(({ text }) => text).join('')).toBe(passage.text)
  })

  it('marks exactly the words of a date after supplementary characters', () => {
    expect(wordsUnder(passage, marks, [task], 'date')).toEqual(['明年五月底前'])
  })

  it('marks organisations in the clause, one with a supplementary character too', () => {
    expect(wordsUnder(passage, marks, [task], 'organisation')).toEqual(['甲局', '乙局', `${RARE}乡`])
  })

  it('says where the task begins', () => {
    const beginning = cut(passage, marks, [task]).filter(({ begins }) => begins.length > 0)
    expect(beginning.map(({ text }) => text)).toEqual([`在${RARE}河边种树，`])
  })

  it('clips a mark that reaches beyond the passage and ignores one elsewhere', () => {
    const far: Mark[] = [
      { kind: 'doubt', id: 'doubt-0', start: 0, end: passage.start + 2 },
      { kind: 'doubt', id: 'doubt-1', start: passage.end, end: passage.end + 5 },
      { kind: 'doubt', id: 'doubt-2', start: passage.start + 3, end: passage.start + 3 },
    ]
    expect(wordsUnder(passage, far, [], 'doubt')).toEqual([`在${RARE}`])
    expect(cut(passage, far, [])).toHaveLength(2)
  })

  it('leaves a passage without marks whole', () => {
    expect(cut(passage, [], []).map(({ text }) => text)).toEqual([passage.text])
  })
})

it('looks for the organisations of a table row in the whole row', () => {
  const plan = new InventedPlan().task('修水渠', '甲局').build()
  const row = { ...(plan.tasks[0] as Task), clauseStart: null, clauseEnd: null } as unknown as Task
  expect(organisationMarks(row, plan.passages[0] as Passage).map(({ start, end }) => [start, end])).toEqual([[4, 6]])
})
