import { describe, expect, it } from 'vitest'
import type { DraftPlan } from '@/api/types'
import { itemAt, itemsOf, nextOpen } from './items'

const NOTHING = { deadlines: [], targets: [], path: [] }
const passage = (kind: 'HEADING' | 'PARAGRAPH' | 'BOILERPLATE', start: number, end: number, taskIds: string[] = []) => ({
  kind,
  level: 0,
  start,
  end,
  text: '文'.repeat(end - start),
  path: [],
  taskIds,
})
const plan: DraftPlan = {
  entry: { title: '某县方案', kind: 'WORK_PLAN', level: 'COUNTY' },
  passages: [
    passage('BOILERPLATE', 0, 5),
    passage('HEADING', 5, 10),
    passage('PARAGRAPH', 10, 20),
    passage('PARAGRAPH', 20, 30),
    passage('PARAGRAPH', 30, 50, ['t1']),
    passage('PARAGRAPH', 50, 60),
  ],
  goals: [{ id: 'g1', version: 0, text: '目标', start: 22, end: 28, ...NOTHING }],
  tasks: [
    {
      id: 't1',
      version: 0,
      number: 1,
      text: '任务',
      start: 30,
      end: 45,
      lead: ['甲局'],
      responsible: [],
      participants: [],
      implementers: [],
      open: false,
      actions: [],
      ...NOTHING,
    },
  ],
  obligations: [{ id: 'o1', version: 0, text: '责任', start: 51, end: 59, events: [], ...NOTHING }],
  findings: [{ id: 0, place: '3', problem: '看不懂', remedy: '请核对', start: 31, end: 33 }],
}

describe('itemsOf', () => {
  it('lists doubts first and last the passages of which nothing was understood', () => {
    expect(itemsOf(plan, 2).map(({ key, start }) => [key, start])).toEqual([
      ['doubt-2-0', 31],
      ['task-2-0', 30],
      ['goal-2-0', 22],
      ['obligation-2-0', 51],
      ['passage-2-0', 10],
    ])
  })
})

describe('nextOpen', () => {
  const items = itemsOf(plan, 0)

  it('goes to what is not accepted, around the end, and never to what was not understood', () => {
    expect(nextOpen(items, -1, new Set())).toBe(0)
    expect(nextOpen(items, 0, new Set(['task-0-0']))).toBe(2)
    expect(nextOpen(items, 3, new Set(['doubt-0-0']))).toBe(1)
    expect(nextOpen(items, 0, new Set(['doubt-0-0', 'task-0-0', 'goal-0-0', 'obligation-0-0']))).toBe(-1)
  })

  it('keeps to a kind where one is asked for', () => {
    expect(nextOpen(items, 2, new Set(), 'doubt')).toBe(0)
    expect(nextOpen(items, 0, new Set(['doubt-0-0']), 'doubt')).toBe(-1)
  })
})

describe('itemAt', () => {
  const items = itemsOf(plan, 0)

  it('finds the innermost item around a place', () => {
    expect(itemAt(items, { start: 32, end: 33 })).toBe(0)
    expect(itemAt(items, { start: 40, end: 41 })).toBe(1)
    expect(itemAt(items, { start: 12, end: 13 })).toBe(4)
    expect(itemAt(items, { start: 6, end: 7 })).toBe(-1)
  })
})
