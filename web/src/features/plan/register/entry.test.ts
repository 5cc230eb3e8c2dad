import { describe, expect, it } from 'vitest'
import type { Entry } from '@/api/types'
import { fill } from '@/shared/i18n'
import { faultsOf, validityText, type SayRegister } from './entry'
import { messages } from './messages'

const say: SayRegister = (key, values = {}) => fill(messages.zh[key], values)
const entry: Entry = { title: '某县方案', kind: 'WORK_PLAN', level: 'COUNTY' }

describe('validityText', () => {
  it.each([
    ['2026-01-01', '2030-12-31', '2026—2030年'],
    ['2019-01-01', '2019-12-31', '2019年'],
    ['2019-01-01', '2019-12-30', '2019-01-01 至 2019-12-30'],
    ['2019-03-04', undefined, '2019-03-04 起'],
    [undefined, '2020-12-31', '至 2020-12-31'],
    [undefined, undefined, ''],
  ])('says %s to %s as %s', (validFrom, validTo, text) => {
    expect(validityText({ validFrom, validTo }, say)).toBe(text)
  })
})

describe('faultsOf', () => {
  it('finds nothing wrong with an entry that has a title', () => {
    expect(faultsOf(entry)).toEqual([])
    expect(faultsOf({ ...entry, validFrom: '2026-01-01', validTo: '2026-01-01' })).toEqual([])
  })

  it('names a missing title and days in the wrong order', () => {
    expect(faultsOf({ ...entry, title: ' ', validFrom: '2026-01-02', validTo: '2026-01-01' })).toEqual(['title', 'validity'])
  })
})
