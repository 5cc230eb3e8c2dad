import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { held, open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import DutiesPage from './DutiesPage.vue'
import { duty } from './fixtures'

const FIRST = [
  duty('d1', { nextDue: { day: '2026-05-31', assumed: true }, due: [{ day: '2026-05-31', assumed: true }] }),
  duty('d2', { organisationId: null, organisationName: '县水务局', reports: false }),
  duty('d3', { heading: '二、保障', place: 'OBLIGATION', start: 90, end: 99, sentence: '每月调度。', kept: false }),
]
const PLAN = { id: 'p1', title: '某县方案', awake: 4, asleep: 1, kept: true }

let server: PretendServer
let page: VueWrapper
let router: Router

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/duties/choices', { body: { awake: PLAN.awake, asleep: PLAN.asleep, plans: [PLAN], chapters: [], organisations: [{ id: 'o1', name: '某县林业局', regionName: '某县' }] } })
    .on('GET /api/duties', (_asked, search) => {
      if (search.get('asleep') === 'true') return { body: { duties: [], total: 0, next: null } }
      if (search.get('after') === 'd3') return { body: { duties: [duty('d4')], total: 4, next: null } }
      return { body: { duties: FIRST, total: 4, next: 'd3' } }
    })
    .on('GET /api/plans/p1/rhythms', { body: { rhythms: [{ months: 1, sentence: '实行月调度。', used: true }] } })
    .on('GET /api/plans/p1/duties/unassigned', { body: { names: [{ name: '县水务局', duties: 1 }] } })
    .on('POST /api/duties/waking', { body: { changed: ['d1', 'd2'] } })
  for (const each of FIRST) {
    server.on(`GET /api/duties/${each.id}`, { body: each }).on(`GET /api/duties/${each.id}/history`, { body: { changes: [] } })
  }
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(address = '/duties'): Promise<void> {
  ;({ page, router } = await open('/duties', DutiesPage, address))
}

const rows = () => page.findAll('tr[data-duty]')
const at = () => rows().findIndex((row) => row.element === document.activeElement)

async function press(key: string): Promise<void> {
  await page.get('tr[data-duty][tabindex="0"]').trigger('keydown', { key })
  await flushPromises()
}

it('lists duties under their headings, with how many there are and what holds for the plan', async () => {
  await show()
  expect(rows()).toHaveLength(3)
  expect(page.findAll('tr.group').map((row) => row.text())).toEqual(['一、任务 / 1.种树', '二、保障'])
  expect(page.text()).toContain('第 1–3 条，共 4 条')
  expect(page.text()).toContain('按 每月 报送')
  expect(page.text()).toContain('实行月调度。')
  expect(rows()[0]?.text()).toContain('2026-05-31 ≈ 推定')
  expect(rows()[1]?.text()).toContain('待指定单位')
  expect(rows()[2]?.get('a').attributes('href')).toBe('/plans/p1#at-90')
})

it('is walked with the arrow keys, with the duty beside the list once one is open', async () => {
  await show()
  await press('ArrowDown')
  expect(at()).toBe(1)
  await press('Enter')
  expect(router.currentRoute.value.query.duty).toBe('d2')
  await press('ArrowDown')
  expect(router.currentRoute.value.query.duty).toBe('d3')
  expect(page.get('aside').text()).toContain('每月调度。')
  await press('Escape')
  expect(page.find('aside').exists()).toBe(false)
})

it('puts those to sleep that were chosen and are kept, many at once', async () => {
  await show()
  await page.get('thead input[type=checkbox]').setValue(true)
  expect(page.text()).toContain('已选 2 项')
  await page.findAll('button').find((button) => button.text() === '休眠')?.trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/duties/waking')[0]?.body).toEqual({ ids: ['d1', 'd2'], awake: false })
  expect(page.text()).toContain('已让 2 项休眠')
})

it('says what is different where somebody else was faster', async () => {
  const now = duty('d1', { reports: false, version: 2 })
  server.on('PUT /api/duties/d1/reporting', {
    status: 409,
    body: {
      type: '/problems/changed-since',
      title: '已有人更改',
      current: now,
      changes: [{ what: 'reports', before: 'true', after: 'false', reason: '', by: '谢某', at: '2026-03-02T01:00:00Z' }],
    },
  })
  await show()
  await rows()[0]?.get('td.reports input').setValue(false)
  await flushPromises()
  expect(server.asked('PUT /api/duties/d1/reporting')[0]?.body).toEqual({ version: 1, reports: false })
  expect(page.get('[role=alert]').text()).toContain('改为不报送')
  expect(page.get('[role=alert]').text()).toContain('谢某')
  expect(rows()[0]?.get('td.reports').text()).toContain('不报送')
})

it('sends one answer about a duty at a time, and shows meanwhile what is wanted', async () => {
  await show()
  const coming = held({ body: duty('d1', { reports: false, version: 2 }) })
  server.on('PUT /api/duties/d1/reporting', coming.answer)
  const box = () => page.get<HTMLInputElement>('td.reports input').element
  box().click()
  await flushPromises()
  expect([box().checked, box().disabled]).toEqual([false, true])
  await coming.letGo()
  expect([box().checked, box().disabled]).toEqual([false, false])
  box().click()
  await flushPromises()
  expect(server.asked('PUT /api/duties/d1/reporting').map(({ body }) => body)).toEqual([
    { version: 1, reports: false },
    { version: 2, reports: true },
  ])
})

it('keeps chosen only what is listed', async () => {
  await show()
  const coming = held({ body: { duties: [duty('d9')], total: 1, next: null } })
  server.on('GET /api/duties', coming.answer)
  await page.findAll('button.tab')[1]?.trigger('click')
  await flushPromises()
  await page.get('thead input[type=checkbox]').setValue(true)
  expect(page.text()).toContain('已选 2 项')
  await coming.letGo()
  expect(rows()).toHaveLength(1)
  expect(page.text()).not.toContain('已选')
})

it('does not choose all of a list that one has left before all of it was there', async () => {
  await show()
  await page.get('thead input[type=checkbox]').setValue(true)
  const coming = held({ body: { duties: [duty('d4')], total: 4, next: null } })
  const other = held({ body: { duties: [], total: 0, next: null } })
  server.on('GET /api/duties', (_asked, search) => (search.get('asleep') === 'true' ? other.answer() : coming.answer()))
  await page.findAll('button').find((button) => button.text() === '选中全部 4 项')?.trigger('click')
  await flushPromises()
  expect(server.asked('GET /api/duties').at(-1)?.address).toContain('after=d3')
  await page.findAll('button.tab')[1]?.trigger('click')
  await flushPromises()
  await coming.letGo()
  expect(page.text()).not.toContain('已选')
})

it('asks for what the address says, and shows more after the last', async () => {
  await show('/duties?plan=p1&words=树')
  expect(server.asked('GET /api/duties')[0]?.address).toContain('plan=p1')
  await page.findAll('button').find((button) => button.text().startsWith('再显示'))?.trigger('click')
  await flushPromises()
  expect(rows()).toHaveLength(4)
})

it('says that nothing sleeps, and where there is no duty at all leads to the plans', async () => {
  await show('/duties?asleep=true')
  expect(page.text()).toContain('没有休眠待确认的事项')
  page.unmount()
  server.on('GET /api/duties/choices', { body: { awake: 0, asleep: 0, plans: [], chapters: [], organisations: [] } })
  await show()
  expect(page.get('a[href="/plans"]').text()).toBe('去看方案')
})

it('lets an officer see and decide nothing', async () => {
  signInAs('OFFICER')
  server.on('GET /api/duties/choices', { body: { awake: PLAN.awake, asleep: PLAN.asleep, plans: [{ ...PLAN, kept: false }], chapters: [], organisations: [] } })
  await show()
  expect(page.findAll('input[type=checkbox]')).toHaveLength(0)
  expect(page.text()).not.toContain('更改报送周期')
  expect(server.asked('GET /api/plans/p1/duties/unassigned')).toHaveLength(0)
})
