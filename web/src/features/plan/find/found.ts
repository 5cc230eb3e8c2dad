import { passageAnchor } from '../layout'
import { wordRanges } from '../wordRanges'
import type { Hit } from './hits'

/** The names of the highlights: every hit, and the one that is looked at. */
const ALL = 'found'
const ONE = 'found-now'

/** Blocks of the text this much of a window above and below it are lit up already. */
const AROUND = '50% 0px'

let observer: IntersectionObserver | undefined

/**
 * Lights up the hits in and around the window, whatever it shows later, without drawing anything anew: a browser
 * looks at every highlight at every change, and a common word stands in a long plan some thousand times. One that
 * knows no highlights shows the text without; the passage of each hit is gone to all the same.
 */
export function lightAll(hits: readonly Hit[]): void {
  lightOff()
  if (!('highlights' in CSS)) return
  const blocks = byBlock(hits)
  const near = new Map<Element, StaticRange[]>()
  observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.set(target, (blocks.get(target) ?? []).flatMap(rangesIn))
        else near.delete(target)
      }
      CSS.highlights.set(ALL, new Highlight(...[...near.values()].flat()))
    },
    { rootMargin: AROUND },
  )
  for (const block of blocks.keys()) observer.observe(block)
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
  observer?.disconnect()
  observer = undefined
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(ONE)
}

/** The hits of one passage. */
interface InPassage {
  element: HTMLElement
  hits: Hit[]
}

/** Ranges that are kept up to date would slow down every change of the page; the text of a plan does not change. */
function rangesIn({ element, hits }: InPassage): StaticRange[] {
  return wordRanges(element, hits[0]?.passage ?? 0, hits).map((range) => new StaticRange(range))
}

function byBlock(hits: readonly Hit[]): Map<Element, InPassage[]> {
  const blocks = new Map<Element, InPassage[]>()
  let last: InPassage | undefined
  for (const hit of hits) {
    if (last?.hits[0]?.passage === hit.passage) last.hits.push(hit)
    else {
      const element = document.getElementById(passageAnchor(hit.passage))
      const block = element?.closest('.block')
      if (!element || !block) continue
      last = { element, hits: [hit] }
      blocks.set(block, [...(blocks.get(block) ?? []), last])
    }
  }
  return blocks
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
