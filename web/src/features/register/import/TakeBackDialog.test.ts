import { afterEach, expect, it, vi } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { chooseLanguage } from '@/shared/i18n'
import { open, PretendServer } from '../fixtures/server'
import TakeBackDialog from './TakeBackDialog.vue'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('tells which records stay, and why: changed since, or their code is another record’s by now', async () => {
  chooseLanguage('zh')
  const change = { label: '库容', before: '20', after: '21', by: '谢某', at: '2026-11-30T02:00:00Z' }
  new PretendServer()
    .on('GET /api/imports/i1/take-back', {
      body: {
        removed: 1,
        restored: 2,
        kept: 2,
        changedSince: [
          { record: 'r1', title: '甲池', why: '本区域已有相同的“编号”：K1', changes: [] },
          { record: 'r2', title: '乙池', why: '', changes: [change] },
        ],
      },
    })
    .install()
  const { page } = await open('/import', { components: { TakeBackDialog }, template: '<take-back-dialog :job="job" />', setup: () => ({ job: { id: 'i1', register: 'pond', fileName: '池塘.xlsx' } }) }, '/import')
  await flushPromises()
  const text = document.body.textContent ?? ''
  expect(text).toContain('2 条记录保持现状，不撤回')
  expect(text).toMatch(/甲池\s*本区域已有相同的“编号”：K1/)
  expect(text).toMatch(/乙池\s*库容：20 → 21/)
  page.unmount()
})
