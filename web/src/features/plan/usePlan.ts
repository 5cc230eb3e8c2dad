import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, outcome } from '@/api/client'
import { useResource } from '@/shared/useResource'
import { layOut } from './layout'

/** One plan with its layout, loaded again when `id` changes. */
export function usePlan(id: MaybeRefOrGetter<string>) {
  const resource = useResource(() => outcome(api.GET('/api/plans/{id}', { params: { path: { id: toValue(id) } } })))
  const layout = computed(() => resource.data.value && layOut(resource.data.value))
  return { ...resource, layout }
}
