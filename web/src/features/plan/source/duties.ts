import type { Schemas } from '@/api/types'

export type Duty = Schemas['DutyView']

/** A duty as it may be taken: what was read, to be corrected. */
export interface Draft {
  duty: Duty
  wanted: boolean
  organisations: string
  deadline: string
  standard: string
}

export function draftOf(duty: Duty): Draft {
  return {
    duty,
    wanted: !duty.taken,
    organisations: duty.organisations.map(({ organisation }) => organisation).join('、'),
    deadline: duty.deadline,
    standard: duty.targets,
  }
}

/**
 * The drafts of what is read anew: where the same is read as before they stay as corrected. One that was taken since is
 * no longer wanted, one whose work was removed is again.
 */
export function redrafted(duties: Duty[], before: Draft[]): Draft[] {
  const read = (duty: Duty) => JSON.stringify({ ...duty, taken: false })
  const known = new Map(before.map((draft) => [read(draft.duty), draft]))
  return duties.map((duty) => {
    const draft = known.get(read(duty))
    return draft ? { ...draft, duty, wanted: duty.taken === draft.duty.taken ? draft.wanted : !duty.taken } : draftOf(duty)
  })
}

/** The names in a field, with any of the signs that people put between them. */
export function split(names: string): string[] {
  return [...new Set(names.split(/[、，,；;\n]/).map((name) => name.trim()))].filter((name) => name !== '')
}

/** The changes that take a draft: one item for each organisation, in the role that was read. */
export function takes(draft: Draft): Schemas['ChangeForm'][] {
  return split(draft.organisations).map((name) => ({
    kind: 'ADD' as const,
    cells: {
      HEADING: draft.duty.heading,
      SENTENCE: draft.duty.sentence,
      ORGANISATION: name,
      ROLE: draft.duty.organisations.find(({ organisation }) => organisation === name)?.role ?? 'ACTOR',
      DEADLINE: draft.deadline,
      STANDARD: draft.standard,
    },
  }))
}

export interface Piece {
  text: string
  duty?: number
}

/** The text cut where duties begin and end; offsets count code points, and duties do not overlap. */
export function pieces(text: string, duties: Duty[]): Piece[] {
  const points = [...text]
  const cut: Piece[] = []
  let at = 0
  duties.forEach(({ start, end }, index) => {
    if (start < at) return
    if (start > at) cut.push({ text: points.slice(at, start).join('') })
    cut.push({ text: points.slice(start, end).join(''), duty: index })
    at = end
  })
  if (at < points.length) cut.push({ text: points.slice(at).join('') })
  return cut
}
