import { ref, shallowRef, watch } from 'vue'
import type { Problem } from '@/api/problem'
import { imports } from './api'
import type { FileRow, RowSet } from './types'

/** How many rows are fetched at a time. */
export const ROWS = 100

/** What is asked for; `version` counts the checks of the file, so that what it said before is not kept. */
export interface RowsAsked {
  job: string
  of: RowSet
  kind?: string | undefined
  version: string
}

/** The rows of a checked file, a stretch at a time. */
export function useRows(asked: () => RowsAsked) {
  const rows = shallowRef<FileRow[]>()
  const total = ref(0)
  const next = ref<string>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let turn = 0

  async function fetchAfter(after: string | undefined): Promise<void> {
    const own = ++turn
    const { job, of, kind } = asked()
    loading.value = true
    const answer = await imports.rows(job, of, kind, after, ROWS)
    if (own !== turn) return
    loading.value = false
    problem.value = answer.problem
    if (answer.data === undefined) return
    rows.value = after === undefined ? answer.data.rows : [...(rows.value ?? []), ...answer.data.rows]
    next.value = answer.data.next ?? undefined
    total.value = answer.data.total
  }

  const more = () => (next.value === undefined || loading.value ? Promise.resolve() : fetchAfter(next.value))

  watch(
    () => JSON.stringify(asked()),
    () => {
      rows.value = undefined
      next.value = undefined
      void fetchAfter(undefined)
    },
    { immediate: true },
  )
  return { rows, total, next, problem, loading, more, reload: () => fetchAfter(undefined) }
}
