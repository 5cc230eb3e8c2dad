import { passageAnchor } from '../layout'
import { wordRanges } from '../wordRanges'
import type { Hit } from './hits'

/** The names of the highlights: every hit, and the one that is looked at. */
const ALL = 'found'
const ONE = 'found-now'

/**
 * Lights up every hit without drawing anything anew. A browser that knows no highlights shows the text without;
 * the passage of each hit is gone to all the same.
 */
export function lightAll(hits: readonly Hit[]): void {
  if (!('highlights' in CSS)) return
  const ranges = [...byPassage(hits)].flatMap(([passage, own]) => {
    const element = document.getElementById(passageAnchor(passage))
    return element === null ? [] : wordRanges(element, passage, own)
  })
  // Ranges that are kept up to date would slow down every change of the page.
  CSS.highlights.set(ALL, new Highlight(...ranges.map((range) => new StaticRange(range))))
}

/** Lights up one hit above all others. */
export function lightOne(words: Range | undefined): void {
  if (!('highlights' in CSS)) return
  if (words === undefined) CSS.highlights.delete(ONE)
  else {
    const highlight = new Highlight(words)
    highlight.priority = 1
    CSS.highlights.set(ONE, highlight)
  }
}

export function lightOff(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(ONE)
}

function byPassage(hits: readonly Hit[]): Map<number, Hit[]> {
  const passages = new Map<number, Hit[]>()
  for (const hit of hits) {
    const known = passages.get(hit.passage)
    if (known === undefined) passages.set(hit.passage, [hit])
    else known.push(hit)
  }
  return passages
}

/** Where the text begins that one reads at the moment: the offset of the uppermost passage in the window. */
export function placeRead(text: HTMLElement): number {
  const { left, width } = text.getBoundingClientRect()
  for (let y = 80; y < window.innerHeight; y += 24) {
    const passage = document.elementsFromPoint(left + Math.min(width / 4, 120), y).find(({ id }) => id.startsWith('passage-'))
    if (passage !== undefined) return Number(passage.id.slice('passage-'.length))
  }
  return 0
}
