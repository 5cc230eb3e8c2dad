import { onBeforeUnmount, onMounted, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { passageAnchor, type Entry } from './layout'

/** How far below the top of the window a heading counts as reached, in pixels. */
const REACHED = 140

/** The key of the outline entry whose text is at the top of the window. */
export function useScrolledTo(outline: MaybeRefOrGetter<Entry[]>): Ref<number | undefined> {
  const current = ref<number>()
  let keys: number[] = []
  let waiting = false

  function look(): void {
    waiting = false
    // Whether it is in a folded chapter is asked of the tree: asked of the browser, each answer is a layout.
    const shown = keys.filter((key) => document.getElementById(passageAnchor(key))?.closest('.folded') === null)
    current.value = shown[countWhile(shown.length, (index) => topOf(shown[index]) < REACHED) - 1]
  }

  function lookSoon(): void {
    if (!waiting) requestAnimationFrame(look)
    waiting = true
  }

  watch(
    () => toValue(outline),
    (entries) => {
      keys = flat(entries)
      lookSoon()
    },
    { immediate: true },
  )
  onMounted(() => window.addEventListener('scroll', lookSoon, { passive: true }))
  onBeforeUnmount(() => window.removeEventListener('scroll', lookSoon))
  return current
}

function topOf(key: number | undefined): number {
  return document.getElementById(passageAnchor(key ?? 0))?.getBoundingClientRect().top ?? Infinity
}

/**
 * How many of so many things in order meet a condition that none meets after the first that does not. Asks few of
 * them: the place of a heading that is not drawn costs the browser a layout of its own.
 */
export function countWhile(length: number, meets: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (meets(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function flat(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ key, children }) => [key, ...flat(children)])
}
