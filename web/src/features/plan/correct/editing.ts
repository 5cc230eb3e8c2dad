import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Finding } from '@/api/problem'
import type { EntryContent } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import type { PlanText } from './planText'

/** What is wrong with an entry; `field` is the address of the field in its content, such as `lead[1]`. */
export interface Fault extends Finding {
  field: string
}

/** What the fields of the editor share: the document beside them, and what is wrong with the entry. */
export interface Editing {
  text: PlanText
  /** The words that are selected in the document. */
  chosen: Span | undefined
  /** The year of dates that have none. */
  year: string
  content: EntryContent
  /** The ids of the lists from which fields of names and of headings propose. */
  names: string
  headings: string
  faults: readonly Fault[]
  /** What stands in fields of which no number could be read, by the field's name; kept when another entry is looked at. */
  unread: Map<string, string>
  show(words: Span): void
}

export const EDITING: InjectionKey<ComputedRef<Editing>> = Symbol('what the fields of the editor share')

export function useEditing(): ComputedRef<Editing> {
  const editing = inject(EDITING)
  if (editing === undefined) throw new Error('a field of the editor stands outside it')
  return computed(() => editing.value)
}

/**
 * Where new words of an entry are linked to: where they stand in its text, else in its clause or headings' place, else
 * the whole clause, or the whole text where there is no clause.
 */
export function linked(words: string, { text, content }: Pick<Editing, 'text' | 'content'>): Span {
  const { start, end, clauseStart, clauseEnd } = content
  const clause = clauseStart == null || clauseEnd == null ? undefined : { start: clauseStart, end: clauseEnd }
  const bare = words.trim()
  return text.find(bare, { start, end }) ?? (clause && text.find(bare, clause)) ?? clause ?? { start, end }
}

const SHORT = 24

/** Words by their beginning and end, where they are long. */
export function excerpt(words: string, most = SHORT): string {
  const points = Array.from(words)
  if (points.length <= most) return words
  const half = Math.floor(most / 2)
  return `${points.slice(0, half).join('')}…${points.slice(-half).join('')}`
}
