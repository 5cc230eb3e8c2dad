import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { api, outcome } from '@/api/client'
import { CANCELLED, type Problem } from '@/api/problem'
import type { Evidence } from '@/api/types'
import { upload } from '@/api/upload'
import { current, LARGEST_BYTES } from './evidence'

/** More at once would make the address too long. */
const MOST_IDS = 100

/** A file on its way in. `share` is the part sent so far, 0 to 1; with a `problem` it stays until it is put aside. */
export interface Sending {
  key: number
  file: File
  share: number
  problem?: Problem
  /** The piece that it is a newer version of. */
  replaces?: Evidence
}

export interface EvidenceOptions {
  ids: Ref<string[]>
  regionCode: Ref<string | undefined>
  changed(ids: string[]): void
  tooLarge(file: File): Problem
}

/**
 * The pieces of evidence that hang on something, by their ids, and files on their way to them. Files are sent one
 * after the other, since the server looks into each.
 */
export function useEvidence({ ids, regionCode, changed, tooLarge }: EvidenceOptions) {
  const known = shallowRef(new Map<string, Evidence>())
  const sending = ref<Sending[]>([])
  const problem = shallowRef<Problem>()
  /** What was handed in here: until the form is saved it hangs on nothing else. */
  const fresh = new Set<string>()
  let list = ids.value
  let queue: Promise<void> = Promise.resolve()
  let keys = 0
  const stops = new Map<number, AbortController>()

  const pieces = computed(() => ids.value.flatMap((id) => known.value.get(id) ?? []))
  /** How many of them the account does not see. */
  const unseen = ref(0)

  watch(
    ids,
    (now) => {
      list = now
      void load(now.filter((id) => !known.value.has(id)))
    },
    { immediate: true },
  )

  async function load(missing: string[]): Promise<void> {
    problem.value = undefined
    for (let from = 0; from < missing.length; from += MOST_IDS) {
      const query = { ids: missing.slice(from, from + MOST_IDS) }
      const answer = await outcome(api.GET('/api/evidence', { params: { query } }))
      problem.value = answer.problem
      if (answer.problem) return
      learn(answer.data)
    }
    unseen.value = ids.value.filter((id) => !known.value.has(id)).length
  }

  function learn(found: Evidence[]): void {
    known.value = new Map([...known.value, ...found.map((piece) => [piece.id, piece] as const)])
  }

  /** Sends files, each as a new piece. */
  function add(files: File[]): void {
    files.forEach((file) => enqueue(file))
  }

  /** Sends a file as the newer version of a piece. */
  function replace(piece: Evidence, file: File): void {
    enqueue(file, piece)
  }

  function enqueue(file: File, replaces?: Evidence): void {
    const item: Sending = { key: keys++, file, share: 0, ...(replaces ? { replaces } : {}) }
    sending.value.push(item)
    if (file.size > LARGEST_BYTES) fail(item.key, tooLarge(file))
    else queue = queue.then(() => send(item.key))
  }

  async function send(key: number): Promise<void> {
    const item = sending.value.find((each) => each.key === key)
    if (item === undefined) return
    const stop = new AbortController()
    stops.set(key, stop)
    const answer = await upload<Evidence>(path(item), form(item), {
      onProgress: (share) => (item.share = share),
      signal: stop.signal,
    })
    stops.delete(key)
    if (answer.data) settle(item, answer.data)
    else fail(key, answer.problem)
  }

  function path({ replaces }: Sending): string {
    return replaces ? `/api/evidence/${encodeURIComponent(replaces.id)}/versions` : '/api/evidence'
  }

  function form({ file, replaces }: Sending): FormData {
    const sent = new FormData()
    sent.append('file', file)
    if (replaces) sent.append('version', String(current(replaces).version))
    else if (regionCode.value !== undefined) sent.append('regionCode', regionCode.value)
    return sent
  }

  function settle(item: Sending, piece: Evidence): void {
    dismiss(item.key)
    learn([piece])
    if (item.replaces) return
    fresh.add(piece.id)
    hang([...list, piece.id])
  }

  function fail(key: number, failed: Problem | undefined): void {
    if (failed?.type === CANCELLED.type) return dismiss(key)
    const item = sending.value.find((each) => each.key === key)
    if (item && failed) item.problem = failed
  }

  /** Puts a refused file aside, or stops one that is being sent. */
  function dismiss(key: number): void {
    sending.value = sending.value.filter((each) => each.key !== key)
    stops.get(key)?.abort()
  }

  /** What hangs is remembered at once: the page above may hand it back only after the next file is in. */
  function hang(now: string[]): void {
    list = now
    changed(now)
  }

  /** Takes a piece out. What was handed in here leaves the list too, for nothing but this form knows it. */
  async function remove(piece: Evidence, reason: string): Promise<Problem | undefined> {
    const params = { path: { id: piece.id } }
    const answer = await outcome(api.PUT('/api/evidence/{id}/removal', { params, body: { reason } }))
    if (answer.data) {
      learn([answer.data])
      if (fresh.has(piece.id)) hang(list.filter((id) => id !== piece.id))
    }
    return answer.problem
  }

  /** Takes a piece off this list and leaves it as it is wherever else it hangs; takes effect when the form is saved. */
  function takeOff(piece: Evidence): void {
    hang(list.filter((id) => id !== piece.id))
  }

  /** Puts back what was taken off. */
  function putOn(piece: Evidence): void {
    if (!list.includes(piece.id)) hang([...list, piece.id])
  }

  async function restore(piece: Evidence): Promise<void> {
    const answer = await outcome(api.DELETE('/api/evidence/{id}/removal', { params: { path: { id: piece.id } } }))
    problem.value = answer.problem
    if (!answer.data) return
    learn([answer.data])
    putOn(piece)
  }

  const again = () => load(ids.value.filter((id) => !known.value.has(id)))
  const isFresh = (piece: Evidence) => fresh.has(piece.id)
  return { pieces, unseen, sending, problem, add, replace, dismiss, remove, restore, takeOff, putOn, again, isFresh }
}
