import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import { pond, PONDS } from '../fixtures/ponds'
import { open, PretendServer, signInAs } from '../fixtures/server'
import RecordView from './RecordView.vue'

const SQUARE = { type: 'Polygon', coordinates: [[[113.1, 34.1], [113.2, 34.1], [113.2, 34.2], [113.1, 34.1]]] }
const RECORD = pond('r1', { geometry: SQUARE, values: { name: '甲池', treated: { from: '2026-01-01' } } })
const CHANGE = {
  id: 'c2',
  kind: 'CHANGED',
  by: '张某',
  at: '2026-11-29T02:21:00Z',
  version: 2,
  reason: '复核',
  fields: [{ field: 'name', label: '名称', before: '甲塘', after: '甲池' }],
}

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/records/r1', { body: RECORD })
    .on('GET /api/records/r1/history', { body: { changes: [CHANGE] } })
    .on('GET /api/records/r1/comments', { body: { comments: [{ id: 'm1', text: '已电话催办', by: '谢某', at: '2026-11-28T02:00:00Z' }] } })
    .on('GET /api/records/r1/deadlines', { body: [] })
    .on('GET /api/records/r1/steps/evidence', { body: [] })
    .on('GET /api/records/r1/related', { body: { groups: [] } })
    .on('GET /api/records/r1/retired', { body: { values: [{ field: 'former', label: '旧名', value: '老池', version: 2 }] } })
    .on('GET /api/records/r1/steps', {
      body: [{ id: 'start', label: '开工', to: 'treating', allowed: true, lacks: ['缺：治理方案'], fields: ['treated'], evidence: [], reasonNeeded: true, takenBy: '由县应急管理局办理' }],
    })
    .on('POST /api/records/r1/history/c2/restore', { body: RECORD })
    .on('POST /api/records/r1/steps/start', { body: { ...RECORD, state: 'treating' } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(justSaved = false): Promise<void> {
  const holder = defineComponent({ render: () => h(RecordView, { definition: PONDS, id: 'r1', justSaved }) })
  ;({ page } = await open('/r', holder, '/r'))
}

const button = (text: string) => page.findAll('button').find((each) => each.text() === text)

it('says where the record stands, and beside each next step what it still lacks', async () => {
  await show()
  expect(page.get('h1').text()).toBe('甲池')
  expect(page.get('.state').text()).toBe('○在册')
  expect(page.get('.lacks').text()).toBe('缺：治理方案')
})

it('shows values by groups, and those of retired fields apart', async () => {
  await show()
  const texts = page.findAll('dl div').map((each) => each.text())
  expect(texts).toContain('治理时段2026-01-01 起')
  expect(page.get('.sections details').text()).toContain('停用的栏目 1 项不再填写，已有内容保留。旧名老池第 2 版起停用')
  expect(page.get('.sections details').attributes('open')).toBeUndefined()
})

it('tells who changed what and why, and who said what', async () => {
  await show()
  const told = page.findAll('.timeline li').map((each) => each.text())
  expect(told[0]).toMatch(/修改 名称.*原因：复核.*张某/)
  expect(told[1]).toContain('已电话催办')
})

it('undoes what was just saved', async () => {
  await show(true)
  await button('撤销这次修改')?.trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/records/r1/history/c2/restore')).toHaveLength(1)
  expect(page.text()).toContain('已撤销')
})

it('restores one field from its history after a question that names the value', async () => {
  const confirm = vi.fn(() => true)
  vi.stubGlobal('confirm', confirm)
  await show()
  await page.get('[data-tab=history]').trigger('click')
  await button('恢复为改前')?.trigger('click')
  await flushPromises()
  expect(confirm).toHaveBeenCalledWith('把 名称 恢复为“甲塘”？')
  expect(server.asked('POST /api/records/r1/history/c2/restore')[0]?.body).toEqual({ version: 1, fields: ['name'] })
})

it('gives region and keeper back with what else can be, and a state never', async () => {
  const confirm = vi.fn(() => true)
  vi.stubGlobal('confirm', confirm)
  const fields = [
    { field: 'organisation', label: '责任单位', before: '水利局', after: null },
    { field: 'region', label: '行政区划', before: '东镇', after: '某县' },
    { field: 'state', label: '状态', before: '在册', after: '治理中' },
  ]
  server.on('GET /api/records/r1/history', { body: { changes: [{ ...CHANGE, version: 3, fields }, CHANGE] } })
  await show()
  await page.get('[data-tab=history]').trigger('click')
  const restoring = page.findAll('tbody button').map((each) => each.attributes('aria-label'))
  expect(restoring).toEqual(['恢复为改前 责任单位', '恢复为改前 行政区划', '恢复为改前 名称'])
  await button('全部恢复为改前')?.trigger('click')
  await flushPromises()
  expect(confirm).toHaveBeenCalledWith('把这次修改的 2 项全部恢复为改前？')
  expect(server.asked('POST /api/records/r1/history/c2/restore')[0]?.body).toEqual({ version: 1, fields: ['organisation', 'region'] })
  await button('恢复到第 2 版')?.trigger('click')
  await flushPromises()
  expect(confirm).toHaveBeenCalledWith('整条记录恢复为第 2 版的内容？状态、行政区划和责任单位不变。')
})

it('moves between its tabs with the arrow keys', async () => {
  await show()
  await page.get('[data-tab=content]').trigger('keydown', { key: 'ArrowLeft' })
  expect(page.get('[data-tab=map]').attributes('aria-selected')).toBe('true')
  expect(page.findAll('tbody tr').map((row) => row.text())).toEqual(['1113.134.1', '2113.234.1', '3113.234.2'])
})

it('takes a step with its fields, and not without the reason that it needs', async () => {
  await show()
  await button('开工')?.trigger('click')
  await flushPromises()
  const dialog = document.querySelector('[role=dialog]')
  const send = () => dialog?.querySelector('form')?.dispatchEvent(new Event('submit'))
  send()
  await flushPromises()
  expect(dialog?.textContent).toContain('请填写原因')
  expect(server.asked('POST /api/records/r1/steps/start')).toHaveLength(0)
  const reason = dialog?.querySelector<HTMLInputElement>('input[name=reason]')
  if (!reason) throw new Error('no reason is asked for')
  reason.value = '方案已批'
  reason.dispatchEvent(new Event('input'))
  send()
  await flushPromises()
  expect(server.asked('POST /api/records/r1/steps/start')[0]?.body).toEqual({ version: 1, reason: '方案已批', set: {}, evidence: {} })
})
