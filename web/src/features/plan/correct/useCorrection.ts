import { computed, ref, shallowReactive, shallowRef, type MaybeRefOrGetter, toValue } from 'vue'
import { api, outcome, type Outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { ChangeForm, EntryContent, PlanChange } from '@/api/types'
import { useResource } from '@/shared/useResource'
import { usePlan } from '../usePlan'
import { addingAgain, editing } from './changes'
import { correctables, same, tidy, type Correctable } from './content'
import { itemsOf, nextDoubt, type Item } from './items'
import { planText } from './planText'

/** What was typed about an entry and is not saved yet, and the entry as it was when typing began. */
export interface Draft {
  base: Correctable
  content: EntryContent
}

/**
 * Correcting one plan: its entries and doubts, which of them is looked at, what was typed about each, and the way of
 * every change to the server and back.
 */
export function useCorrection(id: MaybeRefOrGetter<string>) {
  const { data: plan, layout, problem: notLoaded, reload } = usePlan(id)
  const params = () => ({ path: { id: toValue(id) } })
  const { data: log, reload: reloadLog } = useResource(() => outcome(api.GET('/api/plans/{id}/changes', { params: params() })))

  const entries = computed(() => (plan.value ? correctables(plan.value) : []))
  const items = computed<Item[]>(() => (plan.value ? itemsOf(plan.value) : []))
  const text = computed(() => (plan.value ? planText(plan.value.passages) : undefined))

  const key = ref<string>()
  const entryId = ref<string>()
  const drafts = shallowReactive(new Map<string, Draft>())
  const sending = ref(false)
  const problem = shallowRef<Problem>()

  const item = computed(
    () => items.value.find((each) => each.key === key.value) ?? items.value.find((each) => each.key === entryId.value) ?? items.value[0],
  )
  const stored = computed(() => item.value?.entry)
  /** An entry that somebody else has removed stays open while something is typed about it. */
  const entry = computed(() => {
    const orphan = entryId.value === undefined ? undefined : drafts.get(entryId.value)?.base
    return orphan && !entries.value.some((each) => each.id === orphan.id) ? orphan : stored.value
  })
  const content = computed(() => (entry.value ? (drafts.get(entry.value.id)?.content ?? entry.value.content) : undefined))
  const dirty = computed(() => entry.value !== undefined && drafts.has(entry.value.id))

  function show(chosen: Item | undefined): void {
    if (chosen === undefined) return
    if (chosen.entry?.id !== entry.value?.id) problem.value = undefined
    key.value = chosen.key
    entryId.value = chosen.entry?.id
  }

  function showEntry(id: string | undefined): void {
    show(items.value.find((each) => each.key === id))
  }

  function next(): void {
    show(nextDoubt(items.value, item.value?.key))
  }

  /** Does something about the doubt that is looked at, and goes on to the one that followed it then. */
  async function settling(act: () => Promise<boolean>): Promise<void> {
    const following = nextDoubt(items.value, item.value?.key)?.key
    if (await act()) show(items.value.find((each) => each.key === following))
  }

  /** Notes what was typed; typing back what was there before leaves nothing to save. */
  function type(typed: EntryContent): void {
    const now = entry.value
    if (now === undefined) return
    const base = drafts.get(now.id)?.base ?? now
    if (same(typed, base.content)) drafts.delete(now.id)
    else drafts.set(now.id, { base, content: tidy(typed) })
  }

  function drop(): void {
    if (entry.value) drafts.delete(entry.value.id)
    problem.value = undefined
  }

  async function send(change: ChangeForm): Promise<PlanChange | undefined> {
    return (await told(() => outcome(api.POST('/api/plans/{id}/changes', { params: params(), body: change }))))?.data
  }

  /** Asks for a change and waits for the plan as it is after it; asks for nothing while another is on its way. */
  async function told<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T> | undefined> {
    if (sending.value) return undefined
    sending.value = true
    const answer = await ask()
    problem.value = answer.problem
    if (answer.problem === undefined) await Promise.all([reload(), reloadLog()])
    sending.value = false
    return answer
  }

  /** Sends what was typed about the entry; what is typed on meanwhile goes on from there. */
  async function save(reason: string): Promise<boolean> {
    const draft = entry.value && drafts.get(entry.value.id)
    if (draft === undefined) return false
    const sent = draft.content
    const change = editing(draft.base, sent)
    const answer = await send(reason.trim() === '' ? change : { ...change, reason: reason.trim() })
    if (answer === undefined) return false
    const typedOn = drafts.get(draft.base.id)?.content
    const now = entries.value.find((each) => each.id === draft.base.id)
    if (typedOn === sent || same(typedOn, now?.content)) drafts.delete(draft.base.id)
    else if (typedOn && now) drafts.set(now.id, { base: now, content: typedOn })
    return true
  }

  async function undo(): Promise<void> {
    const change = log.value?.nextUndo
    if (change) await told(() => outcome(api.POST('/api/plans/{id}/changes/{change}/undo', { params: { path: { ...params().path, change } } })))
  }

  async function redo(): Promise<void> {
    const change = log.value?.nextRedo
    if (change) await told(() => outcome(api.POST('/api/plans/{id}/changes/{change}/redo', { params: { path: { ...params().path, change } } })))
  }

  /** Notes that a finding needs nothing more, or that it does after all. True where that was done. */
  async function settle(finding: number, settled: boolean): Promise<boolean> {
    const path = { ...params().path, finding }
    const address = '/api/plans/{id}/findings/{finding}/settled'
    const answer = await told(() => outcome<unknown>(settled ? api.PUT(address, { params: { path } }) : api.DELETE(address, { params: { path } })))
    return answer !== undefined && answer.problem === undefined
  }

  /** After somebody else's change: loads it, and either gives up what was typed or puts it on top of that change. */
  async function resolve(mine: boolean): Promise<void> {
    const draft = entry.value && drafts.get(entry.value.id)
    await Promise.all([reload(), reloadLog()])
    problem.value = undefined
    if (draft === undefined) return
    const now = entries.value.find((each) => each.id === draft.base.id)
    drafts.delete(draft.base.id)
    if (mine && now) drafts.set(now.id, { base: now, content: draft.content })
    else if (mine) await send(addingAgain(draft.base, draft.content))
  }

  const acts = { show, showEntry, next, settling, type, drop, send, save, undo, redo, settle, resolve }
  return { plan, layout, notLoaded, reload, log, entries, items, text, item, entry, content, dirty, drafts, sending, problem, ...acts }
}
