import type { Choices, Kind, Mapped } from './api'
import type { Spot } from './grid'

/** What the panel holds while somebody says what fills a cell; empty words stand for nothing chosen. */
export interface Draft {
  kind: Kind | ''
  duty: string
  field: string
  count: string
  of: string
  state: string
  organisation: string
  chapter: string
  share: string
  fact: string
  plan: string
  over: string
  told: string
  lastRow: string
  hint: string
}

const BLANK: Draft = {
  kind: '',
  duty: '',
  field: 'PROGRESS',
  count: 'LINES',
  of: 'ALL',
  state: '',
  organisation: '',
  chapter: '',
  share: '',
  fact: 'PERIOD',
  plan: '',
  over: 'DUTIES',
  told: 'PROGRESS',
  lastRow: '',
  hint: '',
}

/** What is in the panel for a cell; a new column starts with the filter of the one that was mapped last. */
export function draftOf(mapped: Mapped | undefined, last?: Mapped): Draft {
  if (!mapped) {
    return last?.kind === 'COLUMN'
      ? { ...BLANK, over: last.over ?? 'DUTIES', of: last.of ?? 'ALL', state: last.state ?? '', organisation: last.organisation ?? '', chapter: last.chapter ?? '' }
      : { ...BLANK }
  }
  return {
    ...BLANK,
    kind: mapped.kind,
    duty: mapped.duty ?? '',
    field: mapped.field ?? BLANK.field,
    count: mapped.count ?? BLANK.count,
    of: mapped.of ?? 'ALL',
    state: mapped.state ?? '',
    organisation: mapped.organisation ?? '',
    chapter: mapped.chapter ?? '',
    share: mapped.decimals == null ? '' : String(mapped.decimals),
    fact: mapped.fact ?? BLANK.fact,
    plan: mapped.plan ?? '',
    over: mapped.over ?? 'DUTIES',
    told: mapped.count == null ? (mapped.field ?? BLANK.told) : 'COUNT',
    lastRow: mapped.lastRow == null ? '' : String(mapped.lastRow + 1),
    hint: mapped.hint ?? '',
  }
}

export type Missing = 'duty' | 'plan' | 'lastRow'

/** What is not chosen yet. */
export function missingIn(draft: Draft, spot: Spot): Missing | undefined {
  if (draft.kind === 'DUTY' && draft.duty === '') return 'duty'
  if (draft.kind === 'FACT' && draft.fact === 'PLAN_TITLE' && draft.plan === '') return 'plan'
  const row = draft.lastRow.trim()
  if (draft.kind === 'COLUMN' && row !== '' && !(/^\d{1,6}$/.test(row) && Number(row) > spot.row)) return 'lastRow'
  return undefined
}

/** The cell as the server takes it; its identity stays while its kind does. */
export function mappedOf(draft: Draft, sheet: string, spot: Spot, before: Mapped | undefined, choices: Choices | undefined): Mapped | undefined {
  if (draft.kind === '') return undefined
  const mapped: Record<string, unknown> = { sheet, row: spot.row, column: spot.column, kind: draft.kind }
  if (before?.kind === draft.kind && before.id != null) mapped.id = before.id
  const narrow = (withCount: boolean) => {
    mapped.of = draft.of
    if (draft.state !== '') mapped.state = draft.state
    if (draft.chapter !== '') mapped.chapter = draft.chapter
    if (draft.organisation !== '') {
      mapped.organisation = draft.organisation
      mapped.organisationName = choices?.duties.find(({ organisation }) => organisation === draft.organisation)?.organisationName
    }
    if (withCount && draft.share !== '') mapped.decimals = Number(draft.share)
  }
  switch (draft.kind) {
    case 'DUTY':
      Object.assign(mapped, { duty: draft.duty, field: draft.field })
      break
    case 'FIGURE':
      mapped.count = draft.count
      narrow(true)
      break
    case 'FACT':
      mapped.fact = draft.fact
      if (draft.fact === 'PLAN_TITLE') Object.assign(mapped, { plan: draft.plan, planTitle: choices?.plans.find(({ id }) => id === draft.plan)?.name })
      break
    case 'COLUMN': {
      const counts = draft.told === 'COUNT' && draft.over === 'ORGANISATIONS'
      mapped.over = draft.over
      if (counts) mapped.count = 'LINES'
      else mapped.field = draft.told === 'COUNT' ? 'PROGRESS' : draft.told
      narrow(counts)
      if (draft.lastRow.trim() !== '') mapped.lastRow = Number(draft.lastRow) - 1
      break
    }
    case 'TYPED':
      mapped.hint = draft.hint
      break
  }
  return mapped as unknown as Mapped
}

/** The duties in which each of the words stands, in their sentence or their organisation's name. */
export function dutiesWith(choices: Choices | undefined, words: string): Choices['duties'] {
  const wanted = words.trim().toLowerCase().split(/\s+/)
  return (choices?.duties ?? []).filter(({ organisationName, sentence }) => {
    const text = `${organisationName} ${sentence}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
