import type { ImportJob, RowCounts, RowSet, Step } from './types'

/** The four steps that a person sees. */
export const STAGES = ['upload', 'columns', 'check', 'import'] as const
export type Stage = (typeof STAGES)[number]

const STAGE: Record<Step, Stage> = {
  COLUMNS: 'columns',
  CHECKING: 'check',
  CHECKED: 'check',
  RUNNING: 'import',
  DONE: 'import',
  TAKEN_BACK: 'import',
  CANCELLED: 'import',
  FAILED: 'import',
  INTERRUPTED: 'import',
}

export function stageOf(job: Pick<ImportJob, 'step'> | undefined): Stage {
  return job === undefined ? 'upload' : STAGE[job.step]
}

/** Whether the server goes on by itself, so that it is worth asking again how far it is. */
export function isWorking({ step }: Pick<ImportJob, 'step'>): boolean {
  return step === 'CHECKING' || step === 'RUNNING'
}

/** Whether the import ended without having changed anything. */
export function endedEmpty({ step }: Pick<ImportJob, 'step'>): boolean {
  return step === 'CANCELLED' || step === 'FAILED' || step === 'INTERRUPTED'
}

/**
 * Whether nobody needs to look at the columns: each says where it goes, none is doubtful, and nothing that records need is
 * lacking.
 */
export function isMatched({ columns, lacking }: Pick<ImportJob, 'columns' | 'lacking'>): boolean {
  return lacking.length === 0 && columns.length > 0 && columns.every(({ column, doubt }) => column && !doubt)
}

/** The rows that could be taken; those whose key a record has are taken only where it is updated. */
export function takeable({ sound, meeting }: RowCounts, updated: number): number {
  return sound + Math.min(updated, meeting)
}

/** Sets of rows that have any, what needs work first. */
export function setsOf(job: Pick<ImportJob, 'counts' | 'kinds'>): { of: RowSet; count: number }[] {
  const { read, faulty, meeting, leftOut } = job.counts
  const doubtful = job.kinds.some(({ doubt }) => doubt)
  const sets: { of: RowSet; count: number }[] = [
    { of: 'FAULTY', count: faulty },
    { of: 'MEETING', count: meeting },
    { of: 'LEFT_OUT', count: leftOut },
    { of: 'ALL', count: read },
  ]
  const held = sets.filter(({ of, count }) => count > 0 || of === 'ALL')
  if (!doubtful) return held
  const at = held.findIndex(({ of }) => of !== 'FAULTY')
  return [...held.slice(0, at), { of: 'DOUBTFUL', count: job.kinds.reduce((sum, { doubt, count }) => sum + (doubt ? count : 0), 0) }, ...held.slice(at)]
}
