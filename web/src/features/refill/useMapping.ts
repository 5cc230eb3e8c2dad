import { computed, ref, shallowRef, type Ref } from 'vue'
import type { Problem } from '@/api/problem'
import { forms, type Mapped, type WholeForm } from './api'
import { lastRowOf } from './grid'

/**
 * What fills the cells of a form, as it is edited: changed here, and kept by the server only when it is saved.
 * `changes` counts what is not saved yet.
 */
export function useMapping(form: Ref<WholeForm>) {
  const cells = shallowRef<Mapped[]>([...form.value.mapping])
  const changes = ref(0)
  const problem = ref<Problem>()
  const saving = ref(false)
  /** Of what was kept last, which is known before the form arrives anew. */
  let version = 0

  function overlap(one: Mapped, other: Mapped): boolean {
    return one.sheet === other.sheet && one.column === other.column && one.row <= lastRowOf(other) && other.row <= lastRowOf(one)
  }

  /** Maps a cell; what filled it before, or a part of a new column, gives way. */
  function put(mapped: Mapped): void {
    cells.value = [...cells.value.filter((other) => !overlap(mapped, other)), mapped]
    changes.value++
  }

  function remove(mapped: Mapped): void {
    cells.value = cells.value.filter((other) => other !== mapped)
    changes.value++
  }

  function discard(): void {
    cells.value = [...form.value.mapping]
    changes.value = 0
    problem.value = undefined
  }

  /** How many cells are kept now; nothing where they were not taken. What is changed meanwhile is not saved yet. */
  async function save(): Promise<number | undefined> {
    if (saving.value) return undefined
    saving.value = true
    const sent = cells.value
    const sentChanges = changes.value
    const answer = await forms.keep(form.value.form.id, Math.max(version, form.value.form.version), sent)
    saving.value = false
    problem.value = answer.problem
    if (!answer.data) return undefined
    version = answer.data.version
    changes.value -= sentChanges
    return sent.length
  }

  return { cells, changes, dirty: computed(() => changes.value > 0), problem, saving, put, remove, discard, save }
}

export type Mapping = ReturnType<typeof useMapping>
