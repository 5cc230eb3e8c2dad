import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, outcome } from '@/api/client'
import { useResource } from '@/shared/useResource'
import { meanings } from './names'

/** Whom the names of a plan mean, and who answers for its tasks on a day; today where `on` is empty. */
export function useNames(id: MaybeRefOrGetter<string>, on: MaybeRefOrGetter<string> = '') {
  return useResource(() => {
    const day = toValue(on)
    return outcome(
      api.GET('/api/plans/{id}/names', { params: { path: { id: toValue(id) }, query: day === '' ? {} : { on: day } } }),
    )
  })
}

/** Only whom each name means, for pages that show names by their organisations; empty until it is known. */
export function useMeanings(id: MaybeRefOrGetter<string>) {
  const { data } = useNames(id)
  return computed(() => meanings(data.value?.names ?? []))
}
