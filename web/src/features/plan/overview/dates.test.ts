import { expect, it } from 'vitest'
import type { CalendarEntry } from '@/api/types'
import { byMonth, comingDates, concerning, firstOf, isOf, isoDay, yearsIn } from './dates'

const entry = (day: string, ...parties: string[]) => ({ day, parties, number: 1 }) as CalendarEntry
const dated = [entry('2026-11-24', '甲'), entry('2026-11-25', '乙'), entry('2026-12-31', '甲', '乙'), entry('2027-01-31', '甲')]

it('comes from today on', () => {
  expect(comingDates(dated, '甲', new Date(2026, 10, 25)).map(({ day }) => day)).toEqual(['2026-12-31', '2027-01-31'])
  expect(comingDates(dated, '', new Date(2026, 10, 25))).toHaveLength(3)
})

it('concerns whom it names', () => {
  expect(concerning(dated, '乙')).toHaveLength(2)
  expect(concerning(dated, '')).toHaveLength(4)
})

it('falls into months, of one year or of all', () => {
  expect(byMonth(dated, '').map(({ key, entries }) => `${key} ${entries.length}`)).toEqual(['2026-11 2', '2026-12 1', '2027-01 1'])
  expect(byMonth(dated, '2027').map(({ key }) => key)).toEqual(['2027-01'])
  expect(yearsIn(dated)).toEqual(['2026', '2027'])
})

it('is shown by its first entries, also where they end within a month', () => {
  const first = (most: number) => firstOf(byMonth(dated, ''), most).map(({ key, entries }) => `${key} ${entries.length}`)
  expect(first(1)).toEqual(['2026-11 1'])
  expect(first(3)).toEqual(['2026-11 2', '2026-12 1'])
  expect(first(9)).toEqual(['2026-11 2', '2026-12 1', '2027-01 1'])
})

it('writes a day as the calendar on the wall says', () => {
  expect(isoDay(new Date(2026, 0, 5))).toBe('2026-01-05')
})

it('is one of a task, goal or obligation, by its notation', () => {
  const due = { kind: 'GOAL', number: 2, when: '2030-12-31' } as CalendarEntry
  expect(isOf(due, { of: 'goal-2', when: '2030-12-31' })).toBe(true)
  for (const of of ['goal-1', 'task-2', 'goal-22', '']) expect(isOf(due, { of, when: '2030-12-31' })).toBe(false)
  expect(isOf(due, { of: 'goal-2', when: '2030' })).toBe(false)
})
