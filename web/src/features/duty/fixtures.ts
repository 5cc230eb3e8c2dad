import type { Duty } from './api'

/** A duty of an invented plan; whatever a test is about is told. */
export function duty(id: string, told: Partial<Duty> = {}): Duty {
  return {
    id,
    planId: 'p1',
    planTitle: '某县方案',
    place: 'TASK',
    number: 1,
    start: 10,
    end: 20,
    documentId: null,
    register: null,
    recordId: null,
    chapter: '一、任务',
    heading: '一、任务 / 1.种树',
    sentence: '逐年种树。',
    role: 'LEAD',
    printedName: '县林业局',
    organisationId: 'o1',
    organisationName: '某县林业局',
    regionName: '某县',
    awake: true,
    reports: true,
    kept: true,
    standard: '',
    times: [],
    due: [],
    ended: null,
    mayHand: false,
    mayWithdraw: false,
    mayAnswer: false,
    version: 1,
    changedBy: 'system',
    changedAt: '2026-03-02T01:00:00Z',
    ...told,
  }
}
