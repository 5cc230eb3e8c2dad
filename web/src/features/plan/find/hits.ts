import type { Passage } from '@/api/types'
import type { Span } from '@/shared/codePoints'

/** A place where the words that are looked for stand, in code points of the plan's text. */
export interface Hit extends Span {
  /** Where its passage begins; a hit never reaches beyond one. */
  passage: number
}

/** A passage made ready to be searched again and again. */
export interface Searched {
  start: number
  text: Folded
}

/** A text as searching sees it. */
interface Folded {
  text: string
  /** For each UTF-16 unit of `text` the code point it comes from. */
  origins: number[]
}

const SPACE = /[\s\u200b]/
const LETTER = /[a-z]/
const DIGIT = /[0-9]/

export function searched(passages: readonly Pick<Passage, 'start' | 'text'>[]): Searched[] {
  return passages.map(({ start, text }) => ({ start, text: fold(text) }))
}

/**
 * Every place of some words, in the order of the document, none overlapping. Case and the width of letters,
 * digits and marks do not matter, nor does white space, which documents put anywhere between ideographs; only
 * between two Latin words, or two numbers, a space is one. Words of white space alone are found nowhere.
 */
export function hitsIn(passages: readonly Searched[], words: string): Hit[] {
  const wanted = fold(words).text
  return wanted === '' ? [] : passages.flatMap(({ start, text }) => hitsOf(text, wanted, start))
}

function hitsOf({ text, origins }: Folded, wanted: string, start: number): Hit[] {
  const hits: Hit[] = []
  for (let unit = text.indexOf(wanted); unit >= 0; unit = text.indexOf(wanted, unit + wanted.length)) {
    const first = origins[unit] ?? 0
    const last = origins[unit + wanted.length - 1] ?? first
    hits.push({ passage: start, start: start + first, end: start + last + 1 })
  }
  return hits
}

function fold(text: string): Folded {
  const folded: Folded = { text: '', origins: [] }
  const add = (plain: string, origin: number) => {
    folded.text += plain
    for (let unit = 0; unit < plain.length; unit++) folded.origins.push(origin)
  }
  let origin = 0
  let spaced = false
  for (const point of text) {
    const plain = narrow(point).toLowerCase()
    if (SPACE.test(plain)) spaced = true
    else {
      if (spaced && separates(folded.text.at(-1) ?? '', plain)) add(' ', origin)
      add(plain, origin)
      spaced = false
    }
    origin += 1
  }
  return folded
}

/** The usual form of a full-width letter, digit or mark: U+FF01 to U+FF5E are U+0021 to U+007E. */
function narrow(point: string): string {
  const code = point.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : point
}

function separates(before: string, after: string): boolean {
  return (LETTER.test(before) && LETTER.test(after)) || (DIGIT.test(before) && DIGIT.test(after))
}

/** The hit to begin with: the first one at a place or after it, or else the very first. */
export function firstFrom(hits: readonly Hit[], place: number): number | undefined {
  if (hits.length === 0) return undefined
  return Math.max(0, hits.findIndex(({ end }) => end > place))
}
