import type { Countersign, OfLine, Step, ToSign } from './api'

/** A report of an invented county that waits to be signed; whatever a test is about is told. */
export function toSign(id: string, told: Partial<ToSign> = {}): ToSign {
  return {
    id,
    organisation: 'o2',
    organisationName: '某县水利局',
    own: true,
    again: false,
    months: 1,
    year: 2026,
    number: 3,
    sentence: `逐年种树之${id}。`,
    reporter: '某县林业局',
    said: { state: 'GOING_ON', progress: '已栽五百株。', completion: '', problems: '', nextSteps: '下月补植。', reason: '', proof: '' },
    version: 2,
    askedBy: 'xie',
    askedAt: '2026-04-02T01:00:00Z',
    ...told,
  }
}

export function step(what: Step['what'], told: Partial<Step> = {}): Step {
  return { what, words: '', toldBy: '', by: 'xie', at: '2026-04-02T01:00:00Z', ...told }
}

export function countersign(id: string, name: string, told: Partial<Countersign> = {}): Countersign {
  return { id, organisation: `o-${id}`, name, state: 'WAITING', waits: true, steps: [step('ASKED')], ...told }
}

export function ofLine(told: Partial<OfLine> = {}): OfLine {
  return {
    mayAsk: true,
    choices: [
      { organisation: 'o2', name: '某县水利局' },
      { organisation: 'o3', name: '某县财政局' },
    ],
    countersigns: [],
    ...told,
  }
}
