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
    const above = keys.filter((key) => {
      const heading = document.getElementById(passageAnchor(key))
      return heading !== null && heading.getBoundingClientRect().top < REACHED
    })
    current.value = above.at(-1)
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

function flat(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ key, children }) => [key, ...flat(children)])
}
