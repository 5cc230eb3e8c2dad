import type { CoordinatorHome, LeaderHome, Lights, OrganisationHome } from './api'

const ROUND = { id: 'r1', months: 1, year: 2026, number: 11, due: '2026-12-07', closed: null }

export function lights(told: Partial<Lights>): Lights {
  return { light: 'GREEN', red: 0, yellow: 0, green: 0, white: 0, done: 0, none: 0, ...told }
}

export function coordinatorHome(told: Partial<CoordinatorHome> = {}): CoordinatorHome {
  return {
    today: '2026-11-30',
    duties: 9,
    counts: { overdue: 2, today: 1, days3: 1, days7: 3, days30: 4 },
    due: [
      { id: 'd1', organisation: 'o1', organisationName: '某县林业局', sentence: '十一月底前补种乔木。', light: 'GREEN', day: '2026-11-30' },
      { id: 'd2', organisation: null, organisationName: '', sentence: '报送总结。', light: 'RED', day: '2026-11-18' },
    ],
    toCheck: 3,
    waitingAll: 1,
    waiting: [{ round: ROUND, organisation: 'o1', organisationName: '某县林业局', reports: 3, since: '2026-11-29T02:00:00Z' }],
    silent: [
      {
        round: ROUND,
        total: 1,
        lines: 3,
        organisations: [{ id: 'o2', name: '某县水利局', open: 2, returned: 1, lacks: ['清查塘坝。', '公布名单。'] }],
      },
    ],
    asking: [{ plan: 'p1', title: '某县方案', asleep: 4, unassigned: 2, names: 1, doubts: 5 }],
    closeOuts: [],
    ...told,
  }
}

export function organisationHome(told: Partial<OrganisationHome> = {}): OrganisationHome {
  return {
    today: '2026-11-30',
    organisation: 'o1',
    name: '某县林业局',
    lights: lights({ light: 'RED', red: 1, green: 2 }),
    ahead: [
      { id: 'd2', organisation: 'o1', organisationName: '某县林业局', sentence: '四月十八日前报方案。', light: 'RED', day: '2026-04-18' },
      { id: 'd1', organisation: 'o1', organisationName: '某县林业局', sentence: '年底前补种乔木。', light: 'GREEN', day: '2026-12-31' },
      { id: 'd3', organisation: 'o1', organisationName: '某县林业局', sentence: '巡查林地。', light: 'GREEN', day: null },
    ],
    missing: [
      {
        round: ROUND,
        lines: 3,
        open: 1,
        returned: 1,
        owed: [
          { line: 'l1', sentence: '年底前补种乔木。', status: 'RETURNED', reason: '没有数字' },
          { line: 'l2', sentence: '巡查林地。', status: 'OPEN', reason: '' },
        ],
      },
    ],
    toSign: 0,
    closeOuts: [],
    ...told,
  }
}

export function leaderHome(told: Partial<LeaderHome> = {}): LeaderHome {
  return {
    today: '2026-11-30',
    newsFrom: '2026-11-24',
    lights: lights({ light: 'RED', red: 2, green: 5 }),
    chapters: [
      { plan: 'p1', heading: '一、任务', lights: lights({ light: 'RED', red: 1, green: 4 }) },
      { plan: 'p1', heading: '', lights: lights({ light: 'RED', red: 1, green: 1 }) },
    ],
    organisations: [
      { id: 'o1', name: '某县林业局', lights: lights({ light: 'RED', red: 1, green: 5 }) },
      { id: null, name: '', lights: lights({ light: 'RED', red: 1 }) },
    ],
    townships: [{ code: '990001001', name: '某镇', lights: lights({ green: 2 }) }],
    news: { accepted: 3, moved: 1, overdue: 0, reopened: 0 },
    moved: [{ duty: 'd1', organisationName: '某县林业局', sentence: '年底前补种乔木。', before: 'GOING_ON', now: 'BEHIND' }],
    sentences: 8,
    targets: 2,
    ...told,
  }
}
