import { computed } from 'vue'
import { api, outcome } from '@/api/client'
import type { Region } from '@/api/types'
import { useResource } from './useResource'

/** The regions of the server's table, the name of each by its code, and which of them the account acts for. */
export function useRegions() {
  const { data, problem } = useResource(() => outcome(api.GET('/api/regions')))
  const regions = computed<Region[]>(() => data.value ?? [])
  const names = computed(() => new Map(regions.value.map(({ code, name }) => [code, name])))
  const regionName = (code: string | null | undefined) => names.value.get(code ?? '') ?? code ?? ''
  const own = computed(() => new Set(regions.value.filter(({ governed }) => governed).map(({ code }) => code)))
  const governs = (code: string) => own.value.has(code)
  return { regions, regionName, governs, problem }
}

/** A region and all below it, itself first. */
export function within(regions: readonly Region[], top: string): Region[] {
  const own = regions.filter(({ code }) => code === top)
  const below = regions.filter(({ parent, code }) => parent === top && code !== top)
  return [...own, ...below.flatMap(({ code }) => within(regions, code))]
}
