import { describe, expect, it } from 'vitest'
import { isRemoved, sizeInWords, slidesOf } from './evidence'
import { madeEvidence } from './fixtures'

describe('sizeInWords', () => {
  it.each([
    [0, '0 B'],
    [41, '41 B'],
    [1023, '1023 B'],
    [4300, '4.2 KB'],
    [10240, '10 KB'],
    [12_900_000, '12 MB'],
    [3 * 1024 ** 3, '3.0 GB'],
    [5000 * 1024 ** 3, '5000 GB'],
  ])('says %i bytes as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words)
  })
})

it('shows the pages of what is there, one file after the other, in its newest version', () => {
  const removed = { ...madeEvidence('c', 'c.pdf', { pages: 4 }), removal: { by: 'li', at: '', reason: 'x' } }
  const slides = slidesOf([madeEvidence('a', 'a.pdf', { versions: 2, pages: 2 }), madeEvidence('b', 'b.docx'), removed, madeEvidence('d', 'd.jpg', { pages: 1 })])
  expect(slides.map(({ address }) => address)).toEqual([
    '/api/evidence/a/versions/2/preview?page=1',
    '/api/evidence/a/versions/2/preview?page=2',
    '/api/evidence/d/versions/1/preview?page=1',
  ])
  expect(isRemoved(removed)).toBe(true)
})
