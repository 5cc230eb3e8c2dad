import type { Conflict } from './types'

/** What is wrong, where, and what a person can do about it. */
export interface Finding {
  place: string
  problem: string
  remedy: string
}

/** The server's problem+json (RFC 9457) of a request that failed, in the reader's language. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  findings?: Finding[]
  lockedUntil?: string
  /** For a change of what somebody else has changed: who that was and when, all such entries, and the first as it is now. */
  by?: string
  at?: string
  conflicts?: Conflict[]
  current?: Conflict['current']
  /** `fields[i]` is the address in the request of what `findings[i]` speaks of. */
  fields?: string[]
  /** Of messages in quiet hours: until when these are. */
  until?: string
  /** The draft that the region has of the same file already. */
  draftId?: string
  /** The work items that stand in the way. */
  codes?: string[]
  /** Of a record that was refused: what is wrong at which field. */
  faults?: { field: string; message: string }[]
  /** Of a record that was changed meanwhile: field by field what was, what is, by whom and when. */
  changes?: { field: string; label: string; before?: string | null; after?: string | null; by: string; at: string }[]
}

/** No answer came: the server is down or the network is. */
export const UNREACHABLE: Problem = { type: '/problems/unreachable', title: '', status: 0 }

/** The user gave up waiting. Nothing was changed, nothing needs saying. */
export const CANCELLED: Problem = { type: '/problems/cancelled', title: '', status: 0 }

/** Reads whatever body came with a failed answer; a body that is no problem+json keeps the status only. */
export function problemOf(status: number, body: unknown): Problem {
  const told = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  return {
    ...told,
    type: typeof told.type === 'string' ? told.type : 'about:blank',
    title: typeof told.title === 'string' ? told.title : '',
    status,
    findings: Array.isArray(told.findings) ? told.findings : [],
  }
}
