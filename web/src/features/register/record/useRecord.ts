import { computed } from 'vue'
import { useResource } from '@/shared/useResource'
import { records, type RecordChange, type RecordComment, type RecordDeadline } from '../api'
import { timelineOf } from './timeline'

/** One record with all that happened to it and what may happen next; loaded again when `id` changes. */
export function useRecord(id: () => string) {
  const { data: record, problem, loading, reload } = useResource(() => records.get(id()))
  const { data: history, problem: noHistory, reload: reloadHistory } = useResource(() => records.history(id()))
  const { data: comments, reload: reloadComments } = useResource(() => records.comments(id()))
  const { data: deadlines, reload: reloadDeadlines } = useResource(() => records.deadlines(id()))
  const { data: steps, reload: reloadSteps } = useResource(() => records.steps(id()))
  const { data: handed, reload: reloadHanded } = useResource(() => records.handed(id()))
  const { data: related, reload: reloadRelated } = useResource(() => records.related(id()))
  const { data: retired, reload: reloadRetired } = useResource(() => records.retired(id()))

  /** The latest first. */
  const changes = computed<RecordChange[]>(() => [...(history.value?.changes ?? [])].sort((a, b) => b.version - a.version))
  const timeline = computed(() => {
    const said: RecordComment[] = comments.value?.comments ?? []
    const due: RecordDeadline[] = deadlines.value ?? []
    return timelineOf(changes.value, said, due, today())
  })

  async function reloadAll(): Promise<void> {
    await Promise.all([
      reload(),
      reloadHistory(),
      reloadComments(),
      reloadDeadlines(),
      reloadSteps(),
      reloadHanded(),
      reloadRelated(),
      reloadRetired(),
    ])
  }

  return {
    /** What came is another record's while the next one is on its way. */
    record: computed(() => (record.value?.id === id() ? record.value : undefined)),
    problem,
    noHistory,
    loading,
    changes,
    timeline,
    steps: computed(() => steps.value ?? []),
    handed: computed(() => handed.value ?? []),
    related: computed(() => related.value?.groups ?? []),
    retired: computed(() => retired.value?.values ?? []),
    reloadAll,
    reloadComments,
  }
}

/** The reader's own day as 2026-11-29. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export type LoadedRecord = ReturnType<typeof useRecord>
