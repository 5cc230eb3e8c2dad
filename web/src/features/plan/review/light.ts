import type { Span } from '@/shared/codePoints'
import { wordRanges } from '../wordRanges'

const NAME = 'reviewed'

/**
 * Lights up some words of a passage's element without drawing anything anew. `span` counts code points as
 * does `start`, where the element's own words begin; words outside the element are left out. A browser that
 * knows no highlights shows the passage without.
 */
export function light(element: HTMLElement, start: number, span: Span): void {
  if (!('highlights' in CSS)) return
  const [range] = wordRanges(element, start, [span])
  if (range === undefined) CSS.highlights.delete(NAME)
  else CSS.highlights.set(NAME, new Highlight(range))
}

export function lightOff(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME)
}
