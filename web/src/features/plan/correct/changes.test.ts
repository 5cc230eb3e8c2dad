import { describe, expect, it } from 'vitest'
import type { EntryContent, Passage } from '@/api/types'
import { editing, marking, markingAction, merging, moving, removing, splitting, withAction, withDeadlines, withTargets } from './changes'
import { NOTHING, same, type Correctable } from './content'
import { planText } from './planText'

const HEADING = '一、摸底'
// The rare ideograph is one code point and two units, so that a count of units would be seen.
const BODY = '走访𠀀村菜园。2027年5月底前登记完毕，登记率达到90%。年内公布。'
const CLAUSE = '（县农业农村局牵头，县供销社参与）'
const at = (words: string, text = BODY) => [...text.slice(0, text.indexOf(words))].length
const size = (words: string) => [...words].length
const OFFSET = size(HEADING) + 1

const passages = [
  { start: 0, end: size(HEADING), text: HEADING, path: [] },
  { start: OFFSET, end: OFFSET + size(BODY + CLAUSE), text: BODY + CLAUSE, path: [HEADING] },
] as unknown as Passage[]
const text = planText(passages)
const words = (part: string) => ({ start: OFFSET + at(part, BODY + CLAUSE), end: OFFSET + at(part, BODY + CLAUSE) + size(part) })

const may = { notation: '2027-05-31', assumed: false, ...words('2027年5月底前') }
const year = { notation: '2027-12-31', assumed: true, ...words('年内') }
const rate = { ...words('90%'), indicator: '登记率', comparator: '>=' as const, value: 90, unit: '%', by: '2027-05-31', implied: false, aspirational: false }
const visit = { id: 'a1', ...words('走访𠀀村菜园。'), events: [], deadlines: [], targets: [] }
const register = { id: 'a2', ...words('2027年5月底前登记完毕，登记率达到90%。'), events: [], deadlines: [may], targets: [rate] }
const publish = { id: 'a3', ...words('年内公布。'), events: [], deadlines: [year], targets: [] }
const content: EntryContent = {
  ...NOTHING,
  ...words(BODY),
  clauseStart: words(CLAUSE).start,
  clauseEnd: words(CLAUSE).end,
  path: [HEADING],
  lead: ['县农业农村局'],
  participants: ['县供销社'],
  deadlines: [may, year],
  targets: [rate],
  actions: [visit, register, publish],
}
const entry = (id: string, number: number, own: EntryContent): Correctable => ({ kind: 'TASK', id, version: 3, number, content: own, corrected: undefined })
const task = entry('t1', 1, content)

describe('what is sent', () => {
  it('names the entry with the version that was seen', () => {
    expect(editing(task, content)).toEqual({ kind: 'EDIT', entries: [{ kind: 'TASK', id: 't1', version: 3, after: content }] })
    expect(removing(task)).toEqual({ kind: 'REMOVE', entries: [{ kind: 'TASK', id: 't1', version: 3 }] })
    expect(moving(entry('t4', 4, content), -1).entries).toEqual([{ kind: 'TASK', id: 't4', version: 3, position: 2, after: content }])
  })
})

