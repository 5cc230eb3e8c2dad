import type { Values } from '../types'
import { withValue } from './draft'

/** A field that somebody else has changed since the form was opened, as the server tells it. */
export interface ChangedSince {
  field: string
  label: string
  before?: string | null
  after?: string | null
  by: string
  at: string
}

/** The server may tell several changes of one field; the last says what stands there now, the first what stood. */
export function latestByField(changes: readonly ChangedSince[]): ChangedSince[] {
  const latest = new Map<string, ChangedSince>()
  for (const each of [...changes].sort((a, b) => a.at.localeCompare(b.at))) {
    latest.set(each.field, { ...each, before: latest.get(each.field)?.before ?? each.before })
  }
  return [...latest.values()]
}

/**
 * What the form holds after the reader has decided: everything as it is stored now, with those of the
 * reader's own changes that are kept. `mine` is what was typed, `base` what the form was opened with.
 */
export function merged(base: Values, mine: Values, stored: Values, theirs: ReadonlySet<string>): Values {
  const fields = new Set([...Object.keys(base), ...Object.keys(mine)])
  let now = stored
  for (const field of fields) {
    const touched = JSON.stringify(base[field]) !== JSON.stringify(mine[field])
    if (touched && !theirs.has(field)) now = withValue(now, field, mine[field])
  }
  return now
}
