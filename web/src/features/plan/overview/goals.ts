import type { Deadline, Plan, Target } from '@/api/types'
import { passageAnchor } from '../layout'
import { taskMark } from '../marks'

/** One figure that a plan sets, with the place in the document that says so. */
export interface Aimed {
  key: string
  target: Target
  /** The sentence or task it stands in. */
  text: string
  anchor: string
  /** The task's number; none for a goal of the whole plan or a duty outside any task. */
  task?: number
}

/** What is to be reached by the end of one year; the last horizon has no year. */
export interface Horizon {
  year: string | undefined
  aims: Aimed[]
}

type Said = { text: string; start: number; end: number; deadlines: Deadline[]; targets: Target[] }

/** Every figure of a plan by the year in which it is due: goals first, then duties and tasks, each in the order of the document. */
export function horizons(plan: Pick<Plan, 'passages' | 'goals' | 'obligations' | 'tasks'>): Horizon[] {
  const anchor = ({ start }: Said) => passageAnchor(plan.passages.findLast((passage) => passage.start <= start)?.start ?? 0)
  const all = [
    ...[...plan.goals, ...plan.obligations].flatMap((said) => aimsOf(said, anchor(said))),
    ...plan.tasks.flatMap((task) => aimsOf(task, taskMark(task), task.number)),
  ]
  const seen = new Set<string>()
  const byYear = new Map<string | undefined, Aimed[]>()
  for (const { year, aim } of all) {
    if (seen.has(aim.key)) continue
    seen.add(aim.key)
    byYear.set(year, [...(byYear.get(year) ?? []), aim])
  }
  return [...byYear].map(([year, aims]) => ({ year, aims })).sort((a, b) => (a.year ?? 'none').localeCompare(b.year ?? 'none'))
}

function aimsOf(said: Said, anchor: string, task?: number): { year: string | undefined; aim: Aimed }[] {
  return said.targets.map((target) => ({
    year: yearOf(target.by ?? undefined),
    aim: {
      key: `${target.start}-${target.end}-${target.indicator}-${target.by ?? ''}`,
      target,
      text: said.text,
      anchor,
      ...(task === undefined ? {} : { task }),
    },
  }))
}

/** The last year that a date in the reader's notation names; none for a recurrence without one. */
function yearOf(notation: string | undefined): string | undefined {
  return notation?.match(/\d{4}(?=-\d{2})/g)?.at(-1)
}
