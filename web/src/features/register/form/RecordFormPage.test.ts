import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { chooseLanguage } from '@/shared/i18n'
import { field, pond, PONDS } from '../fixtures/ponds'
import { open, PretendServer, signInAs } from '../fixtures/server'
import RecordFormPage from './RecordFormPage.vue'

const EDIT = '/registers/:register/records/:id/edit'
const STORED = pond('r1', { version: 3, values: { name: '甲池', grade: '1', capacity: 2 } })

let server: PretendServer
let page: VueWrapper
let router: Router

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/registers/pond', { body: PONDS })
    .on('GET /api/records/r1', { body: STORED })
    .on('PATCH /api/records/r1', { body: { ...STORED, version: 4 } })
    .on('GET /api/regions', {
      body: [
        { code: '990000', name: '某市', level: 'CITY', governed: false },
        { code: '990001', name: '某县', level: 'COUNTY', parent: '990000', governed: true },
        { code: '990001001', name: '东镇', level: 'TOWNSHIP', parent: '990001', governed: true },
      ],
    })
    .on('GET /api/organisations', { body: [] })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function edit(): Promise<void> {
  ;({ page, router } = await open(EDIT, RecordFormPage, '/registers/pond/records/r1/edit'))
}

async function save(): Promise<void> {
  await page.get('form').trigger('submit')
  await flushPromises()
}

const sent = () => server.asked('PATCH /api/records/r1').map(({ body }) => body)

it('sends what was changed and what was emptied, and nothing else', async () => {
  await edit()
  await page.get('input[name=name]').setValue('乙池')
  await page.get('input[name=capacity]').setValue('')
  await save()
  expect(sent()).toEqual([{ version: 3, set: { name: '乙池' }, clear: ['capacity'] }])
  expect(router.currentRoute.value.path).toBe('/registers/pond/records/r1')
})

it('does not send a number that is none, and says so at its field', async () => {
  await edit()
  await page.get('input[name=capacity]').setValue('12亩')
  await save()
  expect(sent()).toEqual([])
  expect(page.text()).toContain('“12亩”不是数字')
})

it('puts what the server refuses at its field, until that is changed', async () => {
  server.on('PATCH /api/records/r1', { status: 422, body: { type: '/problems/faults', title: '有误', faults: [{ field: 'name', message: '已有同名的池塘' }] } })
  await edit()
  await page.get('input[name=name]').setValue('丙池')
  await save()
  expect(page.get('.error').text()).toContain('已有同名的池塘')
  await page.get('input[name=name]').setValue('丁池')
  expect(page.find('.error').exists()).toBe(false)
})

it('tells the second editor what changed, and saves as that one decides', async () => {
  const changes = [
    { field: 'grade', label: '等别', before: '一等', after: '二等', by: '张某', at: '2026-11-29T02:21:00Z' },
    { field: 'capacity', label: '库容', before: '2', after: '5', by: '张某', at: '2026-11-29T02:21:00Z' },
  ]
  server.on('PATCH /api/records/r1', ({ body }) =>
    (body as { version: number }).version === 3
      ? { status: 409, body: { type: '/problems/changed-since', title: '有人改过', changes } }
      : { body: { ...STORED, version: 5 } },
  )
  await edit()
  await page.get('select[name=grade]').setValue('21')
  await page.get('input[name=name]').setValue('乙池')
  await save()
  expect(page.get('.conflict').text()).toMatch(/张某 2026-11-29 \d\d:21 已把 等别 由 一等 改为 二等/)
  expect(page.get('.conflict').text()).toContain('用我的：二等甲')
  expect(page.get('.conflict').text()).toContain('您没有改这一项')

  server.on('GET /api/records/r1', { body: { ...STORED, version: 4, values: { ...STORED.values, grade: '2', capacity: 5 } } })
  await page.findAll('.conflict input[type=radio]')[1]?.setValue(true)
  await page.get('.conflict button').trigger('click')
  await flushPromises()
  expect(sent()[1]).toEqual({ version: 4, set: { name: '乙池' }, clear: [] })
})

it('asks before it drops what was typed', async () => {
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  await edit()
  await page.get('input[name=name]').setValue('乙池')
  await router.push('/registers/pond')
  expect(router.currentRoute.value.path).toBe('/registers/pond/records/r1/edit')
  expect(confirm).toHaveBeenCalledOnce()
  confirm.mockReturnValue(true)
})

it('is saved with Ctrl+S', async () => {
  await edit()
  await page.get('input[name=name]').setValue('乙池')
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }))
  await flushPromises()
  expect(sent()).toHaveLength(1)
})

