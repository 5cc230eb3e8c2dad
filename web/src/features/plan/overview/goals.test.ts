import { describe, expect, it } from 'vitest'
import type { Passage, Plan, Target, Task } from '@/api/types'
import { horizons } from './goals'

const target = (indicator: string, start: number, by?: string): Target =>
  ({ indicator, comparator: '>=', value: 90, unit: '%', start, end: start + 5, by: by ?? null, aspirational: false, implied: false }) as Target
const said = (start: number, targets: Target[]) => ({ text: '…', start, end: start + 20, deadlines: [], targets })

const plan = {
  passages: [{ start: 0 }, { start: 50 }, { start: 100 }] as Passage[],
  goals: [said(60, [target('安全利用率', 61, '2030-12-31'), target('安全利用率', 70, '2027-12-31')])].map((goal) => ({ ...goal, id: 'g1', version: 0, path: [] })),
  obligations: [],
  tasks: [{ ...said(100, [target('回收率', 101, '2027-06-30'), target('面积', 110), target('频次', 115, 'R/P1Y')]), number: 3 }] as unknown as Task[],
} satisfies Pick<Plan, 'passages' | 'goals' | 'obligations' | 'tasks'>

describe('goals by horizon', () => {
  it('stand under the year in which they are due, those without a year last', () => {
    const told = horizons(plan).map(({ year, aims }) => [year, aims.map((aim) => [aim.target.indicator, aim.task])])
    expect(told).toEqual([
      ['2027', [['安全利用率', undefined], ['回收率', 3]]],
      ['2030', [['安全利用率', undefined]]],
      [undefined, [['面积', 3], ['频次', 3]]],
    ])
  })

  it('lead to the passage or the task that says them', () => {
    expect(horizons(plan)[0]?.aims.map(({ anchor }) => anchor)).toEqual(['passage-50', 'task-3'])
  })

  it('are shown once where a goal and a task share the words', () => {
    const twice = { ...plan, tasks: [{ ...said(60, [target('安全利用率', 61, '2030-12-31')]), number: 1 } as unknown as Task] }
    expect(horizons(twice).find(({ year }) => year === '2030')?.aims).toHaveLength(1)
  })
})
