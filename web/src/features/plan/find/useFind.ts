import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Plan } from '@/api/types'
import { passageAnchor } from '../layout'
import { scrollToWords } from '../showAnchor'
import { wordRanges } from '../wordRanges'
import { lightAll, lightOff, lightOne, placeRead } from './found'
import { firstFrom, hitsIn, searched, type Hit } from './hits'

export interface Find {
  open: ComputedRef<boolean>
  words: Ref<string>
  hits: ComputedRef<Hit[]>
  /** Which of the hits is looked at, counted from 0; none before one was gone to. */
  at: Ref<number | undefined>
  start(): void
  move(by: 1 | -1): void
  close(): void
}

/**
 * Finding words in the text of a plan. The browser's own search sees neither folded chapters nor text that is not
 * drawn. The words live in the address (`find`), so that what was found can be sent to a colleague.
 *
 * @param unfold opens the chapter of a passage
 * @param field the element into which the words are typed, once it is there
 */
export function useFind(
  plan: Ref<Plan | undefined>,
  unfold: (passage: number) => void,
  { field, text }: { field: () => HTMLInputElement | undefined; text: () => HTMLElement | undefined },
): Find {
  const route = useRoute()
  const router = useRouter()
  const told = () => (typeof route.query.find === 'string' ? route.query.find : '')
  const words = ref(told())
  const opened = ref(false)
  const at = ref<number>()
  const open = computed(() => opened.value || words.value !== '')
  const passages = computed(() => (open.value ? searched(plan.value?.passages ?? []) : []))
  const hits = computed(() => hitsIn(passages.value, words.value))
  let origin = 0
  let before: Element | null = null

  /** Opens the field, or goes back to it. */
  function start(): void {
    if (!open.value) {
      const reading = text()
      origin = reading ? placeRead(reading) : 0
      before = document.activeElement
    }
    opened.value = true
    void nextTick(() => {
      field()?.focus()
      field()?.select()
    })
  }

  function close(): void {
    opened.value = false
    words.value = ''
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    before = null
  }

  function move(by: 1 | -1): void {
    const count = hits.value.length
    if (count === 0) return
    const from = at.value ?? (firstFrom(hits.value, origin) ?? 0) - (by > 0 ? 1 : 0)
    at.value = (from + by + count) % count
  }

  async function show(hit: Hit | undefined): Promise<void> {
    if (hit === undefined) return lightOne(undefined)
    unfold(hit.passage)
    await nextTick()
    const element = document.getElementById(passageAnchor(hit.passage))
    const [range] = element ? wordRanges(element, hit.passage, [hit]) : []
    if (!element || !range || hits.value[at.value ?? -1] !== hit) return
    origin = hit.start
    lightOne(range)
    await scrollToWords(range, element, () => hits.value[at.value ?? -1] === hit)
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing || isElsewhere(event.target)) return
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (key === 'F3' && open.value && !ctrlKey && !metaKey && !altKey) move(shiftKey ? -1 : 1)
    // Pressed in the field, it is the browser's own search that is wanted.
    else if (key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !shiftKey && !altKey && event.target !== field()) start()
    else if (key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event.target)) start()
    else return
    event.preventDefault()
  }

  watch(words, (wanted) => {
    if (wanted !== told()) void router.replace({ query: { ...route.query, find: wanted || undefined } })
  })
  watch(told, (wanted) => {
    words.value = wanted
  })
  watch(
    [hits, () => plan.value?.id],
    ([found], [, known]) => {
      // An address that names a place of its own is gone to; the words are lit up around it.
      const arriving = known === undefined && route.hash !== ''
      at.value = arriving ? undefined : firstFrom(found, origin)
      if (open.value) lightAll(found)
      else lightOff()
    },
    { immediate: true, flush: 'post' },
  )
  watch([hits, at], () => show(hits.value[at.value ?? -1]), { immediate: true, flush: 'post' })
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', press)
    lightOff()
  })
  return { open, words, hits, at, start, move, close }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

/** Whether a dialog lies over the page. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog]') !== null
}
