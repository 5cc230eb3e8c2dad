import { expect, it } from 'vitest'
import { cssString } from './usePaperHead'

it.each([
  ['甲县方案（2026—2030年）', '"甲县方案（2026—2030年）"'],
  ['“甲”"乙"', '"“甲”\\22 乙\\22 "'],
  ['a\\b\nc', '"a\\5c b\\a c"'],
  ['</style>', '"\\3c /style\\3e "'],
])('writes %j so that nothing in it ends the string', (text, css) => {
  expect(cssString(text)).toBe(css)
})
