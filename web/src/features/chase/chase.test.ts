import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import ChaseDialog from './ChaseDialog.vue'

const BUREAU = { organisation: 'o1', name: '某县林业局', open: ['补种', '清点'], returned: 1, text: '某县林业局：请报。', chases: [] }
const asked = { way: 'CHAT', text: '某县林业局：请报。', by: 'zhao', at: '2026-09-01T01:00:00Z' }

let server: PretendServer
let dialog: VueWrapper
let noted: unknown

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  noted = undefined
  server = new PretendServer()
    .on('GET /api/round-ups/r1/chasing', () => ({
      body: { today: '2026-09-01', overdueDays: 0, text: '全体：请报。', owing: [{ ...BUREAU, chases: noted === undefined ? [] : [asked] }] },
    }))
    .on('POST /api/round-ups/r1/chasing', (sent) => {
      noted = sent.body
      return { body: { today: '2026-09-01', overdueDays: 0, text: '', owing: [] } }
    })
  server.install()
})

afterEach(() => {
  dialog.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('shows the words for all and for each, and notes who was asked and how', async () => {
  dialog = mount(ChaseDialog, { props: { round: 'r1' }, attachTo: document.body, global: { stubs: { RouterLink: true, ElDialog: { template: '<div><slot /><slot name="footer" /></div>' } } } })
  await flushPromises()
  expect(dialog.get('pre').text()).toBe('全体：请报。')
  expect(dialog.text()).toContain('没有催过')
  expect(dialog.get('button[type=submit]').attributes('disabled')).toBeDefined()

  await dialog.get('input[type=checkbox]').setValue(true)
  await dialog.get('input[value=TELEPHONE]').setValue(true)
  await dialog.get('form').trigger('submit')
  await flushPromises()

  expect(noted).toEqual({ organisations: ['o1'], way: 'TELEPHONE' })
  expect(dialog.text()).toContain('已记下 1 个单位')
  expect(dialog.text()).toContain('群消息，zhao（共1次）')
})
