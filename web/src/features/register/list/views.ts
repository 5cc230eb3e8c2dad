import type { SavedView } from '../api'
import { EVERYTHING, readFilter, written, type ListQuery } from './query'

/** What a saved view keeps of a query. */
export function keptOf({ q, filters, sort, columns, states }: ListQuery): SavedView['query'] {
  return { q: q.trim(), filters: filters.map(written), sort, columns, state: states.join(',') }
}

/** The query that a saved view stands for. */
export function queryOfView({ query }: Pick<SavedView, 'query'>): ListQuery {
  return {
    ...EVERYTHING,
    q: query.q ?? '',
    filters: (query.filters ?? []).flatMap((text) => readFilter(text) ?? []),
    sort: query.sort ?? '',
    columns: query.columns ?? [],
    states: (query.state ?? '').split(',').filter((each) => each !== ''),
  }
}
