import { expect, it } from 'vitest'
import { fill, type Values } from '@/shared/i18n'
import { deadlineText } from './deadline'
import { messages } from './messages'
import { targetText } from './target'

type Key = keyof (typeof messages)['en']
const english = (key: Key, values: Values = {}) => fill(messages.en[key], values)

it.each([
  ['2020-12-31', 'by 2020-12-31'],
  ['2020-12', 'by 2020-12'],
  ['2017-01-01/..', 'from 2017-01-01'],
  ['../2020-12-31', 'by 2020-12-31'],
  ['2018-01-01/2020-12-31', '2018-01-01 to 2020-12-31'],
  ['R/P1Y', 'every year'],
  ['R/P1Y;--01-31', 'every year, by 01-31'],
  ['R/P6M', 'every half-year'],
  ['R/P3M', 'every quarter'],
  ['R/P5Y', 'every 5 years'],
  ['R3/P1M', 'every month (3 times)'],
  ['XXXX-12-31', 'XXXX-12-31 (unknown, to be filled in)'],
  ['2027-XX-XX', '2027-XX-XX (unknown, to be filled in)'],
  ['R/PT5H', 'R/PT5H'],
  ['收到书面通知后', '收到书面通知后'],
])('reads %s as “%s”', (notation, text) => {
  expect(deadlineText(notation, english)).toBe(text)
})

const target = { start: 0, end: 1, indicator: 'rate', comparator: '>=', value: 90.5, unit: '%', by: '2030-12-31', reference: null }

it.each([
  [{}, '≥ 90.5 % (by 2030-12-31)'],
  [{ by: null }, '≥ 90.5 %'],
  [{ comparator: '<', value: 24000, unit: 'mu', by: null }, '< 24,000 mu'],
  [{ value: null, by: null }, 'unknown, to be filled in'],
  [{ value: null, reference: 'as the province decides' }, 'as the province decides'],
])('writes a target with %j as “%s”', (change, text) => {
  expect(targetText({ ...target, ...change } as unknown as Parameters<typeof targetText>[0], english)).toBe(text)
})
