import { change, contentOf, PARTIES, planOf, type Change, type Deadline, type Span, type Target, type Task } from './correcting'
import type { Page } from '@playwright/test'

/** A small generator with a seed (mulberry32), so that a failure can be had again. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What was spoilt: fields by name, and whole tasks. */
export interface Damage {
  fields: Record<string, number>
  whole: Record<string, number>
}

type Spoil = (task: Task, random: () => number) => Partial<Task>

const NAMES = ['县某某局', '有关部门', '县档案馆', '乡卫生院']

function spoiltNames(names: readonly string[], random: () => number): string[] {
  const extra = NAMES[Math.floor(random() * NAMES.length)] ?? ''
  if (names.length === 0 || random() < 0.35) return [...names, extra]
  if (random() < 0.5) return names.slice(1)
  return [...names].reverse().map((name, at) => (at === 0 ? `${name}（误）` : name))
}

function spoiltDates(task: Task, random: () => number): Deadline[] {
  const wrong = { notation: '2033-03-31', assumed: false, start: task.start, end: task.start + 4 }
  if (task.deadlines.length === 0) return [wrong]
  return random() < 0.5 ? task.deadlines.slice(1) : task.deadlines.map((each, at) => (at === 0 ? { ...each, notation: wrong.notation } : each))
}

function spoiltTargets(task: Task, random: () => number): Target[] {
  const wrong = { indicator: '臆造指标', comparator: '>=', value: 7, unit: '%', start: task.start, end: task.start + 4, implied: false, aspirational: false }
  if (task.targets.length === 0) return [wrong]
  return random() < 0.5 ? task.targets.slice(1) : task.targets.map((each, at) => (at === 0 ? { ...each, value: (each.value ?? 0) + 11, comparator: '<' } : each))
}

/** How each field is spoilt. */
const SPOILS: Record<string, Spoil> = {
  ...Object.fromEntries(PARTIES.map((party) => [party, (task: Task, random: () => number) => ({ [party]: spoiltNames(task[party], random) })])),
  implementersSource: ({ implementersSource }) => ({ implementersSource: implementersSource === 'DEFAULT' ? 'EXPLICIT' : 'DEFAULT' }),
  open: ({ open }) => ({ open: !open }),
  deadlines: (task, random) => ({ deadlines: spoiltDates(task, random) }),
  targets: (task, random) => ({ targets: spoiltTargets(task, random) }),
  start: ({ start }) => ({ start: start + 7 }),
  end: ({ end }) => ({ end: end - 9 }),
  path: ({ path }, random) => ({ path: random() < 0.5 ? path.slice(0, -1) : [...path, '误作标题'] }),
}

/** Spoils a share of the fields of a plan's tasks, and some tasks whole, by requests without the screen. */
export async function spoil(page: Page, plan: string, share: number, random: () => number): Promise<Damage> {
  const damage: Damage = { fields: {}, whole: {} }
  const done = async (kind: string, data: Change): Promise<void> => {
    const status = await change(page, plan, data)
    if (status !== 201) throw new Error(`${kind}: ${status}`)
    damage.whole[kind] = (damage.whole[kind] ?? 0) + 1
  }
  for (const task of (await planOf(page, plan)).tasks) {
    const spoilt = Object.entries(SPOILS).filter(() => random() < share)
    const part = spoilt.reduce<Partial<Task>>((so, [, of]) => ({ ...so, ...of(task, random) }), {})
    if (spoilt.length === 0) continue
    const after = contentOf(withoutLostDates({ ...task, ...part }, task))
    const status = await change(page, plan, { kind: 'EDIT', entries: [{ kind: 'TASK', id: task.id, version: task.version, after }] })
    if (status !== 201) throw new Error(`task ${task.number}: ${status}`)
    for (const [field] of spoilt) damage.fields[field] = (damage.fields[field] ?? 0) + 1
  }

  for (const at of [30, 11]) {
    const task = await taskAt(page, plan, at)
    await done('missing', { kind: 'REMOVE', entries: [{ kind: 'TASK', id: task.id, version: task.version }] })
  }
  for (const at of [26, 17]) {
    const [first, second] = [await taskAt(page, plan, at), await taskAt(page, plan, at + 1)]
    const after = contentOf(first, { end: second.end, clauseStart: second.clauseStart ?? null, clauseEnd: second.clauseEnd ?? null, actions: [...first.actions, ...second.actions] })
    await done('merged', {
      kind: 'MERGE',
      entries: [
        { kind: 'TASK', id: first.id, version: first.version, after },
        { kind: 'TASK', id: second.id, version: second.version },
      ],
    })
  }
  for (const at of [21, 8]) {
    const task = await taskAt(page, plan, at)
    const middle = Math.floor((task.start + task.end) / 2)
    const first = contentOf(withinOf(task, { start: task.start, end: middle }))
    const second = contentOf({ ...withinOf(task, { start: middle, end: task.end }), deadlines: [], targets: [], actions: [] })
    await done('split', {
      kind: 'SPLIT',
      entries: [
        { kind: 'TASK', id: task.id, version: task.version, after: first },
        { kind: 'TASK', position: at + 1, after: second },
      ],
    })
  }
  for (const [from, to] of [[4, 2], [13, 14]] as const) {
    const task = await taskAt(page, plan, from)
    await done('order', { kind: 'MOVE', entries: [{ kind: 'TASK', id: task.id, version: task.version, position: to, after: contentOf(task) }] })
  }
  return damage
}

async function taskAt(page: Page, plan: string, at: number): Promise<Task> {
  const task = (await planOf(page, plan)).tasks[at]
  if (task === undefined) throw new Error(`no task ${at}`)
  return task
}

/** A target may only be wanted by a date that the task has or had. */
function withoutLostDates(task: Task, before: Task): Task {
  const known = new Set([...task.deadlines, ...before.deadlines].map(({ notation }) => notation))
  return { ...task, targets: task.targets.map((target) => (target.by && !known.has(target.by) ? { ...target, by: null } : target)) }
}

function withinOf(task: Task, body: Span): Task {
  return { ...task, ...body }
}