describe('splitting', () => {
  const cut = splitting(task, words('年内公布').start, text)

  it('gives each part the dates, targets and actions of its words, and both the people', () => {
    const [first, second] = cut?.entries ?? []
    expect(first).toMatchObject({ id: 't1', version: 3 })
    expect(second).toMatchObject({ kind: 'TASK', position: 1 })
    expect(second?.id).toBeUndefined()
    expect([first, second].map((part) => text.slice(part?.after ?? { start: 0, end: 0 }))).toEqual([
      '走访𠀀村菜园。2027年5月底前登记完毕，登记率达到90%。',
      '年内公布。',
    ])
    expect(first?.after?.deadlines).toEqual([may])
    expect(second?.after?.deadlines).toEqual([year])
    expect(first?.after?.targets).toEqual([rate])
    expect(second?.after?.targets).toEqual([])
    expect(first?.after?.actions.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(second?.after?.actions.map(({ id }) => id)).toEqual(['a3'])
    expect(second?.after).toMatchObject({ lead: ['县农业农村局'], participants: ['县供销社'], path: [HEADING], clauseStart: content.clauseStart })
  })

  it('takes along the date by which a target is wanted', () => {
    const later = splitting(task, words('登记率').start, text)?.entries[1]?.after
    expect(later?.targets).toEqual([rate])
    expect(later?.deadlines.map(({ notation }) => notation)).toEqual(['2027-12-31', '2027-05-31'])
  })

  it('does not cut where one side would have no words', () => {
    expect(splitting(task, content.start, text)).toBeUndefined()
    expect(splitting(task, content.end, text)).toBeUndefined()
  })

  it('is undone by merging', () => {
    const [first, second] = cut?.entries ?? []
    const joined = merging(entry('t1', 1, first?.after ?? content), entry('t2', 2, second?.after ?? content))
    expect(joined.entries.map(({ id, after }) => [id, after === undefined])).toEqual([
      ['t1', false],
      ['t2', true],
    ])
    expect(same(joined.entries[0]?.after, content)).toBe(true)
  })
})

it('merges people in their order without repeats, and keeps the later clause', () => {
  const other = { ...content, start: 90, end: 95, clauseStart: 95, clauseEnd: 99, lead: ['县水利局', '县农业农村局'], open: true, deadlines: [], targets: [], actions: [] }
  const after = merging(task, entry('t2', 2, other)).entries[0]?.after
  expect(after).toMatchObject({ lead: ['县农业农村局', '县水利局'], open: true, clauseStart: 95, end: 95, start: content.start })
})

describe('marking words', () => {
  it('makes a task of them under the headings above, and takes a closing bracket for its clause', () => {
    const made = marking('TASK', { start: words(BODY).start, end: words(CLAUSE).end }, text, [entry('t9', 1, { ...content, start: 500 })])
    expect(made.entries).toEqual([
      {
        kind: 'TASK',
        position: 0,
        after: { ...NOTHING, ...words(BODY), path: [HEADING], clauseStart: words(CLAUSE).start, clauseEnd: words(CLAUSE).end },
      },
    ])
  })

  it('puts a goal behind those before it', () => {
    const goal = { ...task, kind: 'GOAL' as const }
    expect(marking('GOAL', words('年内公布。'), text, [goal, task]).entries[0]).toMatchObject({ kind: 'GOAL', position: 1 })
  })

  it('adds an action with the dates and targets that stand in them', () => {
    const bare = entry('t1', 1, { ...content, actions: [visit, publish] })
    const actions = markingAction(bare, words('2027年5月底前登记完毕，登记率达到90%。')).entries[0]?.after?.actions
    expect(actions?.map(({ id }) => id)).toEqual(['a1', undefined, 'a3'])
    expect(actions?.[1]).toMatchObject({ deadlines: [may], targets: [rate] })
  })
})

describe('withDeadlines', () => {
  it('changes a date in its action too, and the targets wanted by it', () => {
    const after = withDeadlines(content, [{ ...may, notation: '2027-06-30' }, year])
    expect(after.actions[1]?.deadlines.map(({ notation }) => notation)).toEqual(['2027-06-30'])
    expect([after.targets[0]?.by, after.actions[1]?.targets[0]?.by]).toEqual(['2027-06-30', '2027-06-30'])
  })

  it('takes a date away from its action, and from the targets wanted by it', () => {
    const after = withDeadlines(content, [year])
    expect(after.actions[1]?.deadlines).toEqual([])
    expect(after.targets[0]?.by).toBeUndefined()
  })

  it('gives a new date to the action whose words it stands in', () => {
    const after = withDeadlines({ ...content, deadlines: [year], actions: [visit, { ...register, deadlines: [] }, publish] }, [may, year])
    expect(after.actions.map(({ deadlines }) => deadlines.length)).toEqual([0, 1, 1])
  })
})

describe('withTargets', () => {
  it('changes a target in its action too', () => {
    const after = withTargets(content, [{ ...rate, value: 95 }])
    expect(after.actions.map(({ targets }) => targets.map(({ value }) => value))).toEqual([[], [95], []])
  })
})

describe('withAction', () => {
  it('changes a date of the task with that of its action', () => {
    const after = withAction(content, 1, { ...register, deadlines: [{ ...may, notation: '2027-06-30' }] })
    expect(after.deadlines.map(({ notation }) => notation)).toEqual(['2027-06-30', '2027-12-31'])
    expect([after.targets[0]?.by, after.actions[1]?.targets[0]?.by]).toEqual(['2027-06-30', '2027-06-30'])
  })

  it('keeps a date that another action has as well', () => {
    const twice = { ...content, actions: [{ ...visit, deadlines: [may] }, register, publish] }
    expect(withAction(twice, 1, { ...register, deadlines: [] }).deadlines).toEqual([may, year])
  })

  it('takes an action away, and leaves its dates with the task', () => {
    const after = withAction(content, 0, undefined)
    expect(after.actions.map(({ id }) => id)).toEqual(['a2', 'a3'])
    expect(after.deadlines).toEqual([may, year])
  })
})
