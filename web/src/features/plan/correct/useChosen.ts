import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import type { Passage } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import { scrollStill } from '../showAnchor'
import { passageAnchor } from '../layout'
import { paint, select, selectedIn } from './paint'
import { nextSentence, type PlanText } from './planText'

/**
 * The words of the document that were selected last, with pointer or keyboard. They stay chosen, and lit, while a field
 * beside the document is used; a click in the document chooses the place alone.
 */
export function useChosen(pane: Ref<HTMLElement | undefined>, passages: () => readonly Passage[], text: () => PlanText | undefined) {
  const place = ref<Span>()
  const chosen = computed(() => (place.value && place.value.start < place.value.end ? text()?.trimmed(place.value) : undefined))

  function follow(): void {
    const selected = pane.value && selectedIn(pane.value)
    if (selected) place.value = selected
  }

  /** Selects the sentence after what is chosen, or before it; at first from a place on. */
  async function step(back: boolean, from: Span): Promise<void> {
    const held = place.value ?? { start: from.start, end: from.start }
    const sentence = nextSentence(text()?.sentences ?? [], held, back)
    if (sentence === undefined) return
    place.value = sentence
    select(sentence, passages())
    const passage = passages().find(({ start, end }) => start <= sentence.start && sentence.start < end)
    const element = passage && document.getElementById(passageAnchor(passage.start))
    if (element) await scrollStill(element, 'center', () => place.value === sentence)
  }

  watch(chosen, (words) => paint('chosen-words', words ? [words] : [], passages()))
  onMounted(() => document.addEventListener('selectionchange', follow))
  onBeforeUnmount(() => {
    document.removeEventListener('selectionchange', follow)
    paint('chosen-words', [], [])
  })
  function forget(): void {
    document.getSelection()?.removeAllRanges()
    place.value = undefined
  }
  return { place, chosen, step, forget }
}
