import { codePoints, type Span } from '@/shared/codePoints'

/** The numbers of tasks stand in the text, but are no part of it. */
const NO_TEXT = '.badge'

/**
 * Where words stand in a passage's element, whatever marks cut it into pieces. Spans count code points as does
 * `start`, where the element's own words begin; what reaches beyond the element is clipped to it, and a span
 * that lies elsewhere has no range.
 */
export function wordRanges(element: HTMLElement, start: number, spans: readonly Span[]): Range[] {
  const texts = textsOf(element)
  return spans.flatMap((span) => {
    const [from, to] = [span.start - start, span.end - start]
    const first = texts.find((text) => from < text.to)
    const last = texts.findLast((text) => text.from < to)
    if (first === undefined || last === undefined || from >= to) return []
    const range = document.createRange()
    range.setStart(first.node, unitAt(first, from))
    range.setEnd(last.node, unitAt(last, to))
    return [range]
  })
}

/**
 * The place of a point of the page in a passage's element, the way back from {@link wordRanges}: a point before the
 * element is at its beginning, one after it at its end. `offset` counts as ranges do.
 */
export function placeIn(element: HTMLElement, start: number, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(element, 0)
  if (element.contains(node)) before.setEnd(node, offset)
  else if (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) before.selectNodeContents(element)
  return textsOf(element).reduce((place, text) => {
    if (text.node === node) return place + codePoints(text.node.data.slice(0, offset)).length
    return before.comparePoint(text.node, text.node.length) === 0 ? place + (text.to - text.from) : place
  }, start)
}

/** A text node with the code points of the passage that it holds. */
interface PassageText {
  node: Text
  from: number
  to: number
}

function unitAt({ node, from, to }: PassageText, place: number): number {
  return codePoints(node.data).slice(0, Math.max(0, Math.min(place, to) - from)).length
}

function textsOf(element: HTMLElement): PassageText[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NO_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const texts: PassageText[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const from = texts.at(-1)?.to ?? 0
    if (node.data !== '') texts.push({ node, from, to: from + codePoints(node.data).length })
  }
  return texts
}
