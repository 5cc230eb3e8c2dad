import { expect, it } from 'vitest'
import { parametersOf, workbookOf } from './api'
import { addressOf, isNarrowed, queryOf, UNNARROWED } from './query'

const ALL = { ...UNNARROWED, asleep: false }

it('reads what an address asks, and leaves alone what it says beyond that', () => {
  expect(queryOf({})).toEqual(ALL)
  expect(queryOf({ plan: 'p1', chapter: '一、任务', organisation: 'o1', words: '树', asleep: 'true', duty: 'd' })).toEqual({
    plan: 'p1',
    chapter: '一、任务',
    organisation: 'o1',
    words: '树',
    asleep: true,
    ...{ noChapter: '', due: '', light: '', region: '', news: '', unassigned: '', from: '' },
  })
  const ofHomes = { due: 'DAYS_7', light: 'RED', region: '990001001', news: 'MOVED', unassigned: 'true', from: 'REGISTER' }
  expect(queryOf(ofHomes)).toEqual({ ...ALL, ...ofHomes })
  expect(parametersOf({ ...ALL, ...ofHomes })).toEqual({ ...ofHomes, unassigned: true })
  expect(addressOf({ ...ALL, words: '树' }, { duty: 'd' })).toMatchObject({ duty: 'd', words: '树', plan: undefined, asleep: undefined })
})

it('keeps a chapter also where no plan has it, as of a register', () => {
  expect(addressOf({ ...ALL, chapter: '尾矿库' }).chapter).toBe('尾矿库')
  expect(addressOf({ ...ALL, plan: 'p1', chapter: '一、任务' }).chapter).toBe('一、任务')
})

it('asks for what stands under no heading, which is not the same as any', () => {
  const query = queryOf({ plan: 'p1', noChapter: 'true', light: 'RED' })
  expect(parametersOf(query)).toEqual({ plan: 'p1', noChapter: true, light: 'RED' })
  expect(workbookOf(query)).toBe('/api/duties.xlsx?plan=p1&noChapter=true&light=RED')
  expect(addressOf(query)).toMatchObject({ plan: 'p1', noChapter: 'true', chapter: undefined })
  expect(isNarrowed({ ...ALL, noChapter: 'true' })).toBe(true)
})

it('says whether anything narrows the list; which of the two lists it is does not', () => {
  expect(isNarrowed(ALL)).toBe(false)
  expect(isNarrowed({ ...ALL, asleep: true })).toBe(false)
  expect(isNarrowed({ ...ALL, words: '树' })).toBe(true)
})

it('asks the server for no more than what narrows', () => {
  expect(parametersOf(ALL)).toEqual({})
  expect(parametersOf({ ...ALL, asleep: true, organisation: 'o1' })).toEqual({ asleep: true, organisation: 'o1' })
  expect(workbookOf(ALL)).toBe('/api/duties.xlsx')
  expect(workbookOf({ ...ALL, words: '树 & 渠' })).toBe('/api/duties.xlsx?words=%E6%A0%91+%26+%E6%B8%A0')
})
