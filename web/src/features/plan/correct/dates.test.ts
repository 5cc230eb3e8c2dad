import { expect, it } from 'vitest'
import { TYPED_DATES } from '../fixtures/dates'
import { isUnknown, notationOf } from './dates'

it.each(TYPED_DATES)('understands %j as %s', (typed, notation) => {
  expect(notationOf(typed, '2027')).toBe(notation)
})

it('takes its own notation back unchanged', () => {
  const notations = TYPED_DATES.flatMap(([, notation]) => notation ?? [])
  expect(notations.map((notation) => notationOf(notation, '1999'))).toEqual(notations)
})

it('tells what has an unknown part', () => {
  expect(['2027-11-30', 'R/P1Y', '2027-XX-XX', 'XXXX-12-31'].map(isUnknown)).toEqual([false, false, true, true])
})
