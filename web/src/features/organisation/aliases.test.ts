import { expect, it } from 'vitest'
import { splitNames } from './aliases'

it.each([
  ['甲局、乙局，丙局', ['甲局', '乙局', '丙局']],
  [' A , B; A ', ['A', 'B']],
  ['', []],
])('reads “%s” as %j', (line, names) => {
  expect(splitNames(line)).toEqual(names)
})
