import { expect, it } from 'vitest'
import { daysBetween, timelineOf } from './timeline'

const change = (id: string, at: string) => ({ id, kind: 'CHANGED' as const, by: '谢某', at, reason: '', version: 1, fields: [] })
const comment = (id: string, at: string) => ({ id, text: '已电话催办', by: '谢某', at })
const deadline = (rule: string, due: string, met?: string) => ({
  id: rule,
  record: 'r1',
  title: '石漪尾矿库',
  rule,
  duty: '年度监测',
  due,
  overdue: false,
  by: [],
  met,
})

it('puts what is due first, then what happened, latest first', () => {
  const told = timelineOf(
    [change('c1', '2026-03-01T02:00:00Z'), change('c2', '2026-05-01T02:00:00Z')],
    [comment('m1', '2026-04-01T02:00:00Z')],
    [deadline('b', '2026-12-31'), deadline('a', '2026-11-01'), deadline('done', '2026-04-30', '2026-04-20')],
    '2026-11-29',
  )
  expect(told.map(({ key }) => key)).toEqual(['a', 'b', 'c2', 'done', 'm1', 'c1'])
  expect(told.flatMap((each) => (each.kind === 'deadline' ? [each.days] : []))).toEqual([-28, 32, -213])
})

it('counts days over the ends of months and years', () => {
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
})
