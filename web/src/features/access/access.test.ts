import { describe, expect, it } from 'vitest'
import { accountState } from './accountState'
import { pathWithin } from './next'
import { passwordFault } from './password'

describe('passwordFault', () => {
  it.each([
    ['123456789', '123456789', 'password.short'],
    ['1234567890', '1234567890', undefined],
    ['1234567890', '1234567891', 'password.differ'],
    ['Coordinator', 'Coordinator', 'password.name'],
    // Ten characters of two UTF-16 units each, and five of them, which are only five.
    ['\u{20BB7}'.repeat(10), '\u{20BB7}'.repeat(10), undefined],
    ['\u{20BB7}'.repeat(5), '\u{20BB7}'.repeat(5), 'password.short'],
  ])('judges %s repeated as %s: %s', (password, repeated, fault) => {
    expect(passwordFault(password, repeated, 'coordinator')).toBe(fault)
  })
})

describe('pathWithin', () => {
  it.each([
    ['/plans/1#task-2', '/plans/1#task-2'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('goes from %s to %s', (next, path) => {
    expect(pathWithin(next)).toBe(path)
  })
})

describe('accountState', () => {
  const now = Date.parse('2026-03-01T12:00:00Z')

  it.each([
    [false, null, 'active'],
    [false, '2026-03-01T11:59:00Z', 'active'],
    [false, '2026-03-01T12:01:00Z', 'locked'],
    [true, '2026-03-01T12:01:00Z', 'disabled'],
  ])('disabled %s and locked until %s is %s', (disabled, lockedUntil, state) => {
    expect(accountState({ disabled, lockedUntil }, now)).toBe(state)
  })
})
