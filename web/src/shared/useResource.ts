import { ref, shallowRef, watchEffect, type Ref, type ShallowRef } from 'vue'
import type { Outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import { language } from './i18n'

export interface Resource<T> {
  /** What came last; kept while it is loaded again, so that a page does not blink. */
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  loading: Ref<boolean>
  reload(): Promise<void>
}

/**
 * Something the server holds, loaded now and again whenever what `ask` reads changes, and when the
 * language does, because problems come in words. Of two overlapping answers the later question wins.
 */
export function useResource<T>(ask: () => Promise<Outcome<T>>): Resource<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(true)
  let asked = 0

  async function settle(asking: Promise<Outcome<T>>): Promise<void> {
    const turn = ++asked
    loading.value = true
    const answer = await asking
    if (turn !== asked) return
    problem.value = answer.problem
    if (answer.problem === undefined) data.value = answer.data
    loading.value = false
  }

  watchEffect(() => {
    void language.value
    void settle(ask())
  })
  return { data, problem, loading, reload: () => settle(ask()) }
}
