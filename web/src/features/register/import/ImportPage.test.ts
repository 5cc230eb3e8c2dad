import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import { PONDS } from '../fixtures/ponds'
import { open, PretendServer, signInAs } from '../fixtures/server'
import ImportPage from './ImportPage.vue'
import type { ImportJob } from './types'

const JOB: ImportJob = {
  id: 'i1',
  register: 'pond',
  fileName: '池塘.xlsx',
  kind: 'WORKBOOK',
  region: '990001',
  emptyCells: 'KEEP',
  startedBy: '谢某',
  startedAt: '2026-11-29T08:00:00Z',
  step: 'CHECKED',
  progress: { share: 1, checked: 1, written: 0 },
  sheets: ['Sheet1'],
  chosenSheets: ['Sheet1'],
  head: { first: 1, last: 1 },
  columns: [{ number: 1, letters: 'A', heading: '名称', samples: [], column: 'name', how: 'NAME' }],
  targets: [{ id: 'name', heading: '名称', required: true }],
  lacking: [],
  meeting: 'ASK',
  counts: { read: 1, sound: 0, faulty: 0, meeting: 1, same: 0, leftOut: 0 },
  kinds: [],
  mayAct: true,
}
const ROW = { sheet: 'Sheet1', number: 2, cells: ['甲池'], findings: [], met: { record: 'r1', title: '甲池', differences: [] } }

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/registers/pond', { body: PONDS })
    .on('GET /api/imports/i1', { body: JOB })
    .on('GET /api/imports/i1/rows', { body: { rows: [ROW], next: null, total: 1 } })
    .on('POST /api/imports/i1/check', { body: { ...JOB, step: 'CHECKING' } })
    .on('POST /api/imports/i1/run', { body: { ...JOB, step: 'RUNNING' } })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function press(text: string): Promise<void> {
  await page.findAll('button').find((button) => button.text() === text)?.trigger('click')
  await flushPromises()
}

it('keeps what was chosen of single rows while somebody looks at the columns', async () => {
  ;({ page } = await open('/registers/:register/import/:id', ImportPage, '/registers/pond/import/i1'))
  await page.findAll('input[type=radio][name="meeting Sheet1!2"]')[1]?.setValue()
  await press('2 列匹配')
  expect(page.find('input[name="meeting Sheet1!2"]').exists()).toBe(false)
  await press('3 检查')
  await press('导入 1 行')
  expect(server.asked('POST /api/imports/i1/run')[0]?.body).toEqual({ meeting: 'ASK', choices: { 'Sheet1!2': 'UPDATE' } })
})