it('adds a record to a region that the account acts for', async () => {
  server.on('POST /api/registers/pond/records', { status: 201, body: pond('r9') })
  ;({ page, router } = await open('/registers/:register/new', RecordFormPage, '/registers/pond/new'))
  await page.get('input[name=name]').setValue('新池')
  await page.get('textarea[name=geometry]').setValue('113.1,34.1\n113.2,34.1\n113.2,34.2')
  await save()
  expect(server.asked('POST /api/registers/pond/records')[0]?.body).toMatchObject({
    region: '990001',
    values: { name: '新池' },
    geometry: { type: 'Polygon' },
  })
})

const OFFICES = [
  { id: 'o1', name: '水利局', regionName: '某县' },
  { id: 'o2', name: '环保局', regionName: '某县' },
]

it('gives a record to another region and keeper, and nothing else', async () => {
  server.on('GET /api/organisations', { body: OFFICES }).on('GET /api/records/r1', { body: { ...STORED, organisation: 'o1' } })
  await edit()
  expect(page.get<HTMLSelectElement>('select[name=record-organisation]').element.value).toBe('o1')
  expect(page.findAll('select[name=record-region] option').map((option) => option.attributes('value'))).toEqual(['', '990001', '990001001'])
  await page.get('select[name=record-region]').setValue('990001001')
  await page.get('select[name=record-organisation]').setValue('o2')
  await save()
  expect(sent()).toEqual([{ version: 3, set: {}, clear: [], region: '990001001', organisation: 'o2' }])
})

it('leaves a record with nobody, and never without a region', async () => {
  server.on('GET /api/organisations', { body: OFFICES }).on('GET /api/records/r1', { body: { ...STORED, organisation: 'o1' } })
  await edit()
  await page.get('select[name=record-organisation]').setValue('')
  await page.get('select[name=record-region]').setValue('')
  await save()
  expect(page.get('.error').text()).toBe('请选择行政区划')
  expect(sent()).toEqual([])
  await page.get('select[name=record-region]').setValue('990001')
  await save()
  expect(sent()).toEqual([{ version: 3, set: {}, clear: ['organisation'] }])
})

it('lets an officer say where a record lies, not who keeps it', async () => {
  signInAs('OFFICER')
  server.on('GET /api/records/r1', { body: { ...STORED, region: '990000', organisation: 'o1' } })
  await edit()
  expect(page.find('select[name=record-organisation]').exists()).toBe(false)
  expect(page.get<HTMLSelectElement>('select[name=record-region]').element.value).toBe('990000')
  await page.get('input[name=name]').setValue('乙池')
  await save()
  expect(sent()).toEqual([{ version: 3, set: { name: '乙池' }, clear: [] }])
})

it('settles where two have moved a record, by the names of the regions', async () => {
  const changes = [{ field: 'region', label: '行政区划', before: '某县', after: '某市', by: '张某', at: '2026-11-29T02:21:00Z' }]
  server
    .on('GET /api/organisations', { body: OFFICES })
    .on('PATCH /api/records/r1', ({ body }) =>
      (body as { version: number }).version === 3
        ? { status: 409, body: { type: '/problems/changed-since', title: '有人改过', changes } }
        : { body: { ...STORED, version: 5 } },
    )
  await edit()
  await page.get('select[name=record-region]').setValue('990001001')
  await page.get('select[name=record-organisation]').setValue('o2')
  await save()
  expect(page.get('.conflict').text()).toContain('用我的：东镇')
  server.on('GET /api/records/r1', { body: { ...STORED, version: 4, region: '990000' } })
  await page.findAll('.conflict input[type=radio]')[1]?.setValue(true)
  await page.get('.conflict button').trigger('click')
  await flushPromises()
  expect(sent()[1]).toEqual({ version: 4, set: {}, clear: [], organisation: 'o2' })
})

it('does not show a field whose condition does not hold, and keeps what it held', async () => {
  const conditional = { ...PONDS, fields: [...PONDS.fields, field('species', { label: '养殖品种', when: "grade == '1'" })] }
  const record = { ...STORED, values: { ...STORED.values, species: '鲤鱼' } }
  server
    .on('GET /api/registers/pond', { body: conditional })
    .on('GET /api/records/r1', { body: record })
    .on('POST /api/registers/pond/records/check', ({ body }) => {
      const { values } = body as { values: { grade?: string } }
      return { body: { notAsked: values.grade === '1' ? [] : ['species'], faults: [] } }
    })
  vi.useFakeTimers()
  ;({ page, router } = await open(EDIT, RecordFormPage, '/registers/pond/records/r1/edit'))
  await vi.advanceTimersByTimeAsync(300)
  expect(page.find('input[name=species]').exists()).toBe(true)
  await page.get('select[name=grade]').setValue('2')
  await vi.advanceTimersByTimeAsync(300)
  vi.useRealTimers()
  expect(page.find('input[name=species]').exists()).toBe(false)
  expect(server.asked('POST /api/registers/pond/records/check').at(-1)?.body).toMatchObject({ record: 'r1' })
  await save()
  expect(sent()).toEqual([{ version: 3, set: { grade: '2' }, clear: [] }])
})
