import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** How a filter compares, in the words of the interface. */
export type Op = 'is' | 'is-not' | 'in' | 'contains' | 'from' | 'to' | 'empty' | 'filled'

const OPS: readonly string[] = ['is', 'is-not', 'in', 'contains', 'from', 'to', 'empty', 'filled']

/** One condition on one field; several hold together. */
export interface Filter {
  field: string
  op: Op
  value: string
}

/** What a list shows. It lives in the address, so that it can be sent to a colleague, and in saved views. */
export interface ListQuery {
  q: string
  filters: Filter[]
  /** A field, with a minus before it where the largest come first; empty for the order in which records came. */
  sort: string
  /** Ids of states; none for all. */
  states: string[]
  /** Ids of columns in their order; none for the usual ones. */
  columns: string[]
  /** The id of an import whose records are asked for; empty for all. */
  batch: string
  removed: boolean
}

export const EVERYTHING: ListQuery = { q: '', filters: [], sort: '', states: [], columns: [], batch: '', removed: false }

/** What to put into a query so that nothing narrows it. */
export const UNNARROWED: Pick<ListQuery, 'q' | 'filters' | 'states' | 'batch'> = { q: '', filters: [], states: [], batch: '' }

/** `field:op:value` as the interface takes it; the value may hold colons of its own. */
export function written({ field, op, value }: Filter): string {
  return `${field}:${op}:${value}`
}

/** Reads `field:op:value`; what has not that form is no filter. */
export function readFilter(text: string): Filter | undefined {
  const found = /^([a-z][a-z0-9_]*):([a-z-]+):(.*)$/su.exec(text)
  if (found === null || !OPS.includes(found[2] ?? '')) return undefined
  return { field: found[1] ?? '', op: found[2] as Op, value: found[3] ?? '' }
}

type Told = LocationQuery[string] | undefined

function texts(told: Told): string[] {
  return (Array.isArray(told) ? told : [told]).filter((each): each is string => typeof each === 'string' && each !== '')
}

function list(told: Told): string[] {
  return texts(told)
    .flatMap((each) => each.split(','))
    .filter((each) => each !== '')
}

/** What an address asks for; what it says beyond that is left alone. */
export function queryOf(address: LocationQuery): ListQuery {
  return {
    q: texts(address.q)[0] ?? '',
    filters: texts(address.filter).flatMap((text) => readFilter(text) ?? []),
    sort: texts(address.sort)[0] ?? '',
    states: list(address.state),
    columns: list(address.columns),
    batch: texts(address.batch)[0] ?? '',
    removed: texts(address.removed)[0] === 'true',
  }
}

const OURS = ['q', 'filter', 'sort', 'state', 'columns', 'batch', 'removed']

/** The address of a query; what belongs to others in `address` stays. */
export function addressOf(query: ListQuery, address: LocationQuery = {}): LocationQueryRaw {
  const others = Object.fromEntries(Object.entries(address).filter(([name]) => !OURS.includes(name)))
  return { ...others, ...Object.fromEntries(Object.entries(parametersOf(query)).filter(([, told]) => told !== undefined)) }
}

export interface Parameters {
  q?: string
  filter?: string[]
  sort?: string
  state?: string
  columns?: string
  batch?: string
  removed?: 'true'
}

/** The query as parameters of the interface, which are those of our own addresses too. */
export function parametersOf(query: ListQuery): Parameters {
  return {
    q: query.q.trim() || undefined,
    filter: query.filters.length > 0 ? query.filters.map(written) : undefined,
    sort: query.sort || undefined,
    state: query.states.join(',') || undefined,
    columns: query.columns.join(',') || undefined,
    batch: query.batch || undefined,
    removed: query.removed ? 'true' : undefined,
  }
}

/** Parameters behind an address that the browser follows by itself, such as a file to take along. */
export function searchOf(parameters: object): string {
  const search = new URLSearchParams()
  for (const [name, told] of Object.entries(parameters)) {
    for (const each of Array.isArray(told) ? told : [told]) if (each !== undefined) search.append(name, String(each))
  }
  return search.size === 0 ? '' : `?${search}`
}

/** Whether both ask for the same, whatever the order of their filters. */
export function sameQuery(a: ListQuery, b: ListQuery): boolean {
  const plain = (query: ListQuery) =>
    JSON.stringify({ ...parametersOf(query), filter: query.filters.map(written).sort(), state: [...query.states].sort() })
  return plain(a) === plain(b)
}

/** Whether anything narrows the list. */
export function isNarrowed({ q, filters, states, batch }: ListQuery): boolean {
  return q.trim() !== '' || filters.length > 0 || states.length > 0 || batch !== ''
}

/** The next order after a click on a column's head: smallest first, largest first, as they came. */
export function sortedBy(sort: string, field: string): string {
  if (sort === field) return `-${field}`
  return sort === `-${field}` ? '' : field
}
