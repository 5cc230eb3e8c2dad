import { computed, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, outcome } from '@/api/client'
import type { Problem } from '@/api/problem'
import type { DraftReview } from '@/api/types'
import { isFinding, itemsOf, nextOpen, type Item, type ItemKind } from './items'

/** Walking through what was found in a draft: which item is looked at, and what was found to be right. */
export function useReview(review: MaybeRefOrGetter<DraftReview | undefined>) {
  const plan = ref(0)
  const current = ref(0)
  const accepted = shallowRef<ReadonlySet<string>>(new Set())
  const problem = shallowRef<Problem>()

  const all = computed(() => (toValue(review)?.plans ?? []).map(itemsOf))
  const items = computed<Item[]>(() => all.value[plan.value] ?? [])
  const item = computed(() => items.value[current.value])
  const findings = computed(() => all.value.flat().filter(isFinding))
  const done = computed(() => findings.value.filter(({ key }) => accepted.value.has(key)).length)
  const unseen = computed(() => findings.value.filter(({ kind, key }) => kind === 'doubt' && !accepted.value.has(key)).length)

  watch(
    () => toValue(review),
    (loaded) => (accepted.value = new Set(loaded?.accepted)),
    { immediate: true },
  )

  function show(index: number): void {
    plan.value = index
    current.value = 0
  }

  function moveTo(index: number): void {
    current.value = Math.min(Math.max(index, 0), Math.max(items.value.length - 1, 0))
  }

  /** Goes to the next item that is not accepted; through the other plans of the file where this one has none left. */
  function next(kind?: ItemKind): void {
    const here = nextOpen(items.value, current.value, accepted.value, kind)
    if (here >= 0) return moveTo(here)
    const elsewhere = all.value.findIndex((found) => nextOpen(found, -1, accepted.value, kind) >= 0)
    if (elsewhere < 0) return
    show(elsewhere)
    moveTo(nextOpen(items.value, -1, accepted.value, kind))
  }

  /** Accepts the item that is looked at and goes on; one that is accepted already is taken back. */
  function accept(): void {
    const looked = item.value
    if (looked === undefined) return
    if (!isFinding(looked)) return moveTo(current.value + 1)
    const right = !accepted.value.has(looked.key)
    note(looked.key, right)
    void tell(looked.key, right)
    if (right) next()
  }

  function note(key: string, right: boolean): void {
    const changed = new Set(accepted.value)
    if (right) changed.add(key)
    else changed.delete(key)
    accepted.value = changed
  }

  async function tell(key: string, right: boolean): Promise<void> {
    const params = { path: { id: toValue(review)?.draft.id ?? '', item: key } }
    const address = '/api/plan-drafts/{id}/accepted/{item}'
    const answer = await outcome(right ? api.PUT(address, { params }) : api.DELETE(address, { params }))
    problem.value = answer.problem
    if (answer.problem !== undefined) note(key, !right)
  }

  return { plan, items, current, item, accepted, findings, done, unseen, problem, show, moveTo, next, accept }
}
