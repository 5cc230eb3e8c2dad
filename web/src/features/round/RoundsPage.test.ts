import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { counts, round } from './fixtures'
import RoundsPage from './RoundsPage.vue'

const DAYS = [
  { months: 1, opensAfter: 0, opens: 25, dueAfter: 1, due: 5 },
  { months: 3, opensAfter: 0, opens: 25, dueAfter: 1, due: 10 },
]

let server: PretendServer
let page: VueWrapper

const body = () => new DOMWrapper(document.body)

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/round-ups', {
      body: {
        rounds: [
          round({ id: 'r2', number: 4, due: '2026-05-06', counts: counts({ lines: 9, open: 4, reported: 2, accepted: 2, returned: 1 }) }),
          round({ closed: '2026-04-08', counts: counts({ lines: 9, open: 2, accepted: 7, missing: 3, late: 1 }) }),
        ],
      },
    })
    .on('GET /api/round-ups/calendar', { body: { days: DAYS } })
    .on('PUT /api/round-ups/calendar', { body: { days: [{ months: 1, opensAfter: 0, opens: 20, dueAfter: 0, due: 28 }, DAYS[1]] } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  ;({ page } = await open('/round-ups', RoundsPage, '/round-ups'))
}

it('lists round-ups with how far they are; what is to come before the close is missing afterwards', async () => {
  await show()
  const rows = page.findAll('.data-table tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
  expect(rows[0]).toEqual(['2026年4月', '2026-05-06', '4/9', '2', '1', '待报 4', '0', '●进行中'])
  expect(rows[1]).toEqual(['2026年3月', '2026-04-07', '7/9', '0', '0', '未报 2', '1', '■已截止'])
  expect(page.get('.data-table a').attributes('href')).toBe('/round-ups/r2')
})

it('keeps other days in the calendar, also within the period, and none that are no days or out of order', async () => {
  await show()
  await page.get('[aria-label="更改：每月"]').trigger('click')
  await flushPromises()
  await body().get('input[name=opens]').setValue('32')
  await body().get('form').trigger('submit')
  expect(body().text()).toContain('请填1至31的整数')
  await body().get('input[name=opens]').setValue('20')
  await body().get('select[name=dueAfter]').setValue('0')
  await body().get('input[name=due]').setValue('3')
  await body().get('form').trigger('submit')
  expect(body().text()).toContain('截止日不能早于开始日')
  await body().get('input[name=due]').setValue('28')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('PUT /api/round-ups/calendar').map(({ body: sent }) => sent)).toEqual([
    { months: 1, opensAfter: 0, opens: 20, dueAfter: 0, due: 28 },
  ])
  expect(page.text()).toContain('当月20日')
  expect(page.text()).toContain('当月28日，遇休息日顺延')
})

it('says that a round-up opens by itself, where there is none', async () => {
  server.on('GET /api/round-ups', { body: { rounds: [] } })
  await show()
  expect(page.text()).toContain('到开始日自动开始一期调度')
  expect(page.get('a[href="/duties"]').text()).toBe('去看承办事项')
})

it('shows an officer no calendar', async () => {
  signInAs('OFFICER')
  await show()
  expect(page.text()).not.toContain('调度日历')
  expect(server.asked('GET /api/round-ups/calendar')).toHaveLength(0)
})
