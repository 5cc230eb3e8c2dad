import type { Passage } from '@/api/types'
import { codePoints, type Span } from '@/shared/codePoints'

/** The text of a plan out of its passages. Places count code points from the beginning of the document. */
export interface PlanText {
  /** The words between two places; passages are one line break apart. */
  slice(span: Span): string
  /** The same stretch without the blanks at either end; undefined where nothing else is in it. */
  trimmed(span: Span): Span | undefined
  /** Where some words stand first within a stretch. */
  find(words: string, within: Span): Span | undefined
  passageAt(place: number): Passage | undefined
  /** The headings above a place, outermost first. */
  pathAt(place: number): string[]
  /** Sentence after sentence, none across the end of a passage. */
  readonly sentences: readonly Span[]
}

export function planText(passages: readonly Passage[]): PlanText {
  const cut = passages.map((passage) => ({ passage, points: codePoints(passage.text) }))
  const passageAt = (place: number) => passages.find(({ start, end }) => start <= place && place < end)

  function slice({ start, end }: Span): string {
    return cut
      .filter(({ passage }) => passage.start < end && start < passage.end)
      .map(({ passage, points }) => points.slice(Math.max(start, passage.start) - passage.start, Math.min(end, passage.end) - passage.start))
      .join('\n')
  }

  function trimmed(span: Span): Span | undefined {
    const parts = cut.flatMap(({ passage }) => {
      const start = Math.max(span.start, passage.start)
      const end = Math.min(span.end, passage.end)
      return start < end ? (inner(slice({ start, end }), start) ?? []) : []
    })
    const [first, last] = [parts[0], parts.at(-1)]
    return first && last && { start: first.start, end: last.end }
  }

  function find(words: string, within: Span): Span | undefined {
    for (const { passage } of cut) {
      const start = Math.max(within.start, passage.start)
      const end = Math.min(within.end, passage.end)
      const text = start < end ? slice({ start, end }) : ''
      const unit = words === '' ? -1 : text.indexOf(words)
      if (unit < 0) continue
      const from = start + codePoints(text).at(unit)
      return { start: from, end: from + codePoints(words).length }
    }
    return undefined
  }

  const sentences = cut.flatMap(({ passage, points }) =>
    [...passage.text.matchAll(/[^。；;！？]+[。；;！？]*/g)].flatMap(({ 0: words, index }) => {
      const start = passage.start + points.at(index)
      return inner(words, start) ?? []
    }),
  )
  return { slice, trimmed, find, passageAt, pathAt: (place) => passageAt(place)?.path ?? [], sentences }
}

/** Words without the blanks around them; `start` is where they begin. */
function inner(words: string, start: number): Span | undefined {
  const bare = words.trim()
  if (bare === '') return undefined
  const from = start + codePoints(words.slice(0, words.indexOf(bare))).length
  return { start: from, end: from + codePoints(bare).length }
}

/** The sentence after a stretch, or before it where `back`; around the end of the document from its start again. */
export function nextSentence(sentences: readonly Span[], from: Span, back: boolean): Span | undefined {
  if (back) return sentences.findLast(({ end }) => end <= from.start) ?? sentences.at(-1)
  return sentences.find(({ start }) => start >= from.end) ?? sentences[0]
}
