import { describe, expect, it } from 'vitest'
import { grouped, inferredFrom, nextOf, placeOf, statedBy, usedOf, wordsOf } from './duties'
import { duty } from './fixtures'

const MONTHLY = { notation: 'R/P1M', words: '每月', assumed: false }
const BY_MAY = { notation: '2026-05-31', words: '5月底前', assumed: true }
const BY_JUNE = { notation: '2026-06-15', words: '6月15日前', assumed: false }
const AFTER_NOTICE = { notation: null, words: '收到通知后', assumed: false }

describe('grouped', () => {
  it('puts duties under their headings, in the order in which they came', () => {
    const groups = grouped([
      duty('a'),
      duty('b', { organisationId: 'o2' }),
      duty('c', { start: 30, end: 40 }),
      duty('d', { heading: '一、任务 / 2.修渠' }),
      duty('e', { planId: 'p2', heading: '一、任务 / 2.修渠' }),
    ])

    expect(groups.map(({ heading, rows }) => [heading, rows.map(({ duty: { id }, index }) => `${id}${index}`)])).toEqual([
      ['一、任务 / 1.种树', ['a0', 'b1', 'c2']],
      ['一、任务 / 2.修渠', ['d3']],
      ['一、任务 / 2.修渠', ['e4']],
    ])
  })

  it('tells where a sentence repeats that of the row above', () => {
    const rows = grouped([duty('a'), duty('b'), duty('c', { start: 30 }), duty('d', { start: 30, place: 'OBLIGATION' })]).flatMap((group) => group.rows)

    expect(rows.map(({ repeats }) => repeats)).toEqual([false, true, false, false])
  })

  it('takes two items of a document for two, and what two organisations owe for one record for one', () => {
    const item = (id: string, number: number) => duty(id, { place: 'DOCUMENT', documentId: 'm1', number, start: 0, end: 0 })
    const owed = (id: string, recordId: string) => duty(id, { place: 'DEADLINE', planId: null, recordId, start: 0, end: 0 })
    const rows = grouped([item('a', 1), item('b', 2), owed('c', 'r1'), owed('d', 'r1'), owed('e', 'r2')]).flatMap((group) => group.rows)

    expect(rows.map(({ repeats }) => repeats)).toEqual([false, false, false, true, false])
  })

  it('says a sentence anew under another heading', () => {
    const rows = grouped([duty('a'), duty('b', { heading: '二、保障' })]).flatMap((group) => group.rows)

    expect(rows.map(({ repeats }) => repeats)).toEqual([false, false])
  })
})

describe('placeOf', () => {
  it('leads to the task, to the sentence outside the tasks, and nowhere where the plan is not seen', () => {
    expect(placeOf(duty('a', { number: 7 }))).toBe('/plans/p1#task-7')
    expect(placeOf(duty('a', { place: 'OBLIGATION', start: 120 }))).toBe('/plans/p1#at-120')
    expect(placeOf(duty('a', { planTitle: null }))).toBeUndefined()
  })

  it('leads to the document or the record that asks for it', () => {
    const nowhere = { planId: null, planTitle: null }
    expect(placeOf(duty('a', { ...nowhere, place: 'DOCUMENT', documentId: 'm1' }))).toBe('/work-sources/m1')
    expect(placeOf(duty('a', { ...nowhere, place: 'DEADLINE', register: 'tailings-pond', recordId: 'r1' }))).toBe('/registers/tailings-pond/records/r1')
  })
})

describe('nextOf', () => {
  it('is the day ahead, else the last that is over, else words, else the rhythm', () => {
    const day = { day: '2026-05-31', assumed: true }
    expect(nextOf(duty('a', { nextDue: day, due: [{ day: '2026-04-30', assumed: false }, day] }))).toEqual({ kind: 'day', ...day })
    expect(nextOf(duty('a', { due: [{ day: '2025-04-30', assumed: false }, { day: '2025-05-31', assumed: false }] }))).toEqual({
      kind: 'past',
      day: '2025-05-31',
    })
    expect(nextOf(duty('a', { times: [AFTER_NOTICE] }))).toEqual({ kind: 'words' })
    expect(nextOf(duty('a'))).toEqual({ kind: 'rhythm' })
  })

  it('takes what the server leaves empty for no day', () => {
    expect(nextOf({ ...duty('a'), nextDue: null } as unknown as ReturnType<typeof duty>)).toEqual({ kind: 'rhythm' })
  })
})

describe('the words of times', () => {
  it('are told once each', () => {
    expect(wordsOf({ times: [MONTHLY, BY_MAY, { ...MONTHLY, notation: 'R/P3M' }, { ...BY_JUNE, words: '' }] })).toEqual(['每月', '5月底前'])
  })

  it('from which days are inferred are those that say no day', () => {
    expect(inferredFrom({ times: [MONTHLY, BY_MAY, BY_JUNE, AFTER_NOTICE] })).toEqual(['每月', '5月底前'])
  })
})

describe('rhythms', () => {
  const told = [
    { months: 1, sentence: '实行月调度、年评估。', used: true },
    { months: 6, sentence: '', used: true },
    { months: 12, sentence: '实行月调度、年评估。', used: false },
  ]

  it('in use, and the sentences that state them', () => {
    expect(usedOf(told)).toEqual([1, 6])
    expect(statedBy(told)).toEqual(['实行月调度、年评估。'])
    expect(statedBy(told.map((each) => ({ ...each, used: true })))).toEqual(['实行月调度、年评估。'])
  })
})
