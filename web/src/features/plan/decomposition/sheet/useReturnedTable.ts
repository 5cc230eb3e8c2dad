import { computed, ref, shallowRef } from 'vue'
import { api, outcome } from '@/api/client'
import { CANCELLED, type Problem } from '@/api/problem'
import type { TableCheck, TableColumnsChoice, TableImport } from '@/api/types'
import { upload } from '@/api/upload'
import { choiceOf, columnsOf, tickedCount, ticksAgain, ticksOf, type Ticks } from './ticks'

/** One table from the chosen file to what was taken of it. `share` is the part sent so far, 0 to 1. */
export function useReturnedTable(plan: () => string) {
  const file = shallowRef<File>()
  const check = shallowRef<TableCheck>()
  const ticks = ref<Ticks>()
  const columns = shallowRef<TableColumnsChoice[]>([])
  const taken = shallowRef<TableImport>()
  const problem = shallowRef<Problem>()
  /** Codes of items that were changed between a check and the attempt to take it. */
  const stale = shallowRef<string[]>([])
  const share = ref(0)
  const sending = ref(false)
  let stop = new AbortController()

  const path = (end: string) => `/api/plans/${plan()}/returned-tables${end}`
  const count = computed(() => (check.value && ticks.value ? tickedCount(check.value, ticks.value) : 0))

  function choose(chosen: File | undefined): void {
    file.value = chosen
    check.value = undefined
    taken.value = undefined
    problem.value = undefined
    stale.value = []
    columns.value = []
  }

  function form(chosen: File, part: string, said: unknown): FormData {
    const data = new FormData()
    data.append('file', chosen)
    data.append(part, new Blob([JSON.stringify(said)], { type: 'application/json' }))
    return data
  }

  async function send<T>(end: string, part: string, said: unknown): Promise<T | undefined> {
    if (!file.value || sending.value) return undefined
    stop = new AbortController()
    sending.value = true
    share.value = 0
    const options = { onProgress: (sent: number) => (share.value = sent), signal: stop.signal }
    const answer = await upload<T>(path(end), form(file.value, part, said), options)
    sending.value = false
    problem.value = answer.problem?.type === CANCELLED.type ? undefined : answer.problem
    return answer.data
  }

  async function look(): Promise<void> {
    const answer = await send<TableCheck>('/check', 'columns', { tables: columns.value })
    if (answer === undefined) return
    const [before, left] = [check.value, ticks.value]
    check.value = answer
    if (columns.value.length > 0) columns.value = columnsOf(answer)
    ticks.value = before && left ? ticksAgain(answer, before, left) : ticksOf(answer)
  }

  async function checkNow(): Promise<void> {
    stale.value = []
    taken.value = undefined
    await look()
  }

  async function take(): Promise<void> {
    if (!check.value || !ticks.value) return
    const answer = await send<TableImport>('', 'choice', choiceOf(check.value, ticks.value, columns.value))
    const refused = problem.value
    if (answer !== undefined) {
      taken.value = answer
      check.value = undefined
    } else if (refused?.type === '/problems/changed-since') {
      await look()
      stale.value = refused.codes ?? []
      problem.value = refused
    }
  }

  /** The file with its faults in its cells. */
  async function mark(): Promise<Blob | undefined> {
    const chosen = file.value
    if (!chosen || sending.value) return undefined
    sending.value = true
    share.value = 1
    const answer = await outcome(
      api.POST('/api/plans/{id}/returned-tables/marked', {
        params: { path: { id: plan() } },
        body: { file: '', columns: { tables: columns.value } },
        bodySerializer: () => form(chosen, 'columns', { tables: columns.value }),
        parseAs: 'blob',
      }),
    )
    sending.value = false
    problem.value = answer.problem
    return answer.data as unknown as Blob | undefined
  }

  function cancel(): void {
    stop.abort()
  }

  return { file, check, ticks, columns, taken, problem, stale, share, sending, count, choose, checkNow, take, mark, cancel }
}
