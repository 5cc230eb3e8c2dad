import type { Counts, Line, Reporting, RoundUp, Said } from './api'

export function counts(told: Partial<Counts> = {}): Counts {
  return { lines: 3, open: 3, reported: 0, returned: 0, accepted: 0, missing: 0, late: 0, ...told }
}

/** The round-up of an invented county for March; whatever a test is about is told. */
export function round(told: Partial<RoundUp> = {}): RoundUp {
  return {
    id: 'r1',
    region: '990001',
    months: 1,
    year: 2026,
    number: 3,
    first: '2026-03-01',
    last: '2026-03-31',
    opened: '2026-03-25',
    due: '2026-04-07',
    closed: null,
    kept: true,
    counts: counts(),
    ...told,
  }
}

export function reporting(id: string, name: string, told: Partial<Counts> = {}): Reporting {
  return { id, name, counts: counts(told) }
}

export function said(told: Partial<Said> = {}): Said {
  return { state: 'GOING_ON', progress: '已栽五百株。', completion: '', problems: '', nextSteps: '', reason: '', proof: '', files: [], ...told }
}

export function line(id: string, told: Partial<Line> = {}): Line {
  return {
    id,
    version: 1,
    status: 'OPEN',
    organisation: 'o1',
    organisationName: '某县林业局',
    duty: `duty-${id}`,
    plan: 'p1',
    task: 1,
    heading: '一、任务 / 1.种树',
    sentence: `逐年种树之${id}。`,
    due: '2026-05-31',
    channel: null,
    toldBy: '',
    missing: false,
    late: false,
    reopened: 0,
    returnedReason: '',
    changedBy: 'system',
    changedAt: '2026-03-25T01:00:00Z',
    owed: false,
    ...told,
  }
}
