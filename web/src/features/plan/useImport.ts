import { ref, shallowRef } from 'vue'
import { api, outcome } from '@/api/client'
import { CANCELLED, type Problem } from '@/api/problem'
import type { DraftSummary } from '@/api/types'
import { upload } from '@/api/upload'

export type ImportStep = 'choosing' | 'sending' | 'cancelled'

/** One import from the chosen file to the draft that is kept of it. `share` is the part sent so far, 0 to 1. */
export function useImport(imported: (draft: DraftSummary) => void) {
  const step = ref<ImportStep>('choosing')
  const share = ref(0)
  const problem = shallowRef<Problem>()
  let stop = new AbortController()

  /** With `revises` the file is a newer version of that plan, and of its region. */
  async function start(file: File, regionCode: string, revises?: string): Promise<void> {
    reset()
    const { signal } = stop
    step.value = 'sending'
    const form = new FormData()
    form.append('file', file)
    if (revises !== undefined) form.append('revises', revises)
    else if (regionCode !== '') form.append('regionCode', regionCode)
    const onProgress = (sent: number) => (share.value = sent)
    // Once all is sent the server goes on by itself, so its answer is awaited and the draft discarded.
    const whileSending = new AbortController()
    signal.addEventListener('abort', () => share.value < 1 && whileSending.abort(), { once: true })
    const answer = await upload<DraftSummary>('/api/plan-drafts', form, { onProgress, signal: whileSending.signal })
    if (signal.aborted) await undo(answer.data)
    else settle(answer.data, answer.problem)
  }

  async function undo(draft: DraftSummary | undefined): Promise<void> {
    const params = { path: { id: draft?.id ?? '' } }
    const answer = draft && (await outcome(api.DELETE('/api/plan-drafts/{id}', { params })))
    problem.value = answer?.problem
    step.value = answer?.problem ? 'choosing' : 'cancelled'
  }

  function settle(draft: DraftSummary | undefined, refused: Problem | undefined): void {
    step.value = refused?.type === CANCELLED.type ? 'cancelled' : 'choosing'
    problem.value = refused
    if (draft !== undefined) imported(draft)
  }

  function cancel(): void {
    stop.abort()
  }

  function reset(): void {
    stop = new AbortController()
    step.value = 'choosing'
    share.value = 0
    problem.value = undefined
  }

  return { step, share, problem, start, cancel, reset }
}
