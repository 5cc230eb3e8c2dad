import type { Passage } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import { passageAnchor } from '../layout'
import { placeIn, wordRanges } from '../wordRanges'

/** What words are lit up for: the body and the clause of what is corrected, and what was selected last. */
export type Light = 'corrected-body' | 'corrected-clause' | 'chosen-words'

/** Lights up some words of the document without drawing anything anew; a browser that knows no highlights shows none. */
export function paint(light: Light, spans: readonly Span[], passages: readonly Passage[]): void {
  if (!('highlights' in CSS)) return
  const ranges = passages.flatMap((passage) => {
    const own = spans.filter(({ start, end }) => start < passage.end && passage.start < end)
    const element = own.length > 0 ? document.getElementById(passageAnchor(passage.start)) : null
    return element ? wordRanges(element, passage.start, own) : []
  })
  if (ranges.length > 0) CSS.highlights.set(light, new Highlight(...ranges))
  else CSS.highlights.delete(light)
}

/** The stretch of the document that is selected within an element; of no length where there is but a place. */
export function selectedIn(pane: HTMLElement): Span | undefined {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return undefined
  const start = placeOf(pane, range.startContainer, range.startOffset)
  const end = range.collapsed ? start : placeOf(pane, range.endContainer, range.endOffset)
  return start === undefined || end === undefined ? undefined : { start, end }
}

const PASSAGES = '[id^=passage-]'

function placeOf(pane: HTMLElement, node: Node, offset: number): number | undefined {
  const own = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(PASSAGES)
  const element = own ?? lastBefore(pane, node)
  return element ? placeIn(element, startOf(element), node, offset) : undefined
}

/** A selection may end between two passages. */
function lastBefore(pane: HTMLElement, node: Node): HTMLElement | undefined {
  const before = (element: HTMLElement) => (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return [...pane.querySelectorAll<HTMLElement>(PASSAGES)].findLast(before)
}

function startOf(passage: HTMLElement): number {
  return Number(passage.id.replace(/^passage-/, ''))
}

/** Selects words of the document as a pointer would. */
export function select(span: Span, passages: readonly Passage[]): void {
  const ends = passages.flatMap((passage) => {
    const element = passage.start < span.end && span.start < passage.end ? document.getElementById(passageAnchor(passage.start)) : null
    return element ? wordRanges(element, passage.start, [span]) : []
  })
  const [first, last] = [ends[0], ends.at(-1)]
  if (first && last) document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset)
}
