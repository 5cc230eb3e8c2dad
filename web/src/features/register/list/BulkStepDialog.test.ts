import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import EvidenceField from '@/features/document/EvidenceField.vue'
import { chooseLanguage } from '@/shared/i18n'
import { field, pond, PONDS } from '../fixtures/ponds'
import { PretendServer, signInAs } from '../fixtures/server'
import type { RegisterDefinition, RegisterRecord } from '../types'
import BulkStepDialog from './BulkStepDialog.vue'

const step = (id: string, label: string, part: Partial<RegisterDefinition['lifecycle']['transitions'][number]>) => ({
  id,
  label,
  from: ['listed'],
  to: 'treating',
  fields: [],
  evidence: [],
  reasonNeeded: false,
  ...part,
})

/** The yearly notice of several at once: a day, a paper, and no reason. */
const NOTICES: RegisterDefinition = {
  ...PONDS,
  fields: [...PONDS.fields, field('noticed_on', { label: '公示日期', type: 'date' })],
  lifecycle: {
    ...PONDS.lifecycle,
    transitions: [
      step('notice', '公示', { fields: ['noticed_on'], evidence: ['公示文件'] }),
      step('withdraw', '不予列入', { to: 'closed', reasonNeeded: true }),
      step('finish', '闭库', { from: ['treating'], to: 'closed', evidence: ['公示文件'] }),
    ],
  },
}
const NOTICE = 'POST /api/registers/pond/records/steps/notice'

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer().on(NOTICE, { body: { changed: 2, refused: [{ id: 'r3', why: '缺：信用代码' }] } })
  server.on('GET /api/evidence', { body: [] })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(records: RegisterRecord[], definition = NOTICES): Promise<void> {
  page = mount(BulkStepDialog, { props: { definition, records, regions: [], organisations: [] }, attachTo: document.body })
  await flushPromises()
}

const three = () => [pond('r1'), pond('r2'), pond('r3')]
const dialog = () => new DOMWrapper(document.body).get('[role=dialog]')
const files = () => page.getComponent(EvidenceField)
const sent = () => server.asked(NOTICE).map(({ body }) => body)

async function hand(...ids: string[]): Promise<void> {
  files().vm.$emit('update:modelValue', ids)
  await flushPromises()
}

async function send(): Promise<void> {
  await dialog().get('form').trigger('submit')
  await flushPromises()
}

it('asks once for what the step wants, and sends it for all', async () => {
  await show(three())
  expect(dialog().text()).toContain('公示日期 *')
  expect(dialog().text()).toContain('提交一次，3 条记录共用')
  expect(files().props('regionCode')).toBe('990001')
  await dialog().get('input[name=noticed_on]').setValue('2026-01-12')
  await hand('f1')
  await send()
  expect(sent()).toEqual([
    { ids: ['r1', 'r2', 'r3'], set: { noticed_on: '2026-01-12' }, evidence: { 公示文件: ['f1'] } },
  ])
  expect(page.emitted('done')).toEqual([[{ changed: 2, refused: [{ id: 'r3', why: '缺：信用代码' }] }]])
})

it('says at its place what every one of them would be refused for, and sends nothing', async () => {
  await show(three())
  await send()
  expect(sent()).toEqual([])
  expect(dialog().findAll('.error').map((error) => error.text())).toEqual(['请填写', '请提交文件'])
  await dialog().get('select[name=step]').setValue('withdraw')
  await send()
  expect(dialog().findAll('.error').map((error) => error.text())).toEqual(['请填写原因'])
})

it('lets those that hold a field keep it where it is left empty', async () => {
  await show([pond('r1', { values: { noticed_on: '2026-01-05' } }), pond('r2')])
  expect(dialog().text()).toContain('1 条已填，1 条未填')
  await hand('f1')
  await send()
  expect(sent()).toEqual([{ ids: ['r1', 'r2'], set: {}, evidence: { 公示文件: ['f1'] } }])
})

it('shows the one record that can take the step as it is', async () => {
  await show([pond('r1', { values: { noticed_on: '2026-01-05' } }), pond('r2', { state: 'closed' })])
  expect(dialog().get<HTMLInputElement>('input[name=noticed_on]').element.value).toBe('2026-01-05')
  await dialog().get('input[name=noticed_on]').setValue('')
  await hand('f1')
  await send()
  expect(dialog().get('.error').text()).toBe('请填写')
  expect(sent()).toEqual([])
})

it('is not sent while a file is on its way', async () => {
  await show(three())
  await dialog().get('input[name=noticed_on]').setValue('2026-01-12')
  await hand('f1')
  files().vm.$emit('busy', true)
  await flushPromises()
  await send()
  expect(sent()).toEqual([])
  files().vm.$emit('busy', false)
  await flushPromises()
  await send()
  expect(sent()).toHaveLength(1)
})

it('keeps what was given for another step that asks for it too, and sends no more than the step asks for', async () => {
  server.on('POST /api/registers/pond/records/steps/finish', { body: { changed: 1, refused: [] } })
  await show([pond('r1'), pond('r2'), pond('r4', { state: 'treating' })])
  await dialog().get('input[name=noticed_on]').setValue('2026-01-12')
  await hand('f1')
  await dialog().get('select[name=step]').setValue('finish')
  expect(files().props('modelValue')).toEqual(['f1'])
  await send()
  expect(server.asked('POST /api/registers/pond/records/steps/finish')[0]?.body).toEqual({
    ids: ['r4'],
    set: {},
    evidence: { 公示文件: ['f1'] },
  })
})

it('stays open with the refusals and what was given where none took the step', async () => {
  server.on(NOTICE, { body: { changed: 0, refused: [{ id: 'r1', why: '公示期不少于七个工作日' }, { id: 'r2', why: '刚刚有人改过这条记录' }] } })
  await show([pond('r1'), pond('r2')])
  await dialog().get('input[name=noticed_on]').setValue('2026-01-12')
  await hand('f1')
  await send()
  expect(page.emitted('done')).toBeUndefined()
  expect(dialog().text()).toContain('r1号池 公示期不少于七个工作日')
  expect(dialog().text()).not.toContain('完成 0 条')
  expect(files().props('modelValue')).toEqual(['f1'])
})

it('puts what the server cannot read at its field, until that is changed', async () => {
  server.on(NOTICE, { status: 422, body: { type: '/problems/faults', title: '有误', faults: [{ field: 'noticed_on', message: '日期有误' }] } })
  await show(three())
  await dialog().get('input[name=noticed_on]').setValue('2026-01-12')
  await hand('f1')
  await send()
  expect(dialog().get('.error').text()).toBe('日期有误')
  await dialog().get('input[name=noticed_on]').setValue('2026-01-13')
  expect(dialog().find('.error').exists()).toBe(false)
  await send()
  expect(sent()).toHaveLength(2)
})

it('leaves the files of several regions to the region of the account', async () => {
  await show([pond('r1'), pond('r2', { region: '990001002' })])
  expect(files().props('regionCode')).toBeUndefined()
})

it('says where no step leads on, and offers nothing to send', async () => {
  await show([pond('r1', { state: 'closed' })])
  expect(dialog().text()).toContain('选中的记录没有共同的下一步')
  await send()
  expect(server.sent.filter(({ method }) => method === 'POST')).toEqual([])
})
