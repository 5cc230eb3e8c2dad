import { computed } from 'vue'
import { api, outcome } from '@/api/client'
import type { Area, Organisation, Succession } from '@/api/types'
import { useResource } from '@/shared/useResource'

/** The whole directory: organisations, areas without a code, and who took over from whom. */
export function useDirectory() {
  const { data: organisations, problem, reload } = useResource(() => outcome(api.GET('/api/organisations')))
  const { data: areas, problem: noAreas, reload: reloadAreas } = useResource(() => outcome(api.GET('/api/areas')))
  const {
    data: successions,
    problem: noSuccessions,
    reload: reloadSuccessions,
  } = useResource(() => outcome(api.GET('/api/successions')))
  const loaded = computed(() => {
    if (!organisations.value || !areas.value || !successions.value) return undefined
    return { organisations: organisations.value, areas: areas.value, successions: successions.value }
  })
  return {
    directory: loaded,
    problem: computed(() => problem.value ?? noAreas.value ?? noSuccessions.value),
    reload: () => Promise.all([reload(), reloadAreas(), reloadSuccessions()]).then(() => undefined),
  }
}

export interface Directory {
  organisations: Organisation[]
  areas: Area[]
  successions: Succession[]
}
