import { expect, it } from 'vitest'
import type { Passage } from '@/api/types'
import { useMessages, chooseLanguage } from '@/shared/i18n'
import { InventedPlan } from './fixtures/invented'
import { layOut } from './layout'
import { messages } from './messages'
import { signsAt } from './signs'

const say = useMessages(messages)

it('stand where goals, duties and doubts begin, and nowhere else', () => {
  chooseLanguage('zh')
  const plan = new InventedPlan()
    .paragraph('总要种树。明年五月前种满。各乡应当报告。')
    .goal('总要种树', '种树', '2030-12-31')
    .goal('明年五月前种满', '明年五月前', '2027-04-30')
    .finding('明年', 'which?')
    .obligation('各乡应当报告', '各乡')
    .build()
  const [passage] = layOut(plan).chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.passages))
  const pieces = passage?.runs.flatMap((run) => run.pieces) ?? []
  expect(pieces.map(({ text }) => text).join('')).toBe((plan.passages[0] as Passage).text)
  expect(pieces.flatMap((piece) => (signsAt(piece, say) === '' ? [] : [[piece.text, signsAt(piece, say)]]))).toEqual([
    ['总要', '[目1]'],
    ['明年', '[?1][目2]'],
    ['各乡', '[责1]'],
  ])
})
