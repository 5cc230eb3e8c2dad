import { describe, expect, it } from 'vitest'
import { codePoints } from './codePoints'

// U+20BB7 lies outside the basic plane: one code point, two units.
const RARE = '\u{20BB7}'
const text = `a${RARE}b${RARE}${RARE}c`

describe('codePoints', () => {
  it('counts a supplementary character once', () => {
    expect(codePoints(text).length).toBe(6)
    expect(codePoints('abc').length).toBe(3)
  })

  it.each([
    [0, 1, 'a'],
    [1, 3, `${RARE}b`],
    [2, 4, `b${RARE}`],
    [5, 6, 'c'],
    [0, 6, text],
  ])('slices code points %i to %i', (start, end, expected) => {
    expect(codePoints(text).slice(start, end)).toBe(expected)
  })

  it.each([
    [0, 0],
    [1, 1],
    [3, 2],
    [4, 3],
    [6, 4],
    [8, 5],
  ])('finds the code point that begins at unit %i', (unit, point) => {
    expect(codePoints(text).at(unit)).toBe(point)
  })

  it('agrees with the plain way where every character is one unit', () => {
    expect(codePoints('abcdef').slice(2, 4)).toBe('cd')
    expect(codePoints('abcdef').at(3)).toBe(3)
  })
})
