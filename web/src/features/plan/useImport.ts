import { ref, shallowRef } from 'vue'
import { CANCELLED, type Problem } from '@/api/problem'
import type { PlanSummary } from '@/api/types'
import { upload } from '@/api/upload'

export type ImportStep = 'choosing' | 'sending' | 'cancelled' | 'done'

/** One import from the chosen file to what came of it. `share` is the part sent so far, 0 to 1. */
export function useImport(imported: () => void) {
  const step = ref<ImportStep>('choosing')
  const share = ref(0)
  const plans = shallowRef<PlanSummary[]>([])
  const problem = shallowRef<Problem>()
  let stop = new AbortController()

  async function start(file: File, regionCode: string): Promise<void> {
    reset()
    step.value = 'sending'
    const form = new FormData()
    form.append('file', file)
    if (regionCode !== '') form.append('regionCode', regionCode)
    const onProgress = (sent: number) => (share.value = sent)
    const answer = await upload<PlanSummary[]>('/api/plans', form, { onProgress, signal: stop.signal })
    settle(answer.data, answer.problem)
  }

  function settle(found: PlanSummary[] | undefined, refused: Problem | undefined): void {
    if (found !== undefined) {
      plans.value = found
      step.value = 'done'
      imported()
      return
    }
    step.value = refused?.type === CANCELLED.type ? 'cancelled' : 'choosing'
    problem.value = refused
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

  return { step, share, plans, problem, start, cancel, reset }
}
