import type { Item, List, Milestone, Tally } from './api'

export function tally(told: Partial<Tally> = {}): Tally {
  return { items: 7, open: 2, submitted: 1, struckOff: 4, overdue: 1, permille: 571, ...told }
}

export function milestone(day: string, percent: number, told: Partial<Milestone> = {}): Milestone {
  return { day, percent, state: 'RUNNING', needed: 5, lacking: 1, daysLeft: 15, ...told }
}

/** A list of an invented county; whatever a test is about is told. */
export function list(told: Partial<List> = {}): List {
  return {
    id: 'l1',
    region: '990001',
    name: '堆场清零清单',
    duty: null,
    milestones: [milestone('2026-06-30', 60), milestone('2026-12-31', 100, { needed: 7, lacking: 3, daysLeft: 199 })],
    tally: tally(),
    kept: true,
    version: 1,
    changedBy: 'xie',
    changedAt: '2026-06-15T01:00:00Z',
    ...told,
  }
}

export function item(number: string, told: Partial<Item> = {}): Item {
  return {
    id: `i${number}`,
    list: 'l1',
    number,
    task: `清理堆场之${number}`,
    place: '河滩',
    organisation: 'o1',
    organisationName: '某县水利局',
    person: '程某',
    telephone: '0000-0001',
    due: '2026-06-30',
    measures: '',
    state: 'OPEN',
    overdue: false,
    submitted: false,
    words: '',
    files: [],
    toldBy: '',
    backReason: '',
    struckOffOn: null,
    reopened: 0,
    owed: false,
    version: 1,
    changedBy: 'xie',
    changedAt: '2026-06-15T01:00:00Z',
    ...told,
  }
}
