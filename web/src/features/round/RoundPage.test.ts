import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { countersign, ofLine } from '@/features/countersign/fixtures'
import { open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Line } from './api'
import { counts, line, reporting, round, said } from './fixtures'
import RoundPage from './RoundPage.vue'

let server: PretendServer
let page: VueWrapper
let router: Router
let lines: Line[]

const body = () => new DOMWrapper(document.body)
const button = (text: string) => body().findAll('button').find((each) => each.text() === text)
const rows = () => page.findAll('tr[data-line]')

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  lines = [
    line('a', { before: said({ progress: '上月栽了三百株。' }) }),
    line('b', { status: 'REPORTED', said: said(), channel: 'ON_BEHALF', toldBy: '赵某电话', late: true }),
    line('c', { status: 'ACCEPTED', said: said({ state: 'DONE' }), reopened: 1, heading: '二、保障', task: null }),
    line('d', { status: 'RETURNED', said: said({ state: 'BEHIND' }), returnedReason: '没有写原因' }),
  ]
  server = new PretendServer()
    .on('GET /api/round-ups/r1', {
      body: {
        round: round({ counts: counts({ lines: 7, open: 4, reported: 1, accepted: 1, returned: 1, late: 1 }) }),
        organisations: [reporting('o2', '某县财政局', { open: 0, accepted: 3 }), reporting('o1', '某县林业局', { lines: 4, open: 1 })],
      },
    })
    .on('GET /api/round-ups/r1/lines', () => ({ body: { lines } }))
    .on('GET /api/round-ups/lines/b/history', {
      body: { changes: [{ what: 'REPORTED', said: said(), channel: 'ON_BEHALF', toldBy: '赵某电话', why: '', by: 'xie', at: '2026-04-09T01:00:00Z' }] },
    })
    .on('GET /api/countersigns/lines/b', { body: ofLine() })
    .on('POST /api/round-ups/lines/reports', { body: { lines: [{ id: 'a', version: 2 }] } })
    .on('POST /api/round-ups/lines/acceptance', { body: { lines: [{ id: 'b', version: 2 }] } })
    .on('POST /api/round-ups/lines/return', { body: { lines: [{ id: 'b', version: 2 }] } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(address = '/round-ups/r1?organisation=o1'): Promise<void> {
  ;({ page, router } = await open('/round-ups/:id', RoundPage, address))
}

async function tick(...ids: string[]): Promise<void> {
  for (const id of ids) await page.get(`[aria-label="选择：逐年种树之${id}。"]`).setValue(true)
}

async function press(text: string): Promise<void> {
  await button(text)?.trigger('click')
  await flushPromises()
}

it('lists organisations with those that must be reminded first, and leads to their sheets', async () => {
  await show('/round-ups/r1')
  expect(page.get('h1').text()).toBe('2026年3月调度')
  expect(page.text()).toContain('应报 7 项，已报 2，待审核 1，退回 1，待报 4，补报 1')
  expect(page.findAll('tbody tr').map((row) => row.get('a').text())).toEqual(['某县林业局', '某县财政局'])
  expect(page.get('a[download]').attributes('href')).toBe('/api/round-ups/r1/sheets.zip')
  expect(server.asked('GET /api/round-ups/r1/lines')).toHaveLength(0)
})

it('lists only what stands where the address says, with how many there are beside it', async () => {
  await show('/round-ups/r1?organisation=o1&status=REPORTED')
  expect(rows().map((row) => row.text())).toEqual([expect.stringContaining('逐年种树之b')])
  expect(page.text()).toContain('只列“待审核”：1 项，共 4 项')
  await page.findAll('a').find((link) => link.text() === '全部列出')?.trigger('click')
  await flushPromises()
  expect(rows()).toHaveLength(4)
})

it('asks those who owe at once where the address says so', async () => {
  server.on('GET /api/round-ups/r1/chasing', { body: { today: '2026-04-09', overdueDays: 0, text: '请报送', owing: [] } })
  await show('/round-ups/r1?chase=true')
  expect(server.asked('GET /api/round-ups/r1/chasing')).toHaveLength(1)
})

it('shows the sheet that the address names, and where each line stands', async () => {
  await show()
  expect(server.asked('GET /api/round-ups/r1/lines')[0]?.address).toContain('organisation=o1')
  expect(rows()).toHaveLength(4)
  expect(rows()[0]?.text()).toContain('上月栽了三百株。')
  expect(rows()[0]?.text()).toContain('待报')
  expect(rows()[1]?.text()).toContain('代录：赵某电话')
  expect(rows()[1]?.text()).toContain('补报')
  expect(rows()[2]?.text()).toContain('重新开放 1 次')
  expect(rows()[2]?.get('a').attributes('href')).toBe('/duties?duty=duty-c')
  expect(rows()[3]?.text()).toContain('理由：没有写原因')
})

it('keeps the order of organisations while their sheets are walked and reports come in', async () => {
  const told = (...organisations: object[]) => server.on('GET /api/round-ups/r1', { body: { round: round(), organisations } })
  told(reporting('o1', '某县林业局'), reporting('o2', '某县财政局'))
  await show()
  told(reporting('o1', '某县林业局', { open: 0, reported: 3 }), reporting('o2', '某县财政局'))
  await tick('b')
  await press('审核通过 1 项')
  expect(page.findAll('option').map((option) => option.text())).toEqual(['● 某县林业局（3/3）', '○ 某县财政局（0/3）'])
  await press('下一个单位')
  expect(router.currentRoute.value.query.organisation).toBe('o2')
  await router.push('/round-ups/r1')
  await flushPromises()
  expect(page.findAll('tbody tr').map((row) => row.get('a').text())).toEqual(['某县财政局', '某县林业局'])
})

it('says that an organisation has no part in the round-up', async () => {
  await show('/round-ups/r1?organisation=o9')
  expect(page.text()).toContain('这一期没有这个单位')
  await press('全部单位')
  expect(router.currentRoute.value.query.organisation).toBeUndefined()
})

it('writes down what was told, with last period carried forward, and says at the field what is missing', async () => {
  await show()
  await page.get('[aria-label="代录：逐年种树之a。"]').trigger('click')
  await flushPromises()
  await press('沿用上期')
  await press('提交')
  expect(body().text()).toContain('请写明由谁、怎样告知')
  expect(server.asked('POST /api/round-ups/lines/reports')).toHaveLength(0)
  await body().get('input[name=toldBy]').setValue('赵某，4月2日电话')
  await press('提交')
  expect(server.asked('POST /api/round-ups/lines/reports')[0]?.body).toEqual({
    lines: [{ id: 'a', version: 1 }],
    ...said({ progress: '上月栽了三百株。' }),
    toldBy: '赵某，4月2日电话',
  })
  expect(page.text()).toContain('已代录 1 项')
  expect(server.asked('GET /api/round-ups/r1')).toHaveLength(2)
})

it('keeps what was typed where somebody else was faster, shows theirs, and sends over it once that was seen', async () => {
  await show()
  await page.get('[aria-label="代录：逐年种树之a。"]').trigger('click')
  await flushPromises()
  await body().get('input[name=toldBy]').setValue('赵某电话')
  await body().get('textarea[name=progress]').setValue('栽了六百株。')
  server.on('POST /api/round-ups/lines/reports', { status: 409, body: { type: '/problems/round.changed-since', title: '已被他人修改' } })
  lines = [line('a', { version: 2, status: 'REPORTED', said: said({ progress: '栽了七百株。' }), changedBy: 'wei' })]
  await press('提交')
  expect(body().text()).toContain('栽了七百株。（wei）')
  expect((body().get('textarea[name=progress]').element as HTMLTextAreaElement).value).toBe('栽了六百株。')
  server.on('POST /api/round-ups/lines/reports', { body: { lines: [{ id: 'a', version: 3 }] } })
  await press('看过了，仍按我填的提交')
  expect(server.asked('POST /api/round-ups/lines/reports')[1]?.body).toMatchObject({ lines: [{ id: 'a', version: 2 }], progress: '栽了六百株。' })
})

it('goes on about a line that what somebody else said has taken off the list', async () => {
  await show('/round-ups/r1?organisation=o1&status=OPEN')
  await page.get('[aria-label="代录：逐年种树之a。"]').trigger('click')
  await flushPromises()
  await body().get('input[name=toldBy]').setValue('赵某电话')
  await body().get('textarea[name=progress]').setValue('栽了六百株。')
  server.on('POST /api/round-ups/lines/reports', { status: 409, body: { type: '/problems/round.changed-since', title: '已被他人修改' } })
  lines = [line('a', { version: 2, status: 'REPORTED', said: said({ progress: '栽了七百株。' }), changedBy: 'wei' })]
  await press('提交')
  expect(rows()).toHaveLength(0)
  expect(body().text()).toContain('栽了七百株。（wei）')
  await press('看过了，仍按我填的提交')
  expect(server.asked('POST /api/round-ups/lines/reports')[1]?.body).toMatchObject({ lines: [{ id: 'a', version: 2 }], progress: '栽了六百株。' })
})

it('answers several lines by one report, leaving out what is accepted', async () => {
  await show()
  await tick('a', 'c', 'd')
  await press('代录所选 2 项')
  expect(body().text()).toContain('一次填报 2 项')
  expect(body().text()).toContain('其中 1 项已经报过')
  await body().get('input[name=toldBy]').setValue('赵某电话')
  await body().get('textarea[name=progress]').setValue('都栽了。')
  await press('提交')
  expect(server.asked('POST /api/round-ups/lines/reports')[0]?.body).toMatchObject({ lines: [{ id: 'a', version: 1 }, { id: 'd', version: 1 }] })
})

it('accepts what waits, and returns it for a reason only', async () => {
  await show()
  await press('选中待审核的 1 项')
  await press('退回 1 项')
  await press('退回')
  expect(body().text()).toContain('请写明理由')
  await body().get('textarea[name=why]').setValue('没有写株数')
  await press('退回')
  expect(server.asked('POST /api/round-ups/lines/return')[0]?.body).toEqual({ lines: [{ id: 'b', version: 1 }], why: '没有写株数' })
  await tick('b')
  await press('审核通过 1 项')
  expect(server.asked('POST /api/round-ups/lines/acceptance')[0]?.body).toEqual({ lines: [{ id: 'b', version: 1 }] })
  expect(page.text()).toContain('已通过 1 项。')
})

it('tells what happened to a line', async () => {
  await show()
  await page.get('[aria-label="经过：逐年种树之b。"]').trigger('click')
  await flushPromises()
  expect(body().get('[role=dialog]').text()).toContain('代录 · 赵某电话')
})

it('shows on each line how its countersigning stands, and asks for more beside its history', async () => {
  lines = [line('a'), line('b', { status: 'REPORTED', said: said(), countersigns: { waiting: 1, agreed: 0, objected: 2 } })]
  server.on('POST /api/countersigns/lines/b', { body: ofLine() })
  await show()
  expect(rows()[0]?.text()).not.toContain('会签')
  expect(rows()[1]?.text()).toContain('会签：2 家有意见，待签 1 家')
  await page.get('[aria-label="经过：逐年种树之b。"]').trigger('click')
  await flushPromises()
  await body().get('section[aria-label="会签"] input[type=checkbox]').setValue(true)
  server.on('GET /api/countersigns/lines/b', { body: ofLine({ countersigns: [countersign('c1', '某县水利局')] }) })
  await body().get('section[aria-label="会签"] form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/countersigns/lines/b')[0]?.body).toEqual({ organisations: ['o2'] })
  expect(server.asked('GET /api/round-ups/r1/lines')).toHaveLength(2)
})

it('says on a line that nothing was said on that it may be countersigned later', async () => {
  server.on('GET /api/round-ups/lines/a/history', { body: { changes: [] } })
  await show()
  await page.get('[aria-label="经过：逐年种树之a。"]').trigger('click')
  await flushPromises()
  expect(body().get('[role=dialog]').text()).toContain('填报后可请同一条工作的其他单位会签')
  expect(server.asked('GET /api/countersigns/lines/a')).toHaveLength(0)
})

it('opens the own sheet of an officer at once, to report and nothing else', async () => {
  signInAs('OFFICER')
  lines = [line('a', { owed: true }), line('b', { owed: true, status: 'REPORTED', said: said() })]
  server.on('GET /api/round-ups/r1', { body: { round: round({ kept: false }), organisations: [reporting('o1', '某县林业局')] } })
  await show('/round-ups/r1')
  expect(rows()).toHaveLength(2)
  expect(page.find('nav').exists()).toBe(false)
  await tick('a', 'b')
  expect(button('审核通过 1 项')).toBeUndefined()
  await press('填报所选 2 项')
  expect(body().find('input[name=toldBy]').exists()).toBe(false)
  await body().get('textarea[name=progress]').setValue('都栽了。')
  await press('提交')
  expect(server.asked('POST /api/round-ups/lines/reports')[0]?.body).not.toHaveProperty('toldBy')
})

it('shows that files hang on a report, and packs those of chosen lines', async () => {
  lines = [line('a'), line('b', { status: 'ACCEPTED', said: said({ files: ['f1', 'f2'] }), owed: true })]
  server.on('GET /api/evidence', { body: [] }).on('POST /api/round-ups/packages', { body: {} })
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined }))
  await show()
  expect(rows()[0]?.text()).not.toContain('附件')
  await page.get('[aria-label="附件：逐年种树之b。"]').trigger('click')
  await flushPromises()
  expect(server.asked('GET /api/evidence')[0]?.address).toContain('ids=f1&ids=f2')
  await tick('b')
  await page.get('label.earlier input').setValue(true)
  await press('打包所选 1 项的佐证')
  expect(server.asked('POST /api/round-ups/packages')[0]?.body).toEqual({ lines: ['b'], earlier: true })
})
