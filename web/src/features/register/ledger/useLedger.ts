import { computed, ref, shallowRef } from 'vue'
import { CANCELLED, type Problem } from '@/api/problem'
import { account } from '@/shared/session'
import { registers } from '../api'
import { imports } from '../import/api'
import type { ImportJob } from '../import/types'
import { readLedger } from './api'
import { draftOf, type Draft } from './draft'
import type { LedgerReading } from './types'

/** Whether each column that is taken was found again, so that nobody needs to look at the matching. */
function isKnown({ columns, lacking }: ImportJob, taken: readonly string[]): boolean {
  const matched = new Set(columns.filter(({ column }) => column).map(({ letters }) => letters))
  return lacking.length === 0 && taken.every((letters) => matched.has(letters))
}

/** A ledger from the chosen file to the register with its rows; `share` is the part sent so far, 0 to 1. */
export function useLedger() {
  const file = shallowRef<File>()
  const reading = shallowRef<LedgerReading>()
  const draft = ref<Draft>()
  const problem = shallowRef<Problem>()
  const share = ref<number>()
  const building = ref<'register' | 'rows'>()
  let stop = new AbortController()

  const dirty = computed(() => draft.value !== undefined && building.value === undefined)

  async function read(chosen: File | undefined): Promise<void> {
    stop.abort()
    stop = new AbortController()
    file.value = chosen
    reading.value = undefined
    draft.value = undefined
    problem.value = undefined
    if (chosen === undefined) return
    const { signal } = stop
    share.value = 0
    const answer = await readLedger(chosen, { onProgress: (sent) => (share.value = sent), signal })
    if (signal.aborted) return
    share.value = undefined
    problem.value = answer.problem
    reading.value = answer.data
    draft.value = answer.data && draftOf(answer.data)
  }

  /**
   * Applies the definition and hands the very sheet in, checked at once where each column is known. The address to go to: the
   * import, or, where the file was not taken, the register's own, which is there by then. Undefined where nothing was made.
   */
  async function build(text: string): Promise<string | undefined> {
    if (file.value === undefined || draft.value === undefined || building.value !== undefined) return undefined
    building.value = 'register'
    const made = await registers.apply(text)
    if (made.data === undefined) {
      building.value = undefined
      problem.value = made.problem
      return undefined
    }
    building.value = 'rows'
    const job = await handIn(made.data.id, file.value, takenLetters())
    return job === undefined ? `/registers/${made.data.id}/import` : `/registers/${made.data.id}/import/${job.id}`
  }

  /** The letters of the columns that are taken; the one that numbers the rows is not among those that were read. */
  function takenLetters(): string[] {
    return (reading.value?.columns ?? []).filter((_column, index) => draft.value?.columns[index]?.kept).map(({ letters }) => letters)
  }

  async function handIn(register: string, sheet: File, taken: readonly string[]): Promise<ImportJob | undefined> {
    const form = new FormData()
    form.append('file', sheet)
    form.append('region', account.value?.regionCode ?? '')
    const answer = await imports.upload(register, form, { onProgress: () => undefined, signal: new AbortController().signal })
    if (answer.data && isKnown(answer.data, taken)) await imports.check(answer.data.id)
    return answer.data
  }

  function cancel(): void {
    stop.abort()
    share.value = undefined
    problem.value = problem.value?.type === CANCELLED.type ? undefined : problem.value
  }

  return { file, reading, draft, problem, share, building, dirty, read, build, cancel }
}
