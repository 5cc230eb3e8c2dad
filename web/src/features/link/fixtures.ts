import type { Link, Linked, LinkedLine, LinkedSaid } from './api'

export function linkedSaid(told: Partial<LinkedSaid> = {}): LinkedSaid {
  return { state: 'GOING_ON', progress: '已栽五百株。', completion: '', problems: '', nextSteps: '', reason: '', proof: '', ...told }
}

export function linkedLine(id: string, told: Partial<LinkedLine> = {}): LinkedLine {
  return { id, version: 1, status: 'OPEN', heading: '一、任务', sentence: `逐年种树之${id}，按季清点。`, returnedReason: '', files: 0, ...told }
}

/** What the link of an invented bureau shows for March; whatever a test is about is told. */
export function linked(lines: LinkedLine[], told: Partial<Linked> = {}): Linked {
  return { organisation: '某县林业局', months: 1, year: 2026, number: 3, due: '2026-04-07', late: false, closed: false, lastDay: '2026-04-14', lines, ...told }
}

export function link(id: string, told: Partial<Link> = {}): Link {
  return { id, organisation: 'o1', name: '某县林业局', lastDay: '2026-04-14', open: true, madeBy: 'zhao', madeAt: '2026-03-25T01:00:00Z', uses: 0, ...told }
}
