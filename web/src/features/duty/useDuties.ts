import { ref, shallowRef, watch } from 'vue'
import type { Problem } from '@/api/problem'
import { language } from '@/shared/i18n'
import { duties as ask, type Duty } from './api'
import type { DutyQuery } from './query'

export const PAGE = 50
const LONGEST_PAGE = 200

/**
 * The duties that a query finds, fifty at a time. They are asked for again whenever the question changes; an answer to
 * an older question is dropped.
 */
export function useDuties(query: () => DutyQuery) {
  const duties = shallowRef<Duty[]>()
  const total = ref(0)
  const next = ref<string>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let turn = 0

  async function load(wanted: number): Promise<void> {
    const now = ++turn
    loading.value = true
    const page = await ask.page(query(), Math.min(Math.max(PAGE, wanted), LONGEST_PAGE))
    if (now !== turn) return
    loading.value = false
    problem.value = page.problem
    if (page.data === undefined) return
    duties.value = page.data.duties
    total.value = page.data.total
    next.value = page.data.next ?? undefined
    if (wanted > LONGEST_PAGE) await fill(now, wanted)
  }

  /** Pages are no longer than the server makes them. */
  async function fill(now: number, wanted: number): Promise<void> {
    const lacks = () => now === turn && problem.value === undefined && next.value !== undefined && (duties.value?.length ?? 0) < wanted
    while (lacks()) await more(LONGEST_PAGE)
  }

  async function more(limit = PAGE): Promise<void> {
    const after = next.value
    if (after === undefined || loading.value) return
    const now = turn
    loading.value = true
    const page = await ask.page(query(), limit, after)
    if (now !== turn) return
    loading.value = false
    problem.value = page.problem
    next.value = page.data?.next ?? undefined
    if (page.data) duties.value = [...(duties.value ?? []), ...page.data.duties]
  }

  /** Lists what is left too. */
  const all = () => fill(turn, Infinity)

  /** Everything again, as far as it had been listed. */
  const reload = () => load(duties.value?.length ?? 0)

  /** Shows one duty as it is now. */
  function replace(duty: Duty): void {
    duties.value = duties.value?.map((each) => (each.id === duty.id ? duty : each))
  }

  watch(
    () => JSON.stringify([query(), language.value]),
    () => void load(PAGE),
    { immediate: true },
  )
  return { duties, total, next, problem, loading, more, all, reload, replace }
}
