import { describe, expect, it } from 'vitest'
import type { Passage } from '@/api/types'
import { nextSentence, planText } from './planText'

// The rare ideograph is one code point and two units.
const passages = [
  { start: 0, end: 4, text: '一、摸底', path: [] },
  { start: 5, end: 19, text: '走访𠀀村。  登记完毕；公布', path: ['一、摸底'] },
] as unknown as Passage[]
const text = planText(passages)

describe('planText', () => {
  it('cuts words out by code points, also across passages', () => {
    expect(text.slice({ start: 7, end: 9 })).toBe('𠀀村')
    expect(text.slice({ start: 2, end: 7 })).toBe('摸底\n走访')
  })

  it('trims blanks and what lies between passages', () => {
    expect(text.trimmed({ start: 10, end: 17 })).toEqual({ start: 12, end: 17 })
    expect(text.trimmed({ start: 4, end: 6 })).toEqual({ start: 5, end: 6 })
    expect(text.trimmed({ start: 10, end: 12 })).toBeUndefined()
  })

  it('finds words within a stretch', () => {
    expect(text.find('登记', { start: 0, end: 19 })).toEqual({ start: 12, end: 14 })
    expect(text.find('登记', { start: 0, end: 12 })).toBeUndefined()
    expect(text.find('', { start: 0, end: 12 })).toBeUndefined()
  })

  it('tells the headings above a place', () => {
    expect(text.pathAt(6)).toEqual(['一、摸底'])
    expect(text.pathAt(4)).toEqual([])
  })
})

describe('nextSentence', () => {
  it('goes from sentence to sentence and around', () => {
    const seen: string[] = []
    let at = { start: 0, end: 0 }
    for (let step = 0; step < 4; step++) {
      at = nextSentence(text.sentences, at, false) ?? at
      seen.push(text.slice(at))
    }
    expect(seen).toEqual(['一、摸底', '走访𠀀村。', '登记完毕；', '公布'])
    expect(text.slice(nextSentence(text.sentences, at, false) ?? at)).toBe('一、摸底')
    expect(text.slice(nextSentence(text.sentences, at, true) ?? at)).toBe('登记完毕；')
  })
})
