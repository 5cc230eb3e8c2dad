import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, outcome } from '@/api/client'
import { useResource } from '@/shared/useResource'

/** The dates of one plan in order, loaded again when `id` changes. */
export function useCalendar(id: MaybeRefOrGetter<string>) {
  return useResource(() => outcome(api.GET('/api/plans/{id}/calendar', { params: { path: { id: toValue(id) } } })))
}
