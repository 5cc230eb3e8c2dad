import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLanguage, useMessages } from '@/shared/i18n'
import { line, reporting, round, said } from './fixtures'
import { messages } from './messages'
import { allowed, byUrgency, carriedOf, faultsOf, grouped, isDay, placeOf, startOf } from './rounds'
import { marksOf, periodText, statusText } from './say'

const say = useMessages(messages)

beforeEach(() => chooseLanguage('zh'))

describe('the name of a period', () => {
  it('is said for every length', () => {
    expect(periodText(round({ months: 1, year: 2026, number: 11 }), say)).toBe('2026年11月')
    expect(periodText(round({ months: 3, year: 2026, number: 4 }), say)).toBe('2026年第4季度')
    expect(periodText(round({ months: 6, year: 2026, number: 1 }), say)).toBe('2026年上半年')
    expect(periodText(round({ months: 6, year: 2026, number: 2 }), say)).toBe('2026年下半年')
    expect(periodText(round({ months: 12, year: 2026, number: 1 }), say)).toBe('2026年度')
  })
})

it('lists first who has said nothing, then who owes something, then what waits, then what is done', () => {
  const done = reporting('done', '甲', { open: 0, accepted: 3 })
  const waits = reporting('waits', '乙', { open: 0, reported: 3 })
  const returned = reporting('returned', '丙', { open: 0, returned: 1, accepted: 2 })
  const some = reporting('some', '丁', { open: 1, reported: 2 })
  const nothing = reporting('nothing', '戊')
  const alike = reporting('alike', '己')
  expect(byUrgency([done, waits, returned, some, nothing, alike]).map(({ id }) => id)).toEqual(['nothing', 'alike', 'some', 'returned', 'waits', 'done'])
})

it('puts lines under their headings in the order in which they came', () => {
  const lines = [line('a'), line('b'), line('c', { heading: '二、保障' }), line('d')]
  expect(grouped(lines).map((group) => group.lines.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']])
})

it('leads to the task, and for a sentence outside the tasks to its duty', () => {
  expect(placeOf(line('a', { task: 7 }))).toBe('/plans/p1#task-7')
  expect(placeOf(line('a', { task: null }))).toBe('/duties?duty=duty-a')
})

describe('carrying forward', () => {
  it('takes the last text of a line, as a copy', () => {
    const before = said({ progress: '上月栽了三百株。' })
    const carried = carriedOf([line('a', { before })])
    expect(carried).toEqual(before)
    expect(carried).not.toBe(before)
  })

  it('takes nothing where there is none, or where lines differ in it', () => {
    expect(carriedOf([line('a')])).toBeUndefined()
    expect(carriedOf([line('a', { before: said() }), line('b')])).toBeUndefined()
    expect(carriedOf([line('a', { before: said() }), line('b', { before: said({ proof: '照片' }) })])).toBeUndefined()
    expect(carriedOf([line('a', { before: said() }), line('b', { before: said() })])).toEqual(said())
  })

  it('starts a form with what was said already', () => {
    expect(startOf([line('a', { said: said({ state: 'DONE' }) })]).state).toBe('DONE')
    expect(startOf([line('a', { said: said() }), line('b')]).progress).toBe('')
  })
})

it('names at its field what is missing in a report', () => {
  expect(faultsOf(said(), '', false)).toEqual({})
  expect(faultsOf(said({ progress: ' ' }), '', false)).toEqual({ progress: 'fault.nothing' })
  expect(faultsOf(said({ progress: '', completion: '六成' }), '', false)).toEqual({})
  expect(faultsOf(said({ state: 'BEHIND' }), '', false)).toEqual({ reason: 'fault.reason' })
  expect(faultsOf(said({ state: 'NOT_CONCERNED', progress: '', reason: '没有林地' }), '', false)).toEqual({})
  expect(faultsOf(said(), ' ', true)).toEqual({ toldBy: 'fault.teller' })
})

it('lets reports be written by who owes them, and looked at by who keeps the round-up', () => {
  const own = { kept: false }
  const keeper = { kept: true }
  expect(allowed(line('a', { owed: true }), own)).toEqual({ report: true, judge: false, reopen: false })
  expect(allowed(line('a'), own)).toEqual({ report: false, judge: false, reopen: false })
  expect(allowed(line('a', { status: 'REPORTED' }), keeper)).toEqual({ report: true, judge: true, reopen: false })
  expect(allowed(line('a', { status: 'ACCEPTED', owed: true }), keeper)).toEqual({ report: false, judge: false, reopen: true })
})

it('says where a line stands, and how it came there', () => {
  expect(statusText(line('a'), false, say)).toBe('待报')
  expect(statusText(line('a'), true, say)).toBe('未报')
  expect(statusText(line('a', { status: 'ACCEPTED' }), true, say)).toBe('已通过')
  expect(marksOf(line('a', { channel: 'ON_BEHALF', toldBy: '赵某电话', late: true, reopened: 2 }), say)).toEqual(['代录：赵某电话', '补报', '重新开放 2 次'])
})

it('takes days that some month has', () => {
  expect(['1', '31', ' 5 '].every(isDay)).toBe(true)
  expect(['0', '32', '', '5.5', 'x', '-1'].some(isDay)).toBe(false)
})
