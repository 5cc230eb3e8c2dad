import { ref, watch, type Ref } from 'vue'
import { records } from '../api'
import type { RegisterDefinition, Values } from '../types'

const WAIT_MS = 250

/**
 * The fields that a record (a new one where there is none) with these values is not asked for. The conditions are judged by the server, which alone
 * knows what they mean; where none is defined nothing is asked of it.
 */
export function useNotAsked(
  register: () => string,
  record: () => string | undefined,
  definition: Ref<RegisterDefinition | undefined>,
  values: Ref<Values>,
): Ref<ReadonlySet<string>> {
  const notAsked = ref<ReadonlySet<string>>(new Set())
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function judge(): Promise<void> {
    const now = ++turn
    const { data } = await records.check(register(), values.value, record())
    if (now === turn && data) notAsked.value = new Set(data.notAsked)
  }

  watch(
    [definition, values],
    () => {
      clearTimeout(timer)
      if (definition.value?.fields.some(({ when }) => when)) timer = setTimeout(() => void judge(), WAIT_MS)
    },
    { immediate: true },
  )
  return notAsked
}
