import type { Answerer, NameInPlan, OrganisationLink, ResolvedTask } from '@/api/types'

export type NameState = NameInPlan['state']

/** What is to be done comes first, what needs nothing last. */
export const STATES: NameState[] = ['CANDIDATES', 'NONE', 'DECIDED', 'NOBODY', 'CERTAIN', 'GROUP']

/** The organisation of every name that means one, by the name. */
export type Meanings = ReadonlyMap<string, OrganisationLink>

export function meanings(names: readonly NameInPlan[]): Meanings {
  return new Map(names.flatMap(({ name, organisation }) => (organisation ? [[name, organisation] as const] : [])))
}

/** How many names stand in each state. */
export function countStates(names: readonly NameInPlan[]): Record<NameState, number> {
  const counts: Record<NameState, number> = { CANDIDATES: 0, NONE: 0, DECIDED: 0, NOBODY: 0, CERTAIN: 0, GROUP: 0 }
  for (const { state } of names) counts[state] += 1
  return counts
}

/** Names in the order of what is to be done, the often named first. */
export function inOrder(names: readonly NameInPlan[]): NameInPlan[] {
  return [...names].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || b.occurrences - a.occurrences)
}

/** An answerer of a task that is not, or not any more, whom the plan named. */
export interface Passed {
  key: string
  task: ResolvedTask
  answerer: Answerer
}

/** Every task with an answerer who changed, ended or is to be decided; what is to be decided comes first. */
export function passedOn(tasks: readonly ResolvedTask[]): Passed[] {
  const all = tasks.flatMap((task) =>
    task.answerers
      .filter(({ state, steps }) => state !== 'ANSWERS' || steps.length > 0)
      .map((answerer) => ({ key: `${task.id} ${answerer.name} ${answerer.named.id}`, task, answerer })),
  )
  const open = ({ answerer }: Passed) => (answerer.state === 'UNDECIDED' ? 0 : 1)
  return all.sort((a, b) => open(a) - open(b) || a.task.number - b.task.number)
}

/** One turn of an organisation that came apart, with the tasks for which somebody has to say who goes on. */
export interface Turn {
  predecessor: OrganisationLink
  on: string
  candidates: Answerer['candidates']
  tasks: { task: ResolvedTask; version: number }[]
}

/** The turn at which one answerer stands: where it is open, or where it was last decided. */
export function turnOf({ task, answerer }: Passed): Turn | undefined {
  if (answerer.state === 'UNDECIDED' && answerer.turnedOn) {
    return {
      predecessor: answerer.organisation,
      on: answerer.turnedOn,
      candidates: answerer.candidates,
      tasks: [{ task, version: 0 }],
    }
  }
  const { choice } = answerer
  if (!choice) return undefined
  const known = [answerer.named, ...answerer.steps.map(({ to }) => to)]
  const predecessor = known.find(({ id }) => id === choice.predecessorId)
  if (!predecessor) return undefined
  const others = [...new Map([predecessor, ...known].map((each) => [each.id, each])).values()]
  return {
    predecessor,
    on: choice.turnedOn,
    candidates: others.map((organisation) => ({ organisation, reason: '' })),
    tasks: [{ task, version: choice.version }],
  }
}

/** The open turn with all tasks that stand at the same one, so that they can be decided together. */
export function together(passed: Passed, all: readonly Passed[]): Turn | undefined {
  const turn = turnOf(passed)
  if (!turn || passed.answerer.state !== 'UNDECIDED') return turn
  const same = all.flatMap((each) => {
    const other = each.answerer.state === 'UNDECIDED' ? turnOf(each) : undefined
    return other && other.predecessor.id === turn.predecessor.id && other.on === turn.on ? [other] : []
  })
  const tasks = new Map(same.flatMap((other) => other.tasks).map((each) => [each.task.id, each]))
  const candidates = new Map([...turn.candidates, ...same.flatMap((other) => other.candidates)].map((each) => [each.organisation.id, each]))
  for (const each of turn.candidates) candidates.set(each.organisation.id, each)
  return { ...turn, candidates: [...candidates.values()], tasks: [...tasks.values()] }
}
