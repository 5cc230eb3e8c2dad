import { expect, it } from 'vitest'
import { chooseLanguage, useMessages } from '@/shared/i18n'
import { chipsOf } from './chips'
import { messages } from './messages'
import { readFilter } from './query'

chooseLanguage('zh')
const say = useMessages(messages)
const GRADES = new Map([
  ['2', '二等'],
  ['3', '三等'],
])

it.each<[string[], string[]]>([
  [['grade:in:2,3'], ['等别：二等 或 三等']],
  [['grade:is:9'], ['等别：9']],
  [['grade:is-not:2'], ['等别 不是 二等']],
  [['name:contains:2'], ['名称 含“2”']],
  [['capacity:from:1', 'grade:empty:', 'capacity:to:5'], ['库容：1 至 5', '等别 没有填']],
  [['capacity:to:5'], ['库容 ≤ 5']],
  [['capacity:from:1', 'capacity:to:5', 'capacity:filled:'], ['库容：1 至 5 · 库容 已经填']],
  [['gone:filled:'], ['gone 已经填']],
])('reads %j as %j', (texts, expected) => {
  const labels = new Map([['grade', '等别'], ['name', '名称'], ['capacity', '库容']])
  const filters = texts.flatMap((text) => readFilter(text) ?? [])
  const chips = chipsOf(filters, (field) => labels.get(field) ?? field, (field, value) => (field === 'grade' ? (GRADES.get(value) ?? value) : value), say)
  expect(chips.map(({ text }) => text)).toEqual(expected)
})
