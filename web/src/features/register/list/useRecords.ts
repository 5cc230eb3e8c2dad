import { computed, ref, shallowRef, watch } from 'vue'
import type { Problem } from '@/api/problem'
import { language } from '@/shared/i18n'
import { records as ask, type Total } from '../api'
import type { RegisterRecord } from '../types'
import { parametersOf, type ListQuery } from './query'

export const PAGE = 50

/**
 * The records that a query finds, fifty at a time, with how many there are and what their numbers come to. They are
 * asked for again whenever the question changes; an answer to an older question is dropped.
 */
export function useRecords(register: () => string, query: () => ListQuery, summed: () => string[]) {
  const records = shallowRef<RegisterRecord[]>()
  const next = ref<string>()
  const count = ref<number>()
  const totals = shallowRef<Total[]>([])
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let turn = 0

  /** The columns only say what is drawn. */
  const asked = computed(() => ({ ...parametersOf(query()), columns: undefined }))

  async function load(limit = PAGE): Promise<void> {
    const now = ++turn
    loading.value = true
    const [page, counted] = await Promise.all([
      ask.page(register(), { ...asked.value, limit }),
      ask.count(register(), asked.value),
    ])
    if (now !== turn) return
    loading.value = false
    problem.value = page.problem
    if (page.data === undefined) return
    records.value = page.data.records
    next.value = page.data.next ?? undefined
    count.value = counted.data?.count
    await sum(now)
  }

  async function sum(now: number): Promise<void> {
    const fields = summed()
    const answer = fields.length === 0 ? undefined : await ask.totals(register(), { ...asked.value, fields: fields.join(',') })
    if (now === turn) totals.value = answer?.data?.totals ?? []
  }

  async function more(): Promise<void> {
    const after = next.value
    if (after === undefined || loading.value) return
    const now = turn
    loading.value = true
    const page = await ask.page(register(), { ...asked.value, limit: PAGE, after })
    if (now !== turn) return
    loading.value = false
    problem.value = page.problem
    if (page.data === undefined) return
    records.value = [...(records.value ?? []), ...page.data.records]
    next.value = page.data.next ?? undefined
  }

  /** Everything again, as far as it had been listed. */
  const reload = () => load(Math.max(PAGE, records.value?.length ?? 0))

  watch(
    () => JSON.stringify([register(), asked.value, language.value]),
    () => void load(),
    { immediate: true },
  )
  watch(
    () => summed().join(','),
    () => void sum(turn),
  )
  return { records, next, count, totals, problem, loading, more, reload }
}
