import { describe, expect, it } from 'vitest'
import { item, list, milestone } from './fixtures'
import { allowed, lightOf, percentText, placeOf, pressing, targetFault } from './lists'

describe('lights', () => {
  it('are near in the last thirty days, and unknown for who sees a part only', () => {
    expect(lightOf({ state: 'RUNNING', daysLeft: 31 })).toBe('RUNNING')
    expect(lightOf({ state: 'RUNNING', daysLeft: 30 })).toBe('SOON')
    expect(lightOf({ state: 'RUNNING', daysLeft: 0 })).toBe('SOON')
    expect(lightOf({ state: 'REACHED', daysLeft: 3 })).toBe('REACHED')
    expect(lightOf({ state: null, daysLeft: 3 })).toBe('UNKNOWN')
  })

  it('are told of what was missed, else of the next that is not reached, else of the last', () => {
    const missed = milestone('2026-03-31', 30, { state: 'MISSED' })
    const reached = milestone('2026-06-30', 60, { state: 'REACHED' })
    const running = milestone('2026-12-31', 100)
    expect(pressing([missed, reached, running])).toBe(missed)
    expect(pressing([reached, running])).toBe(running)
    expect(pressing([reached])).toBe(reached)
    expect(pressing([])).toBeUndefined()
  })
})

it('tells rates without rounding them up', () => {
  expect([571, 600, 999, 1000, 0, null].map(percentText)).toEqual(['57.1%', '60%', '99.9%', '100%', '0%', '—'])
})

describe('what can be done with an item', () => {
  it('follows where it stands and who looks at it', () => {
    const kept = list()
    expect(allowed(item('1'), kept)).toEqual({ acts: ['behalf', 'transfer', 'remove'], edit: true })
    expect(allowed(item('1', { owed: true }), kept).acts).toEqual(['submit', 'transfer', 'remove'])
    expect(allowed(item('1', { state: 'SUBMITTED', submitted: true }), kept)).toEqual({ acts: ['strike-off', 'return'], edit: true })
    expect(allowed(item('1', { state: 'STRUCK_OFF', submitted: true }), kept)).toEqual({ acts: ['reopen'], edit: false })
    const others = list({ kept: false })
    expect(allowed(item('1', { owed: true }), others)).toEqual({ acts: ['submit'], edit: false })
    expect(allowed(item('1', { owed: true, state: 'SUBMITTED', submitted: true }), others).acts).toEqual([])
    expect(allowed(item('1', { owed: true, state: 'STRUCK_OFF', submitted: true }), others).acts).toEqual([])
  })
})

it.each([
  [[], 'fault.none', 0],
  [[{ day: '', percent: '60' }], 'fault.day', 0],
  [[{ day: '2026-06-30', percent: '0' }], 'fault.percent', 0],
  [[{ day: '2026-06-30', percent: '101' }], 'fault.percent', 0],
  [[{ day: '2026-06-30', percent: '6x' }], 'fault.percent', 0],
  [[{ day: '2026-06-30', percent: '60' }, { day: '2026-06-30', percent: '100' }], 'fault.days', 1],
  [[{ day: '2026-06-30', percent: '60' }, { day: '2026-12-31', percent: '60' }], 'fault.percents', 1],
] as const)('finds what is wrong with targets: %j', (typed, fault, at) => {
  expect(targetFault(typed)).toEqual({ fault, at })
})

it('takes rising targets', () => {
  expect(targetFault([{ day: '2026-06-30', percent: '60' }, { day: '2026-12-31', percent: '100' }])).toBeUndefined()
})

it('leads to the sentence at its task, or beside the duties', () => {
  expect(placeOf({ id: 'd1', plan: 'p1', task: 3 })).toBe('/plans/p1#task-3')
  expect(placeOf({ id: 'd1', plan: 'p1', task: null })).toBe('/duties?duty=d1')
})
