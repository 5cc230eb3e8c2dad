import { expect, it } from 'vitest'
import { placeIn, wordRanges } from './wordRanges'

// U+20BB7 lies outside the basic plane: one code point, two UTF-16 units.
const RARE = '\u{20BB7}'

/** A passage from code point 100 on, cut by marks, with the number of a task in it. */
function passage(): HTMLElement {
  const element = document.createElement('p')
  element.innerHTML = `<a class="badge">7</a>在${RARE}<span>河边</span>种<span>柳</span><span>树</span>。`
  return element
}

it.each<[words: string, start: number, end: number]>([
  [`在${RARE}河`, 100, 103],
  ['边种柳', 103, 106],
  ['河边', 102, 104],
  ['。', 107, 108],
  [`在${RARE}河边种柳树。`, 90, 200],
])('covers %s', (words, start, end) => {
  expect(wordRanges(passage(), 100, [{ start, end }]).map(String)).toEqual([words])
})

it('has no range for words elsewhere, or for no words', () => {
  const spans = [{ start: 90, end: 100 }, { start: 108, end: 110 }, { start: 103, end: 103 }]
  expect(wordRanges(passage(), 100, spans)).toEqual([])
  expect(wordRanges(document.createElement('p'), 100, [{ start: 100, end: 101 }])).toEqual([])
})

it.each<[words: string, start: number, end: number]>([
  [`在${RARE}河`, 100, 103],
  ['边种柳', 103, 106],
  ['。', 107, 108],
])('finds the places of %s again', (_words, start, end) => {
  const element = passage()
  document.body.append(element)
  const [range] = wordRanges(element, 100, [{ start, end }])
  expect(range && placeIn(element, 100, range.startContainer, range.startOffset)).toBe(start)
  expect(range && placeIn(element, 100, range.endContainer, range.endOffset)).toBe(end)
})

it('takes a point outside for the nearer end', () => {
  const [before, element, after] = [document.createElement('p'), passage(), document.createElement('p')]
  document.body.append(before, element, after)
  expect(placeIn(element, 100, before, 0)).toBe(100)
  expect(placeIn(element, 100, after, 0)).toBe(108)
})
