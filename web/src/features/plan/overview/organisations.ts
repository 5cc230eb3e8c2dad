import type { OrganisationLink, Plan, Task } from '@/api/types'
import type { Meanings } from '../names/names'
import { namedIn, ROLES, type Role, type TaskRow } from './tasks'

type Action = Task['actions'][number]

/** An organisation of a plan with the number of tasks in which it has each role. */
export interface Standing {
  /** The first of its names, by which its page is found. */
  name: string
  /** All names under which the plan prints it. */
  names: string[]
  /** Where the directory knows whom the names mean. */
  organisation?: OrganisationLink
  counts: Record<Role, number>
  total: number
}

const NO_MEANINGS: Meanings = new Map()

/** What one organisation has to do for one task. */
export interface Share {
  task: Task
  roles: Role[]
  /** The sentences that oblige it: those that name it, and for the lead also those that name nobody. */
  actions: Action[]
}

/**
 * Everybody whom the tasks name: those with the most to lead first. Names that mean the same
 * organisation stand together, and count once a task.
 */
export function standings(rows: readonly TaskRow[], meanings: Meanings = NO_MEANINGS): Standing[] {
  const known = new Map<string, Standing>()
  for (const { named } of rows) {
    for (const [key, { names, roles }] of joined(named, meanings)) {
      const organisation = meanings.get(names[0] ?? '')
      const standing: Standing = known.get(key) ?? {
        name: names[0] ?? '',
        names: [],
        ...(organisation ? { organisation } : {}),
        counts: { lead: 0, responsible: 0, participants: 0, implementers: 0, actor: 0 },
        total: 0,
      }
      standing.names = [...new Set([...standing.names, ...names])]
      for (const role of roles) standing.counts[role] += 1
      standing.total += 1
      known.set(key, standing)
    }
  }
  return [...known.values()].sort(
    (a, b) => b.counts.lead - a.counts.lead || b.total - a.total || a.name.localeCompare(b.name, 'zh'),
  )
}

/** The parties of one task by the organisation that they mean, or by the name where that is not known. */
function joined(named: TaskRow['named'], meanings: Meanings): Map<string, { names: string[]; roles: Role[] }> {
  const parties = new Map<string, { names: string[]; roles: Role[] }>()
  for (const { name, roles } of named) {
    const key = meanings.get(name)?.id ?? name
    const party = parties.get(key) ?? { names: [], roles: [] }
    parties.set(key, {
      names: [...party.names, name],
      roles: ROLES.filter((role) => party.roles.includes(role) || roles.includes(role)),
    })
  }
  return parties
}

/** Every name that means the same organisation as this one, itself among them. */
export function sameAs(name: string, meanings: Meanings): string[] {
  const organisation = meanings.get(name)
  return organisation === undefined ? [name] : [...meanings].flatMap(([other, { id }]) => (id === organisation.id ? [other] : []))
}

/** The tasks that concern an organisation by any of its names, in document order, with what each asks of it. */
export function sharesOf(plan: Pick<Plan, 'tasks'>, ...names: string[]): Share[] {
  return plan.tasks.flatMap((task) => {
    const held = namedIn(task).flatMap((party) => (names.includes(party.name) ? party.roles : []))
    const roles = ROLES.filter((role) => held.includes(role))
    return roles.length === 0 ? [] : [{ task, roles, actions: actionsFor(task, roles, names) }]
  })
}

/** Whether it is the one, or one of those, who answer for the whole task. */
export function answers({ task, roles }: Pick<Share, 'task' | 'roles'>): boolean {
  return roles.includes('lead') || (task.lead.length === 0 && roles.includes('responsible'))
}

function actionsFor(task: Task, roles: Role[], names: string[]): Action[] {
  const all = answers({ task, roles })
  return task.actions.filter(({ actor }) => actor == null ? all : names.includes(actor))
}

/** How a role is marked in the matrix. */
export const ROLE_MARKS: Record<Role, string> = {
  lead: '●',
  responsible: '◎',
  participants: '○',
  implementers: '△',
  actor: '▪',
}
