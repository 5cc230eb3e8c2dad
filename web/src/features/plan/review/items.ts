import type { Deadline, DraftPlan, Passage, Target, Task } from '@/api/types'
import type { Span } from '@/shared/codePoints'

export type ItemKind = 'doubt' | 'task' | 'goal' | 'obligation' | 'passage'

export const GROUPS: ItemKind[] = ['doubt', 'task', 'goal', 'obligation', 'passage']

/** Something that was found in a plan, or a passage in which nothing was; `key` names it to the server. */
export interface Item extends Span {
  key: string
  kind: ItemKind
  /** The words it was read from; for a doubt what is doubtful. */
  text: string
  /** For a doubt what to do about it. */
  remedy?: string
  task?: Task
  actor?: string | undefined
  deadlines: Deadline[]
  targets: Target[]
}

const UNREAD: Passage['kind'][] = ['PARAGRAPH', 'TABLE_ROW', 'CLAUSE']
const NOTHING = { deadlines: [], targets: [] }

/** Everything to look at in one plan of a draft, group by group, each in the order of the document. */
export function itemsOf(plan: DraftPlan, index: number): Item[] {
  const key = (kind: ItemKind, at: number) => ({ key: `${kind}-${index}-${at}`, kind })
  return [
    ...plan.findings.map(({ problem, remedy, start, end }, at) => ({ ...key('doubt', at), text: problem, remedy, start, end, ...NOTHING })),
    ...plan.tasks.map((task, at) => ({ ...key('task', at), ...found(task), task })),
    ...plan.goals.map((goal, at) => ({ ...key('goal', at), ...found(goal), actor: goal.scope ?? undefined })),
    ...plan.obligations.map((duty, at) => ({ ...key('obligation', at), ...found(duty), actor: duty.actor ?? undefined })),
    ...unread(plan).map(({ text, start, end }, at) => ({ ...key('passage', at), text, start, end, ...NOTHING })),
  ]
}

function found({ text, start, end, deadlines, targets }: Span & { text: string; deadlines: Deadline[]; targets: Target[] }) {
  return { text, start, end, deadlines, targets }
}

/** Passages that no task, goal or duty has words in. Headings and what is printed around a plan are read as such. */
function unread({ passages, goals, obligations }: DraftPlan): Passage[] {
  const spans = [...goals, ...obligations]
  return passages.filter(
    ({ kind, taskIds, start, end }) =>
      UNREAD.includes(kind) && taskIds.length === 0 && !spans.some((span) => span.start < end && start < span.end),
  )
}

/** Whether an item is to be accepted: all but those of which nothing was understood. */
export function isFinding({ kind }: Item): boolean {
  return kind !== 'passage'
}

/** The first item of a kind after a place in the list that is not accepted yet, from its start again at its end. */
export function nextOpen(items: readonly Item[], after: number, accepted: ReadonlySet<string>, kind?: ItemKind): number {
  const open = (item: Item) => isFinding(item) && !accepted.has(item.key) && (kind === undefined || item.kind === kind)
  const later = items.findIndex((item, at) => at > after && open(item))
  return later >= 0 ? later : items.findIndex(open)
}

/** The item that a place in the document belongs to: the shortest that has words in it; -1 where none has. */
export function itemAt(items: readonly Item[], place: Span): number {
  let best = -1
  items.forEach(({ start, end }, at) => {
    const held = items[best]
    const touches = start < place.end && place.start < Math.max(end, start + 1)
    if (touches && (held === undefined || end - start < held.end - held.start)) best = at
  })
  return best
}
