import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { duty } from './fixtures'
import OpeningDialog from './OpeningDialog.vue'

let server: PretendServer
let dialog: VueWrapper

const body = () => new DOMWrapper(document.body)
const by = (notation: string) => [{ notation, words: '4月11日前', assumed: false }]
const redated = { duty: duty('d1', { times: by('2026-04-11') }), sentence: '逐年种树。', standard: '', times: by('2026-04-18') }
const renumbered = { duty: duty('d2'), sentence: '逐年种树。', standard: '', times: [] }

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
  server.install()
})

afterEach(() => {
  dialog.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(found: object): Promise<void> {
  server.on('GET /api/plans/p1/duties/opening', { body: found }).on('POST /api/plans/p1/duties/opening', { body: found })
  dialog = mount(OpeningDialog, { props: { plan: 'p1' }, attachTo: document.body })
  await flushPromises()
}

async function press(text: string): Promise<void> {
  await body().findAll('button').find((each) => each.text() === text)?.trigger('click')
  await flushPromises()
}

it('tells which duties change and how, and brings them in line once that is confirmed', async () => {
  await show({ opened: [], changed: [redated, renumbered], ended: [], kept: 7 })
  expect(body().text()).toContain('将补上 0 项，改 2 项，结束 0 项，保留 7 项。')
  expect(body().findAll('li').map((each) => each.text())).toEqual(['某县林业局 · 牵头 · 逐年种树。 · 时限：2026-04-11 前 → 2026-04-18 前'])
  expect(body().text()).toContain('另有 1 项只随方案调整序号、位置或者到期日。')
  await press('按方案调整')
  expect(dialog.emitted('done')).toEqual([[0, 2, 0]])
})

it('says why a duty ends', async () => {
  const nameless = duty('d3', { organisationId: null, organisationName: '县房产局', ended: 'ASSIGNED' })
  await show({ opened: [], changed: [], ended: [nameless], kept: 4 })
  expect(body().findAll('li').map((each) => each.text())).toEqual(['县房产局 · 牵头 · 逐年种树。 · 已交给指定的单位'])
})

it('says that nothing is left only where nothing changes', async () => {
  await show({ opened: [], changed: [], ended: [], kept: 9 })
  expect(body().text()).toContain('承办事项与方案一致，没有要补上、更改或结束的。保留 9 项。')
  await press('知道了')
  expect(dialog.emitted('close')).toHaveLength(1)
})
