import { describe, expect, it } from 'vitest'
import type { Task } from '@/api/types'
import { sameAs, sharesOf, standings } from './organisations'
import { excerpt, filterOf, matches, namesIn, queryOfFilter, rowsOf, timingsOf, type TaskFilter } from './tasks'

const NOTHING: TaskFilter = { words: '', organisation: '', role: '', chapter: '', timing: '', from: '', to: '', target: '' }

function task(number: number, more: Partial<Task>): Task {
  return {
    id: `00000000-0000-0000-0000-00000000000${number}`,
    number,
    path: ['一、摸底', `${number}.修渠`],
    text: '于2027年5月底前完成改造。',
    start: 0,
    end: 13,
    lead: [],
    responsible: [],
    participants: [],
    implementers: [],
    open: false,
    deadlines: [],
    targets: [],
    actions: [],
    ...more,
  } as Task
}

const by = (notation: string) => ({ notation, start: 0, end: 1, assumed: false })
const action = (actor: string | null, events: string[] = []) => ({ id: 'a1', text: '…', start: 0, end: 1, actor, deadlines: [], events, targets: [] })

const plan = {
  tasks: [
    task(1, { lead: ['县水利局'], participants: ['县财政局'], deadlines: [by('2027-05-31')], actions: [action(null), action('施工单位')] as Task['actions'] }),
    task(2, { path: ['二、管控', '1.植树'], responsible: ['县林业局', '县水利局'], deadlines: [by('R/P1Y')], actions: [action(null, ['收到通知后'])] as Task['actions'] }),
    task(3, { path: ['二、管控'], text: '清淤 清渠。', lead: ['县林业局'], implementers: ['各乡镇'], targets: [{ indicator: '长度' }] as Task['targets'] }),
  ],
}
const rows = rowsOf(plan)
const numbers = (filter: Partial<TaskFilter>) => rows.filter((row) => matches(row, { ...NOTHING, ...filter })).map(({ task: { number } }) => number)

describe('the task list', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ words: '清 淤清' }, [3]],
    [{ words: '县财政' }, [1]],
    [{ organisation: '县水利局' }, [1, 2]],
    [{ organisation: '县水利局', role: 'lead' }, [1]],
    [{ organisation: '施工单位', role: 'actor' }, [1]],
    [{ role: 'implementers' }, [3]],
    [{ chapter: '二、管控' }, [2, 3]],
    [{ timing: 'dated' }, [1]],
    [{ timing: 'recurring' }, [2]],
    [{ timing: 'event' }, [2]],
    [{ timing: 'undated' }, [3]],
    [{ from: '2027-05-31', to: '2027-05-31' }, [1]],
    [{ to: '2027-05-30' }, []],
    [{ target: 'with' }, [3]],
    [{ target: 'without' }, [1, 2]],
  ] as [Partial<TaskFilter>, number[]][])('narrowed to %j shows %j', (filter, expected) => {
    expect(numbers(filter)).toEqual(expected)
  })

  it('reads its filter out of the address that it wrote', () => {
    const filter: TaskFilter = { ...NOTHING, words: '渠', role: 'lead', timing: 'open', from: '2026-01-01', target: 'with' }
    const query = queryOfFilter(filter, { sort: 'title', page: '3', role: 'actor' })
    expect(query).toMatchObject({ sort: 'title', q: '渠', role: 'lead' })
    expect(query).not.toHaveProperty('page')
    expect(filterOf(query)).toEqual(filter)
  })

  it('is not narrowed by words of an address that mean nothing', () => {
    expect(filterOf({ role: 'king', timing: ['dated'], target: 'perhaps' })).toEqual(NOTHING)
  })

  it('says that a task without any date is undated', () => {
    expect(timingsOf(task(4, {}))).toEqual(['undated'])
    expect(timingsOf(task(4, { deadlines: [by('2026-01-01/..'), by('R/P1M')] }))).toEqual(['open', 'recurring'])
  })

  it('cuts long texts between whole characters', () => {
    expect(excerpt('𠮷野家 很远', 2)).toBe('𠮷野…')
    expect(excerpt('短', 2)).toBe('短')
  })
})

describe('the organisations of a plan', () => {
  it('stand in the order of what they lead', () => {
    expect(standings(rows).map(({ name, total }) => `${name} ${total}`)).toEqual([
      '县林业局 2',
      '县水利局 2',
      '各乡镇 1',
      '施工单位 1',
      '县财政局 1',
    ])
    expect(namesIn(rows)[0]).toMatch(/县(林业|水利)局/)
  })

  it('stand together where their names mean the same, and count once a task', () => {
    const forest = { id: 'f', name: '净原县林业和草原局' }
    const meanings = new Map([
      ['县林业局', forest],
      ['县财政局', forest],
    ])
    const together = standings(rows, meanings).find(({ organisation }) => organisation?.id === 'f')
    expect(together?.names.sort()).toEqual(['县林业局', '县财政局'].sort())
    expect(standings(rows, meanings)).toHaveLength(4)
    expect(sameAs('县财政局', meanings)).toEqual(['县林业局', '县财政局'])
    expect(sharesOf(plan, ...sameAs('县财政局', meanings)).map(({ task: { number } }) => number)).toEqual(
      sharesOf(plan, '县林业局')
        .concat(sharesOf(plan, '县财政局'))
        .map(({ task: { number } }) => number)
        .filter((number, index, all) => all.indexOf(number) === index)
        .sort(),
    )
  })

  it('see what each task asks of them', () => {
    const shares = sharesOf(plan, '县水利局')
    expect(shares.map(({ task: { number }, roles, actions }) => [number, roles, actions.length])).toEqual([
      [1, ['lead'], 1],
      [2, ['responsible'], 1],
    ])
    expect(sharesOf(plan, '施工单位')[0]?.actions).toHaveLength(1)
    expect(sharesOf(plan, '县财政局')[0]?.actions).toEqual([])
    expect(sharesOf(plan, '县教育局')).toEqual([])
  })
})
