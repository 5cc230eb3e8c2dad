import type { DeadlineContent, Plan, PlanFinding, TargetContent } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import { correctables, type Correctable } from './content'
import { isUnknown } from './dates'

export type ItemKind = 'doubt' | 'gap' | 'task' | 'goal' | 'obligation'

export const GROUPS: ItemKind[] = ['doubt', 'gap', 'task', 'goal', 'obligation']

/** Why something is to be looked at. */
export type Reason =
  | { kind: 'finding'; finding: PlanFinding }
  | { kind: 'assumed'; deadline: DeadlineContent }
  | { kind: 'implied'; target: TargetContent }
  | { kind: 'nobody' }
  | { kind: 'unknown-date'; deadline: DeadlineContent }
  | { kind: 'unknown-value'; target: TargetContent }
  | { kind: 'set-elsewhere'; target: TargetContent }

/** A line of the list: an entry, or a reason to look at one; `entry` is absent where a finding lies in none. */
export interface Item extends Span {
  key: string
  kind: ItemKind
  entry: Correctable | undefined
  reason?: Reason
}

const KINDS = { TASK: 'task', GOAL: 'goal', OBLIGATION: 'obligation' } as const

/** What the reader was unsure of, what is still to be filled in, and then everything else, each in the order of the document. */
export function itemsOf(plan: Pick<Plan, 'findings' | 'tasks' | 'goals' | 'obligations'>): Item[] {
  const entries = correctables(plan)
  const open = plan.findings.filter(({ settled }) => !settled)
  const found = open.map((finding): Item => {
    const { id, start, end } = finding
    return { key: `finding-${id}`, kind: 'doubt', start, end, entry: entryAt(entries, finding), reason: { kind: 'finding', finding } }
  })
  return [
    ...[...found, ...entries.flatMap((entry) => reasons(entry, 'doubt', doubtsOf(entry)))].sort(byPlace),
    ...entries.flatMap((entry) => reasons(entry, 'gap', gapsOf(entry))).sort(byPlace),
    ...entries.map((entry): Item => ({ key: entry.id, kind: KINDS[entry.kind], entry, ...spanOf(entry.content) })),
  ]
}

function reasons(entry: Correctable, kind: ItemKind, all: (Span & { reason: Reason })[]): Item[] {
  return all.map(({ start, end, reason }) => ({ key: `${entry.id}-${nameOf(reason)}-${start}`, kind, entry, start, end, reason }))
}

/** A reason by its own words, so that it keeps its key when others of the entry are settled. */
function nameOf(reason: Reason): string {
  if ('deadline' in reason) return `${reason.kind}-${reason.deadline.notation}`
  return 'target' in reason ? `${reason.kind}-${reason.target.indicator}` : reason.kind
}

function doubtsOf({ kind, content }: Correctable): (Span & { reason: Reason })[] {
  const nobody = kind === 'TASK' && content.lead.length === 0
  return [
    ...(nobody ? [{ ...clauseOrBody(content), reason: { kind: 'nobody' } as const }] : []),
    ...content.deadlines.flatMap((deadline) => (deadline.assumed ? [{ ...spanOf(deadline), reason: { kind: 'assumed', deadline } as const }] : [])),
    ...content.targets.flatMap((target) => (target.implied ? [{ ...spanOf(target), reason: { kind: 'implied', target } as const }] : [])),
  ]
}

/** What nobody knows yet and somebody may fill in later. */
function gapsOf({ content }: Correctable): (Span & { reason: Reason })[] {
  return [
    ...content.deadlines.flatMap((deadline) =>
      isUnknown(deadline.notation) ? [{ ...spanOf(deadline), reason: { kind: 'unknown-date', deadline } as const }] : [],
    ),
    ...content.targets.flatMap((target) => {
      if (target.value != null) return []
      const kind = target.reference ? ('set-elsewhere' as const) : ('unknown-value' as const)
      return [{ ...spanOf(target), reason: { kind, target } }]
    }),
  ]
}

function clauseOrBody({ start, end, clauseStart, clauseEnd }: Correctable['content']): Span {
  return clauseStart == null || clauseEnd == null ? { start, end } : { start: clauseStart, end: clauseEnd }
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start
}

/** The entry that a place in the document belongs to: the shortest whose body or clause has words in it. */
export function entryAt(entries: readonly Correctable[], place: Span): Correctable | undefined {
  const { start, end } = place
  const touches = (span: Span) => span.start < Math.max(end, start + 1) && start < span.end
  const near = entries.filter(({ content }) => touches(content) || touches(clauseOrBody(content)))
  const length = ({ content }: Correctable) => content.end - content.start
  return near.reduce<Correctable | undefined>((best, each) => (best && length(best) <= length(each) ? best : each), undefined)
}

/** The doubt after a place in the list, from the first again after the last; undefined where none is open. */
export function nextDoubt(items: readonly Item[], after: string | undefined): Item | undefined {
  const at = items.findIndex(({ key }) => key === after)
  const isDoubt = ({ kind }: Item) => kind === 'doubt'
  return items.find((item, index) => index > at && isDoubt(item)) ?? items.find(isDoubt)
}

/** Whether a line of the list is a reason to look at an entry, not the entry itself. */
export function isReason({ kind }: Item): boolean {
  return kind === 'doubt' || kind === 'gap'
}
