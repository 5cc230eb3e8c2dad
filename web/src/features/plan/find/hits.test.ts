import { describe, expect, it } from 'vitest'
import { firstFrom, hitsIn, searched } from './hits'

// U+20BB7 lies outside the basic plane: one code point, two UTF-16 units.
const RARE = '\u{20BB7}'

function spans(text: string, words: string): [number, number][] {
  return hitsIn(searched([{ start: 0, text }]), words).map(({ start, end }) => [start, end])
}

describe('hitsIn', () => {
  it.each<[what: string, text: string, words: string, spans: [number, number][]]>([
    ['every place', '甲局、乙局、甲局', '甲局', [[0, 2], [6, 8]]],
    ['no place', '甲局', '丙局', []],
    ['places that do not overlap', '丁丁丁丁丁', '丁丁', [[0, 2], [2, 4]]],
    ['code points after a supplementary character', `${RARE}河边`, '河边', [[1, 3]]],
    ['a supplementary character itself', `在${RARE}边`, RARE, [[1, 2]]],
    ['full width in the text', 'ＧＢ１５６１８', 'gb15618', [[0, 7]]],
    ['full width in what is typed', '达到90%以上', '９０％', [[2, 5]]],
    ['without regard to case', 'pH值', 'PH', [[0, 2]]],
    ['across spaces between ideographs and digits', '2027 年 5 月底', '2027年5月', [[0, 10]]],
    ['across a line break', '土壤\n污染', '土壤污染', [[0, 5]]],
    ['across an ideographic space', '土\u3000壤', '土壤', [[0, 3]]],
    ['in spite of spaces that are typed', '土壤污染', ' 土壤 污染 ', [[0, 4]]],
    ['a code with or without its space', 'GB 15618', 'gb15618', [[0, 8]]],
    ['two Latin words only as two', 'soil plan', 'soilplan', []],
    ['two Latin words however far apart', 'soil \n plan', 'soil plan', [[0, 11]]],
    ['two numbers of a table row only as two', '1 5 20', '15', []],
    ['no white space around a hit', ' 土壤 ', '土壤', [[1, 3]]],
    ['nothing for white space', '土 壤', ' \u3000', []],
    ['nothing for nothing', '土壤', '', []],
    ['nothing in nothing', '', '土', []],
    ['a letter whose small form is longer', 'İ局', 'i\u0307局', [[0, 2]]],
  ])('finds %s', (_, text, words, expected) => {
    expect(spans(text, words)).toEqual(expected)
  })

  it('counts in the plan’s text and keeps to one passage', () => {
    const passages = searched([
      { start: 10, text: '土壤污' },
      { start: 14, text: '染土壤' },
    ])
    expect(hitsIn(passages, '土壤')).toEqual([
      { passage: 10, start: 10, end: 12 },
      { passage: 14, start: 15, end: 17 },
    ])
    expect(hitsIn(passages, '污染')).toEqual([])
  })

  it('finds what a search of every stretch finds', () => {
    const alphabet = ['土', '壤', 'a', 'A', 'Ｂ', 'b', '1', '１', ' ', '\n', '\u3000', '，', ',', RARE]
    let found = 0
    for (let seed = 1; seed <= 600; seed++) {
      const next = randoms(seed)
      const text = made(alphabet, 1 + next(24), next)
      const words = made(alphabet, 1 + next(4), next)
      expect(spans(text, words), `seed ${seed}: ${JSON.stringify([text, words])}`).toEqual(naively(text, words))
      found += spans(text, words).length
    }
    expect(found).toBeGreaterThan(300)
  })
})

it('begins with the first hit from where one reads, and else with the first of all', () => {
  const hits = hitsIn(searched([{ start: 0, text: '甲乙甲乙甲' }]), '甲')
  expect([0, 1, 2, 3, 5].map((place) => firstFrom(hits, place))).toEqual([0, 1, 1, 2, 0])
  expect(firstFrom([], 0)).toBeUndefined()
})

/** Tries every stretch that begins and ends in a sign, from the first, the shortest first. */
function naively(text: string, words: string): [number, number][] {
  const points = Array.from(text)
  const wanted = seen(words)
  const found: [number, number][] = []
  if (wanted === '') return []
  const blank = (at: number) => /^\s$/.test(points[at] ?? ' ')
  for (let start = 0; start < points.length; start++) {
    if (blank(start)) continue
    for (let end = start + 1; end <= points.length; end++) {
      if (blank(end - 1) || seen(points.slice(start, end).join('')) !== wanted) continue
      found.push([start, end])
      start = end - 1
      break
    }
  }
  return found
}

function seen(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[a-z])\s+(?=[a-z])|(?<=\d)\s+(?=\d)/g, '_')
    .replace(/\s+/g, '')
}

function made(alphabet: readonly string[], length: number, next: (below: number) => number): string {
  return Array.from({ length }, () => alphabet[next(alphabet.length)]).join('')
}

/** Mulberry32: numbers from 0 to below a bound, the same for the same seed. */
function randoms(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
