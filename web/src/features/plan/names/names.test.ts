import { describe, expect, it } from 'vitest'
import type { Answerer, NameInPlan, ResolvedTask } from '@/api/types'
import { countStates, inOrder, meanings, passedOn, together, type Passed, type Turn } from './names'

const LAND = { id: 'land', name: '净原县国土资源局', endedOn: '2019-03-01' }
const NATURE = { id: 'nature', name: '净原县自然资源局' }
const BRANCH = { id: 'branch', name: '云岫市生态环境局净原分局' }

function name(text: string, state: NameInPlan['state'], occurrences: number, organisation?: NameInPlan['organisation']): NameInPlan {
  return {
    name: text,
    state,
    version: 0,
    occurrences,
    counts: { lead: 0, responsible: 0, participants: 0, implementers: 0, actor: 0 },
    tasks: [1],
    candidates: [],
    ...(organisation ? { organisation } : {}),
  } as NameInPlan
}

function answerer(more: Partial<Answerer>): Answerer {
  return { name: '县国土局', roles: ['LEAD'], named: LAND, state: 'ANSWERS', organisation: LAND, steps: [], candidates: [], ...more } as Answerer
}

function task(number: number, ...answerers: Answerer[]): ResolvedTask {
  return { id: `task-${number}`, number, heading: '', begins: '', answerers }
}

const OPEN = answerer({
  state: 'UNDECIDED',
  turnedOn: '2019-03-01',
  candidates: [
    { organisation: NATURE, reason: '其余' },
    { organisation: BRANCH, reason: '地下水' },
  ],
})

describe('the names of a plan', () => {
  const names = [name('县财政局', 'CERTAIN', 9, NATURE), name('县财正局', 'CANDIDATES', 1), name('县房产局', 'NONE', 2), name('县水务局', 'CANDIDATES', 3)]

  it('stand in the order of what is to be done', () => {
    expect(inOrder(names).map((each) => each.name)).toEqual(['县水务局', '县财正局', '县房产局', '县财政局'])
    expect(countStates(names)).toMatchObject({ CANDIDATES: 2, NONE: 1, CERTAIN: 1, DECIDED: 0 })
  })

  it('mean organisations where that is known', () => {
    expect([...meanings(names)]).toEqual([['县财政局', NATURE]])
  })
})

function togetherAt(all: Passed[], index: number): Turn | undefined {
  const passed = all[index]
  return passed && together(passed, all)
}

describe('tasks of an organisation that came apart', () => {
  const passed = answerer({ organisation: NATURE, steps: [{ on: '2019-03-01', to: NATURE, reason: '', chosen: false }] })

  it('are listed where somebody else answers, the open ones first', () => {
    const all = passedOn([task(1, passed), task(2, answerer({})), task(3, OPEN)])
    expect(all.map((each) => each.task.number)).toEqual([3, 1])
  })

  it('are decided together where they stand at the same turn', () => {
    const all = passedOn([task(1, OPEN), task(2, OPEN), task(3, answerer({ ...OPEN, turnedOn: '2023-01-01' }))])
    const turn = togetherAt(all, 0)
    expect(turn?.tasks.map((each) => each.task.number)).toEqual([1, 2])
    expect(turn?.candidates.map(({ organisation }) => organisation.id)).toEqual(['nature', 'branch'])
  })

  it('can be decided again one by one, from the version that was seen', () => {
    const choice = { predecessorId: 'land', turnedOn: '2019-03-01', version: 2, decidedBy: '某人', decidedAt: '' }
    const all = passedOn([task(1, { ...passed, choice }), task(2, passed)])
    expect(togetherAt(all, 0)?.tasks).toEqual([{ task: all[0]?.task, version: 2 }])
    expect(togetherAt(all, 1)).toBeUndefined()
  })
})
