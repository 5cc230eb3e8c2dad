import { computed, ref, shallowRef, type MaybeRefOrGetter, toValue } from 'vue'
import { api, outcome, type Outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { Schemas } from '@/api/types'
import { useResource } from '@/shared/useResource'
import type { ColumnKey, WorkItem } from './columns'

export type Change = Schemas['ChangeForm']
export type Cells = Partial<Record<ColumnKey, string>>

/**
 * The work items of a plan and what is done to them, one change at a time: while one is `sending` no other is sent. What
 * fails leaves `refused` and changes nothing.
 */
export function useWork(plan: MaybeRefOrGetter<string>) {
  const params = () => ({ path: { id: toValue(plan) } })
  const { data, problem, reload } = useResource(() => outcome(api.GET('/api/plans/{id}/work-items', { params: params() })))
  const refused = shallowRef<Problem>()
  const sending = ref(false)
  const items = computed(() => data.value?.items ?? [])
  const removed = computed(() => data.value?.removed ?? [])

  async function settle<T>(ask: () => Promise<Outcome<T>>): Promise<T | undefined> {
    if (sending.value) return undefined
    sending.value = true
    const answer = await ask()
    refused.value = answer.problem
    await reload()
    sending.value = false
    return answer.data
  }

  function change(changes: Change[]): Promise<WorkItem[] | undefined> {
    return settle(() => outcome(api.POST('/api/plans/{id}/work-items/changes', { params: params(), body: { changes } })))
  }

  function edit(item: WorkItem, cells: Cells): Promise<WorkItem[] | undefined> {
    return change([{ kind: 'EDIT', id: item.id, version: item.version, cells }])
  }

  function fillPersons(ids: string[]): Promise<WorkItem[] | undefined> {
    return settle(() => outcome(api.POST('/api/plans/{id}/work-items/persons', { params: params(), body: { ids } })))
  }

  return { loaded: data, items, removed, problem, refused, sending, reload, change, edit, fillPersons }
}
