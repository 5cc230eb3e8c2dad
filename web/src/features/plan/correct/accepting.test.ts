import { expect, it } from 'vitest'
import type { EntryContent } from '@/api/types'
import { accepted, fieldOf } from './accepting'
import { NOTHING } from './content'
import type { Item } from './items'

const deadline = { notation: '2027-12-31', start: 3, end: 5, assumed: true }
const target = { indicator: '率', comparator: '=' as const, value: 100, unit: '%', start: 6, end: 8, implied: true, aspirational: false }
const action = { id: 'a', start: 0, end: 9, events: [], deadlines: [deadline], targets: [target] }
const content: EntryContent = { ...NOTHING, start: 0, end: 9, deadlines: [deadline], targets: [target], actions: [action] }
const item = (reason: Item['reason']): Item => ({ key: 'k', kind: 'doubt', start: 0, end: 1, entry: undefined, ...(reason ? { reason } : {}) })

it('takes the mark of what was inferred away, in the action as well', () => {
  const date = accepted(content, item({ kind: 'assumed', deadline }))
  expect([date?.deadlines[0]?.assumed, date?.actions[0]?.deadlines[0]?.assumed, date?.targets[0]?.implied]).toEqual([false, false, true])
  const value = accepted(content, item({ kind: 'implied', target }))
  expect([value?.targets[0]?.implied, value?.actions[0]?.targets[0]?.implied, value?.deadlines[0]?.assumed]).toEqual([false, false, true])
})

it('has nothing to take away where something has to be filled in', () => {
  expect(accepted(content, item({ kind: 'nobody' }))).toBeUndefined()
  expect(accepted(content, item(undefined))).toBeUndefined()
})

it('knows where a doubt is mended', () => {
  expect([item({ kind: 'nobody' }), item({ kind: 'assumed', deadline }), item({ kind: 'unknown-value', target })].map(fieldOf)).toEqual(['lead', 'deadlines', 'targets'])
})
