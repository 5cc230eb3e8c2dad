import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Link } from './api'
import { link } from './fixtures'
import LinksDialog from './LinksDialog.vue'

const ORGANISATIONS = [
  { id: 'o1', name: '某县林业局' },
  { id: 'o2', name: '某县水利局' },
]

let server: PretendServer
let dialog: VueWrapper
let known: Link[]

const FIRST = link('l1', { uses: 2, usedAt: '2026-03-26T01:00:00Z' })
const WITHDRAWN = { ...FIRST, open: false, withdrawnAt: '2026-03-27T01:00:00Z', withdrawnBy: 'xie' }

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  known = [FIRST]
  server = new PretendServer()
    .on('GET /api/reporting-links', () => ({ body: { usual: '2026-04-14', earliest: '2026-03-25', latest: '2026-07-06', links: known } }))
    .on('POST /api/reporting-links', () => {
      const fresh = link('l2')
      known = [fresh, WITHDRAWN]
      return { status: 201, body: { link: fresh, address: '/answer#secret', words: '某县林业局：请报，不用登录。', line: '不便登录的，可点开链接填报：' } }
    })
    .on('POST /api/reporting-links/l1/withdrawal', () => {
      known = [WITHDRAWN]
      return { body: WITHDRAWN }
    })
  server.install()
})

afterEach(() => {
  dialog.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(props: object = {}): Promise<void> {
  dialog = mount(LinksDialog, {
    props: { round: 'r1', organisations: ORGANISATIONS, ...props },
    attachTo: document.body,
    global: { stubs: { ElDialog: { template: '<div><slot /><slot name="footer" /></div>' } } },
  })
  await flushPromises()
}

async function make(): Promise<void> {
  await dialog.get('form').trigger('submit')
  await flushPromises()
}

it('makes a link for an organisation and shows it with words to send', async () => {
  await show()
  expect(dialog.get<HTMLInputElement>('input[name=last-day]').element.value).toBe('2026-04-14')
  await make()
  expect(dialog.text()).toContain('请选择单位')
  expect(server.asked('POST /api/reporting-links')).toHaveLength(0)

  await dialog.get('select').setValue('o1')
  expect(dialog.text()).toContain('该单位现有的链接将同时作废')
  await make()
  expect(server.asked('POST /api/reporting-links')[0]?.body).toEqual({ round: 'r1', organisation: 'o1', lastDay: '2026-04-14' })
  expect(dialog.get<HTMLInputElement>('.address input').element.value).toBe(`${window.location.origin}/answer#secret`)
  expect(dialog.get('pre').text()).toBe(`某县林业局：请报，不用登录。\n${window.location.origin}/answer#secret`)
  expect(dialog.get('tbody').text()).toContain('已收回')
})

it('refuses a day beyond the last that may be wanted, at its field', async () => {
  await show({ organisation: 'o1' })
  await dialog.get('input[name=last-day]').setValue('2026-07-07')
  await make()
  expect(dialog.get('[role=alert]').text()).toBe('可选 2026-03-25 至 2026-07-06')
  expect(server.asked('POST /api/reporting-links')).toHaveLength(0)
})

it('puts the link below words that ask already', async () => {
  await show({ organisation: 'o1', words: '某县林业局：尚未报送2项。' })
  await make()
  expect(dialog.get('pre').text()).toBe(`某县林业局：尚未报送2项。\n不便登录的，可点开链接填报：${window.location.origin}/answer#secret`)
})

it('tells how a link was used, and withdraws it once that was confirmed', async () => {
  await show()
  expect(dialog.get('tbody').text()).toContain('打开 2 次')
  const sure = vi.fn().mockReturnValueOnce(false).mockReturnValueOnce(true)
  vi.stubGlobal('confirm', sure)
  await dialog.get('tbody button').trigger('click')
  expect(server.asked('POST /api/reporting-links/l1/withdrawal')).toHaveLength(0)
  await dialog.get('tbody button').trigger('click')
  await flushPromises()
  expect(sure).toHaveBeenCalledTimes(2)
  expect(dialog.text()).toContain('已收回某县林业局的链接。')
  expect(dialog.get('tbody').find('button').exists()).toBe(false)
})
