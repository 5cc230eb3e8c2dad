import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { chooseLanguage } from '@/shared/i18n'
import { pond, PONDS } from '../fixtures/ponds'
import { open, PretendServer, signInAs } from '../fixtures/server'
import RecordView from '../record/RecordView.vue'
import RegisterPage from './RegisterPage.vue'

const ROUTE = '/registers/:register'
const FIRST = [pond('r1'), pond('r2', { values: { name: '乙池', grade: '21', capacity: 2.5 }, labels: { grade: '二等甲' } }), pond('r3')]

let server: PretendServer
let page: VueWrapper
let router: Router

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/registers/pond', { body: PONDS })
    .on('GET /api/registers/pond/views', { body: { views: [] } })
    .on('GET /api/registers/pond/records/count', { body: { count: 4 } })
    .on('GET /api/registers/pond/records/totals', { body: { totals: [{ field: 'capacity', sum: 12.5 }] } })
    .on('GET /api/registers/pond/records', (_asked, search) =>
      search.get('after') === 'r3' ? { body: { records: [pond('r4')], next: null } } : { body: { records: FIRST, next: 'r3' } },
    )
    .on('GET /api/regions', { body: [{ code: '990001', name: '某县', level: 'COUNTY', governed: true }] })
    .on('GET /api/organisations', { body: [] })
  for (const record of FIRST) server.on(`GET /api/records/${record.id}`, { body: record }).on(`GET /api/records/${record.id}/retired`, { body: { values: [] } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(address = '/registers/pond'): Promise<void> {
  ;({ page, router } = await open(ROUTE, RegisterPage, address))
}

const rows = () => page.findAll('tbody tr')
const at = () => rows().findIndex((row) => row.element === document.activeElement)

async function press(key: string): Promise<void> {
  await page.get('tbody tr[tabindex="0"]').trigger('keydown', { key })
  await flushPromises()
}

it('lists records with their labels, how many there are, and what their numbers come to', async () => {
  await show()
  expect(rows()).toHaveLength(3)
  expect(rows()[1]?.text()).toContain('二等甲')
  expect(page.text()).toContain('第 1–3 条，共 4 条')
  expect(page.get('tfoot').text()).toContain('12.5')
})

it('asks for what the address says, and lists more after the last', async () => {
  await show('/registers/pond?filter=grade:in:1,2&state=listed&sort=-capacity')
  expect(server.asked('GET /api/registers/pond/records')[0]?.address).toContain('filter=grade%3Ain%3A1%2C2&sort=-capacity&state=listed')
  expect(page.text()).toContain('等别：一等 或 二等')
  await page.findAll('button').find((button) => button.text() === '再列 50 条')?.trigger('click')
  await flushPromises()
  expect(rows()).toHaveLength(4)
  expect(page.text()).toContain('第 1–4 条，共 4 条')
})

it('is walked with the arrow keys, a record beside it', async () => {
  await show()
  await press('ArrowDown')
  expect(at()).toBe(1)
  expect(router.currentRoute.value.query.record).toBeUndefined()
  await press('Enter')
  expect(router.currentRoute.value.query.record).toBe('r2')
  expect(page.get('.drawer').text()).toContain('乙池')
  await press('ArrowDown')
  expect(router.currentRoute.value.query.record).toBe('r3')
  await press('Escape')
  expect(page.find('.drawer').exists()).toBe(false)
  expect(at()).toBe(2)
})

it('lists more by itself where the arrow goes beyond the last', async () => {
  await show()
  await press('End')
  await press('ArrowDown')
  expect(rows()).toHaveLength(4)
})

it('opens the page of a record that stands beside the list already', async () => {
  await show('/registers/pond?record=r1')
  await press('Enter')
  expect(router.currentRoute.value.path).toBe('/registers/pond/records/r1')
})

it('keeps filters, order and columns in the address', async () => {
  await show()
  await page.findAll('button').find((button) => button.text().includes('治理中'))?.trigger('click')
  await flushPromises()
  await page.get('button.sort').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ state: 'treating', sort: 'name' })
})

const exports = (about: string) => page.findAll(`[aria-label="${about}"] a[download]`).map((link) => link.attributes('href'))

it('takes along what is shown, state and keeper too, and whose row each is', async () => {
  await show('/registers/pond?q=池&columns=capacity,state,region,organisation,changed')
  const columns = 'columns=capacity%2C%24state%2C%24region%2C%24organisation%2Crecord.id'
  expect(exports('只含所选的列')).toContain(`/api/registers/pond/export.xlsx?q=%E6%B1%A0&${columns}`)
  expect(exports('只含所选的列')).toContain(`/api/registers/pond/export.csv?q=%E6%B1%A0&${columns}`)
})

it('takes along every column for a file that is changed and imported again', async () => {
  await show('/registers/pond?q=池&columns=capacity')
  expect(exports('全部列（可改后再导入）')).toContain('/api/registers/pond/export.xlsx?q=%E6%B1%A0')
})

it('takes a step with the chosen records that can take it, and tells why others were refused', async () => {
  server.on('POST /api/registers/pond/records/steps/start', { body: { changed: 1, refused: [{ id: 'r2', why: '缺：治理方案' }] } })
  await show()
  await press(' ')
  await press('ArrowDown')
  await press(' ')
  await page.findAll('button').find((button) => button.text() === '批量办理')?.trigger('click')
  await flushPromises()
  const dialog = document.querySelector('[role=dialog]')
  const reason = dialog?.querySelector<HTMLInputElement>('input[name=reason]')
  if (!reason) throw new Error('no reason is asked for')
  reason.value = '统一部署'
  reason.dispatchEvent(new Event('input'))
  dialog?.querySelector('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(server.asked('POST /api/registers/pond/records/steps/start')[0]?.body).toEqual({ ids: ['r1', 'r2'], reason: '统一部署', set: {}, evidence: {} })
  expect(page.text()).toContain('乙池 缺：治理方案')
  expect(page.text()).toContain('已选 1 条')
})

it('says what to do where there is nothing, and where nothing meets the conditions', async () => {
  server
    .on('GET /api/registers/pond/records', { body: { records: [], next: null } })
    .on('GET /api/registers/pond/records/count', { body: { count: 0 } })
  await show()
  expect(page.text()).toContain('池塘还没有记录')
  await router.push('/registers/pond?q=甲')
  await flushPromises()
  expect(page.text()).toContain('没有符合条件的记录')
})

it('leaves the record beside the list when what was done with it took the last row away', async () => {
  await show('/registers/pond?q=甲&record=r1')
  server
    .on('GET /api/registers/pond/records', { body: { records: [], next: null } })
    .on('GET /api/registers/pond/records/count', { body: { count: 0 } })
  page.getComponent(RecordView).vm.$emit('changed')
  await flushPromises()
  expect(page.text()).toContain('没有符合条件的记录')
  expect(page.get('.drawer').text()).toContain('r1号池')
})

it('tells of a register that is not there', async () => {
  await show('/registers/gone')
  expect(page.text()).toContain('没有这个台账')
})

it('offers nothing that changes records to those who may not', async () => {
  signInAs('AUDITOR')
  await show()
  await press(' ')
  expect(page.text()).not.toContain('批量修改')
  expect(page.find('a[href="/registers/pond/new"]').exists()).toBe(false)
})

it('sums no percentages', async () => {
  const fields = PONDS.fields.map((each) => (each.id === 'capacity' ? { ...each, unit: '%' } : each))
  server.on('GET /api/registers/pond', { body: { ...PONDS, fields } })
  await show()
  expect(page.find('tfoot').exists()).toBe(false)
})
