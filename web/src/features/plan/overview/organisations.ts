import type { Plan, Task } from '@/api/types'
import { namedIn, type Role, type TaskRow } from './tasks'

type Action = Task['actions'][number]

/** An organisation of a plan with the number of tasks in which it has each role. */
export interface Standing {
  name: string
  counts: Record<Role, number>
  total: number
}

/** What one organisation has to do for one task. */
export interface Share {
  task: Task
  roles: Role[]
  /** The sentences that oblige it: those that name it, and for the lead also those that name nobody. */
  actions: Action[]
}

/** Everybody whom the tasks name, as written: those with the most to lead first. */
export function standings(rows: readonly TaskRow[]): Standing[] {
  const known = new Map<string, Standing>()
  for (const { named } of rows) {
    for (const { name, roles } of named) {
      const standing = known.get(name) ?? { name, counts: { lead: 0, responsible: 0, participants: 0, implementers: 0, actor: 0 }, total: 0 }
      for (const role of roles) standing.counts[role] += 1
      standing.total += 1
      known.set(name, standing)
    }
  }
  return [...known.values()].sort(
    (a, b) => b.counts.lead - a.counts.lead || b.total - a.total || a.name.localeCompare(b.name, 'zh'),
  )
}

/** The tasks that concern an organisation, in document order, with what each asks of it. */
export function sharesOf(plan: Pick<Plan, 'tasks'>, name: string): Share[] {
  return plan.tasks.flatMap((task) => {
    const roles = namedIn(task).find((party) => party.name === name)?.roles
    return roles === undefined ? [] : [{ task, roles, actions: actionsFor(task, roles, name) }]
  })
}

/** Whether it is the one, or one of those, who answer for the whole task. */
export function answers({ task, roles }: Pick<Share, 'task' | 'roles'>): boolean {
  return roles.includes('lead') || (task.lead.length === 0 && roles.includes('responsible'))
}

function actionsFor(task: Task, roles: Role[], name: string): Action[] {
  const all = answers({ task, roles })
  return task.actions.filter(({ actor }) => actor === name || (actor == null && all))
}

/** How a role is marked in the matrix. */
export const ROLE_MARKS: Record<Role, string> = {
  lead: '●',
  responsible: '◎',
  participants: '○',
  implementers: '△',
  actor: '▪',
}
