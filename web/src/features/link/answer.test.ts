import { expect, it } from 'vitest'
import { nextWaiting, stateOf, tellerFaults, wholeAddress } from './answer'
import { linkedLine } from './fixtures'

it.each([
  ['', '13800000000', { name: 'fault.name' }],
  ['韩冬', '', { telephone: 'fault.telephone' }],
  ['韩冬', '无', { telephone: 'fault.telephone' }],
  ['韩冬', '139', { telephone: 'fault.telephone' }],
  ['韩冬', '+86 (371) 6000-0000', {}],
  ['韩冬', '6000000', {}],
])('asks %s with %s for what is missing', (name, telephone, faults) => {
  expect(tellerFaults({ name, telephone })).toEqual(faults)
})

it('goes on to the next line that waits, and around to those before', () => {
  const lines = [linkedLine('a'), linkedLine('b', { status: 'REPORTED' }), linkedLine('c', { status: 'RETURNED' })]
  expect(nextWaiting(lines, 'a')?.id).toBe('c')
  expect(nextWaiting(lines, 'c')?.id).toBe('a')
  expect(nextWaiting([linkedLine('a', { status: 'ACCEPTED' })], 'a')).toBeUndefined()
})

it.each([
  ['open', { open: true }],
  ['over', { open: false }],
  ['handed-in', { open: true, handedInAt: '2026-12-01T01:00:00Z' }],
  ['withdrawn', { open: false, handedInAt: '2026-12-01T01:00:00Z', withdrawnAt: '2026-12-02T01:00:00Z' }],
] as const)('calls a link %s', (state, link) => {
  expect(stateOf(link)).toBe(state)
})

it('takes the beginning of an address from the server, or else from this browser', () => {
  expect(wholeAddress('https://jingtu.example.gov.cn/answer#t')).toBe('https://jingtu.example.gov.cn/answer#t')
  expect(wholeAddress('/answer#t')).toBe(`${window.location.origin}/answer#t`)
})
