import type { Span } from '@/shared/codePoints'

const NAME = 'reviewed'

/** The numbers of tasks stand in the text, but are no part of it. */
const NO_TEXT = '.badge'

/**
 * Lights up some words of a passage's element without drawing anything anew. `span` counts code points as
 * does `start`, where the element's own words begin; words outside the element are left out. A browser that
 * knows no highlights shows the passage without.
 */
export function light(element: HTMLElement, start: number, span: Span): void {
  if (!('highlights' in CSS)) return
  const range = rangeOf(element, span.start - start, span.end - start)
  if (range === undefined) CSS.highlights.delete(NAME)
  else CSS.highlights.set(NAME, new Highlight(range))
}

export function lightOff(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME)
}

function rangeOf(element: HTMLElement, from: number, to: number): Range | undefined {
  const range = document.createRange()
  let at = 0
  let begun = false
  for (const text of textsOf(element)) {
    const points = Array.from(text.data)
    const units = (count: number) => points.slice(0, Math.max(0, count)).join('').length
    if (!begun && from < at + points.length) {
      range.setStart(text, units(from - at))
      begun = true
    }
    if (begun) range.setEnd(text, units(to - at))
    at += points.length
    if (at >= to) break
  }
  return begun ? range : undefined
}

function textsOf(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NO_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}
