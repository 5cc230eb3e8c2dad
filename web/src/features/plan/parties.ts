import type { Task } from '@/api/types'

export type PartyRole = 'lead' | 'responsible' | 'participants' | 'implementers'

const ROLES: PartyRole[] = ['lead', 'responsible', 'participants', 'implementers']

/** Who answers for a task and in what way, in the order of their weight; roles nobody has are left out. */
export function parties(task: Pick<Task, PartyRole>): { role: PartyRole; names: string[] }[] {
  return ROLES.map((role) => ({ role, names: task[role] })).filter(({ names }) => names.length > 0)
}
