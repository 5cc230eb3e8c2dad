import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Organisation, Region } from '@/api/types'
import { chooseLanguage } from '@/shared/i18n'
import { pond, PONDS } from '../fixtures/ponds'
import { PretendServer, signInAs } from '../fixtures/server'
import BulkEditDialog from './BulkEditDialog.vue'

const BULK = 'POST /api/registers/pond/records/bulk'
const REGIONS = [
  { code: '990000', name: '某市', governed: false },
  { code: '990001', name: '某县', parent: '990000', governed: true },
] as Region[]
const OFFICES = [{ id: 'o1', name: '水利局' }] as Organisation[]

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer().on(BULK, { body: { changed: 2, refused: [] } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const dialog = () => new DOMWrapper(document.body).get('[role=dialog]')
const sent = () => server.asked(BULK).map(({ body }) => body)
const told = { ids: ['r1', 'r2'], versions: { r1: 1, r2: 1 }, reason: '更正' }

async function choose(field: string): Promise<void> {
  const records = [pond('r1'), pond('r2')]
  page = mount(BulkEditDialog, { props: { definition: PONDS, records, regions: REGIONS, organisations: OFFICES }, attachTo: document.body })
  await flushPromises()
  await dialog().get('select[name=field]').setValue(field)
  await dialog().get('input[name=reason]').setValue('更正')
}

async function send(): Promise<void> {
  await dialog().get('form').trigger('submit')
  await flushPromises()
}

it('gives records to another region of those that the account acts for', async () => {
  await choose('region')
  expect(dialog().findAll('select[name=region] option').map((option) => option.text())).toEqual(['（未填）', '某县'])
  expect(dialog().find('input[name=clear]').exists()).toBe(false)
  await dialog().get('select[name=region]').setValue('990001')
  await send()
  expect(sent()).toEqual([{ ...told, set: {}, clear: [], region: '990001' }])
})

it('gives records to another keeper, or to none', async () => {
  await choose('organisation')
  await dialog().get('select[name=organisation]').setValue('o1')
  await send()
  await dialog().get('input[name=clear]').setValue(true)
  await send()
  expect(sent()).toEqual([
    { ...told, set: {}, clear: [], organisation: 'o1' },
    { ...told, set: {}, clear: ['organisation'] },
  ])
})

it('leaves the records of an officer with its organisation', async () => {
  signInAs('OFFICER')
  await choose('note')
  expect(dialog().findAll('select[name=field] option').map((option) => option.attributes('value'))).not.toContain('organisation')
  await dialog().get('textarea[name=note]').setValue('查过')
  await send()
  expect(sent()).toEqual([{ ...told, set: { note: '查过' }, clear: [] }])
})
