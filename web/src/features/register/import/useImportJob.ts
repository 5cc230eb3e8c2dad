import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Outcome } from '@/api/client'
import { UNREACHABLE, type Problem } from '@/api/problem'
import { language } from '@/shared/i18n'
import { imports } from './api'
import { isWorking } from './steps'
import type { ImportJob, Meeting } from './types'

/** How long until the server is asked again how far it is, in milliseconds. */
export const ASK_AGAIN = 700

/** The import of an id, asked for again while the server works on it. `acting` while an answer to a button is awaited. */
export function useImportJob(id: () => string | undefined) {
  const job = shallowRef<ImportJob>()
  const problem = shallowRef<Problem>()
  const acting = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  function later(): void {
    clearTimeout(timer)
    if (job.value !== undefined && isWorking(job.value)) timer = setTimeout(() => void look(), ASK_AGAIN)
  }

  function settle(answer: Outcome<ImportJob>): void {
    problem.value = answer.problem
    if (answer.data !== undefined) job.value = answer.data
    // The network may be back at the next question; everything else is for a person to read.
    if (answer.problem === undefined || answer.problem.type === UNREACHABLE.type) later()
  }

  async function look(): Promise<void> {
    const wanted = id()
    if (wanted === undefined) return
    const own = ++turn
    const answer = await imports.get(wanted)
    if (own === turn) settle(answer)
  }

  /** Does something with the import; what was being asked meanwhile is older and passed over. */
  async function act(doing: (id: string) => Promise<Outcome<ImportJob>>): Promise<boolean> {
    const wanted = id()
    if (wanted === undefined || acting.value) return false
    acting.value = true
    const own = ++turn
    const answer = await doing(wanted)
    acting.value = false
    if (own === turn) settle(answer)
    return answer.problem === undefined
  }

  /** Matches the columns, where that is needed, and checks the whole file. */
  async function check(told?: Parameters<typeof imports.match>[1]): Promise<void> {
    if (told !== undefined && !(await act((own) => imports.match(own, told)))) return
    await act(imports.check)
  }

  const rematch = (told: Parameters<typeof imports.match>[1]) => act((own) => imports.match(own, told))
  const run = (told: { meeting: Meeting; choices: Record<string, 'SKIP' | 'UPDATE'> }) => act((own) => imports.run(own, told))
  const cancel = () => act(imports.cancel)

  watch(
    [id, language],
    ([now], [before]) => {
      if (now !== before) {
        job.value = undefined
        problem.value = undefined
      }
      clearTimeout(timer)
      void look()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    turn++
    clearTimeout(timer)
  })

  return { job, problem, acting, look, check, rematch, run, cancel }
}
