import { shallowRef, watch, type Ref } from 'vue'
import type { Problem } from '@/api/problem'
import { language } from '@/shared/i18n'
import { registers, type Checked } from '../api'

const WAIT_MS = 400

/** What the server says of a definition while it is written; undefined while it is being looked at. */
export function useChecked(text: Ref<string>) {
  const checked = shallowRef<Checked>()
  const problem = shallowRef<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function check(): Promise<void> {
    const now = ++turn
    const answer = await registers.check(text.value)
    if (now !== turn) return
    checked.value = answer.data
    problem.value = answer.problem
  }

  watch(
    [text, language],
    () => {
      clearTimeout(timer)
      turn++
      checked.value = undefined
      if (text.value.trim() !== '') timer = setTimeout(() => void check(), WAIT_MS)
    },
    { immediate: true },
  )
  return { checked, problem }
}
