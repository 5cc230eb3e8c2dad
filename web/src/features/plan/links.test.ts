import { describe, expect, it } from 'vitest'
import type { Passage, Plan } from '@/api/types'
import { InventedPlan } from './fixtures/invented'
import { layOut } from './layout'
import { addressOf, runsOf } from './links'
import { actorMarks, cut, type Mark } from './marks'

// U+20BB7 lies outside the basic plane: one code point, two UTF-16 units.
const RARE = '\u{20BB7}'

/** The linked words of a plan with where they lead. */
function links(plan: Pick<Plan, 'passages' | 'tasks' | 'goals' | 'obligations' | 'findings'>): [words: string, address: string][] {
  const passages = layOut(plan).chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.passages))
  return passages.flatMap(({ runs }) =>
    runs.flatMap(({ pieces, link }) =>
      link ? [[pieces.map(({ text }) => text).join(''), decodeURIComponent(addressOf('P', link.meaning))] as [string, string]] : [],
    ),
  )
}

it('leads from a date to the calendar, from a figure to the targets, from an organisation to its page', () => {
  const plan = new InventedPlan()
    .paragraph(`${RARE}地2030年前种满。`)
    .goal(`${RARE}地2030年前种满`, '2030年前', '2030-12-31')
    .task('明年五月底前种树九成。', '甲局', ['乙局'])
    .deadline('明年五月底前', '2027-05-31')
    .target('九成', 90)
  expect(links(plan.build())).toEqual([
    ['2030年前', '/plans/P/calendar?of=goal-1&when=2030-12-31'],
    ['明年五月底前', '/plans/P/calendar?of=task-1&when=2027-05-31'],
    ['九成', '/plans/P/goals?figure=20-22'],
    ['甲局', '/plans/P/organisations/甲局'],
    ['乙局', '/plans/P/organisations/乙局'],
  ])
})

it('leads from whoever a sentence obliges to their page, in tasks and outside', () => {
  const plan = new InventedPlan()
    .task('先清渠。丙局每月看一遍，丙局记录。再种树。', '甲局')
    .action('丙局每月看一遍，丙局记录。', '丙局')
    .action('再种树。', '丁局')
    .paragraph('各乡应当报告。')
    .obligation('各乡应当报告', '各乡')
  expect(links(plan.build()).map(([words]) => words)).toEqual(['丙局', '丙局', '甲局', '各乡'])
})

describe('actorMarks', () => {
  const passage = { start: 0, end: 16, text: '水务局石桥分局巡河，水务局记录。' } as Passage
  const sentence = { start: 0, end: 16, actor: '水务局' }

  it('do not cut a name out of a longer one that the plan knows', () => {
    expect(actorMarks('task-1', [sentence], passage, ['水务局石桥分局']).map(({ start }) => start)).toEqual([10])
  })

  it('keep to the sentence that obliges', () => {
    expect(actorMarks('task-1', [{ ...sentence, end: 9 }], passage, [])).toHaveLength(1)
    expect(actorMarks('task-1', [{ ...sentence, start: 20, end: 30 }], passage, [])).toEqual([])
    expect(actorMarks('task-1', [{ ...sentence, actor: null }], passage, [])).toEqual([])
  })
})

describe('runsOf', () => {
  const plan = new InventedPlan().task('明年五月底前种树。', '甲局').build()
  const [passage, task] = [plan.passages[0] as Passage, plan.tasks[0]]
  const date: Mark = {
    kind: 'date',
    id: 'task-1-date-0',
    start: 0,
    end: 6,
    meaning: { kind: 'date', owner: 'task-1', deadline: { notation: '2027-05-31', assumed: false, start: 0, end: 6 } },
  }

  it('keep linked words whole that a doubt cuts', () => {
    const doubt: Mark = { kind: 'doubt', id: 'doubt-0', start: 2, end: 4 }
    const runs = runsOf(cut(passage, [date, doubt], []))
    expect(runs.map(({ pieces, link }) => [pieces.map(({ text }) => text), link?.id])).toEqual([
      [['明年', '五月', '底前'], 'task-1-date-0'],
      [['种树。（甲局牵头）'], undefined],
    ])
  })

  it('never hold the number of a task inside a link', () => {
    const inside = { ...task, start: 2 } as typeof task
    const runs = runsOf(cut(passage, [date], inside ? [inside] : []))
    expect(runs.map(({ start, begins }) => [start, begins.length])).toEqual([
      [0, 0],
      [2, 1],
      [6, 0],
    ])
  })
})
