import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import LetterSection from './LetterSection.vue'
import PaperDialog from './PaperDialog.vue'

const saved = vi.hoisted(() => vi.fn())
vi.mock('@/shared/saveFile', () => ({ saveBlob: saved }))

let server: PretendServer
let shown: VueWrapper
let sent: unknown

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  saved.mockReset()
  server = new PretendServer()
    .on('GET /api/round-ups/r1/notice.docx', () => ({ body: 'bytes' }))
    .on('GET /api/round-ups/r1/summary.docx', () => ({ status: 422, body: { title: '模板有误，文书没有生成', detail: '共 1 处', status: 422 } }))
    .on('POST /api/round-ups/r1/letters', ({ body }) => {
      sent = body
      return { body: 'bytes' }
    })
  server.install()
})

afterEach(() => {
  shown.unmount()
  vi.unstubAllGlobals()
})

it('downloads a paper under its name, and says why there is none', async () => {
  shown = mount(PaperDialog, {
    props: { round: 'r1', period: '2026年8月', year: 2026 },
    global: { stubs: { ElDialog: { template: '<div><slot /><slot name="footer" /></div>' }, RouterLink: { template: '<a><slot /></a>' } } },
  })
  await shown.get('[aria-label="情况通报 Word"]').trigger('click')
  await flushPromises()
  expect(saved.mock.calls.map(([name]) => name as string)).toEqual(['情况通报 2026年8月.docx'])
  expect(shown.get('[role=status]').text()).toBe('已生成：情况通报。')

  await shown.get('[aria-label="阶段小结 Word"]').trigger('click')
  await flushPromises()
  expect(saved).toHaveBeenCalledTimes(1)
  expect(shown.text()).toContain('模板有误，文书没有生成')
})

it('makes letters to whoever is chosen and notes them where that is wished', async () => {
  shown = mount(LetterSection, { props: { round: 'r1', chosen: [] } })
  expect(shown.get('button').attributes('disabled')).toBeDefined()

  await shown.setProps({ chosen: [{ id: 'o1', name: '某县林业局' }] })
  await shown.get('button').trigger('click')
  await flushPromises()
  expect(sent).toEqual({ organisations: ['o1'], noted: false })
  expect(saved.mock.calls.map(([name]) => name as string)).toEqual(['督办函 某县林业局.docx'])
  expect(shown.emitted('noted')).toBeUndefined()

  await shown.get('input').setValue(true)
  await shown.setProps({
    chosen: [
      { id: 'o1', name: '某县林业局' },
      { id: 'o2', name: '某县水利局' },
    ],
  })
  await shown.get('button').trigger('click')
  await flushPromises()
  expect(sent).toEqual({ organisations: ['o1', 'o2'], noted: true })
  expect(shown.get('[role=status]').text()).toBe('已生成 2 份督办函，并记入催报记录。')
  expect(shown.emitted('noted')).toHaveLength(1)
})
