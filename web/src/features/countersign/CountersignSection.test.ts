import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import CountersignSection from './CountersignSection.vue'
import { countersign, ofLine, step } from './fixtures'
import { tallyText } from './say'

let server: PretendServer
let section: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('OFFICER')
  server = new PretendServer().on('GET /api/countersigns/lines/l1', { body: ofLine() })
  server.install()
})

afterEach(() => {
  section.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }] })
  section = mount(CountersignSection, { props: { line: 'l1' }, global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
}

const each = () => section.findAll('li[data-countersign]')
const button = (text: string) => section.findAll('button').find((one) => one.text() === text)

it('says that nobody was asked, and asks those who are chosen', async () => {
  server.on('POST /api/countersigns/lines/l1', { body: ofLine() })
  await show()
  expect(section.text()).toContain('没有请其他单位会签。')
  expect(button('请会签')?.attributes('disabled')).toBeDefined()
  for (const box of section.findAll('input[type=checkbox]')) await box.setValue(true)
  server.on('GET /api/countersigns/lines/l1', { body: ofLine({ choices: [], countersigns: [countersign('c1', '某县水利局'), countersign('c2', '某县财政局')] }) })
  await section.get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/countersigns/lines/l1')[0]?.body).toEqual({ organisations: ['o2', 'o3'] })
  expect(section.text()).toContain('已请 某县水利局、某县财政局 会签。')
  expect(each()).toHaveLength(2)
  expect(section.find('form').exists()).toBe(false)
  expect(section.emitted('changed')).toHaveLength(1)
})

it('tells who answered what and when, and what became void', async () => {
  server.on('GET /api/countersigns/lines/l1', {
    body: ofLine({
      mayAsk: false,
      choices: [],
      countersigns: [
        countersign('c1', '某县水利局', {
          state: 'OBJECTED',
          waits: false,
          steps: [step('OBJECTED', { words: '漏了三处', toldBy: '李科长来电', by: 'wei' }), step('ASKED')],
        }),
        countersign('c2', '某县财政局', { state: 'VOID', steps: [step('VOIDED'), step('AGREED'), step('ASKED')] }),
      ],
    }),
  })
  await show()
  expect(each()[0]?.text()).toMatch(/某县水利局.*有意见.*有意见 wei.*代录：李科长来电.*漏了三处/s)
  expect(each()[1]?.text()).toMatch(/报告已改，需重新会签.*此前的会签作废/s)
  expect(section.findAll('button')).toHaveLength(0)
  expect(section.find('a').exists()).toBe(false)
})

it('withdraws what waits, and takes that back by asking again', async () => {
  server
    .on('GET /api/countersigns/lines/l1', { body: ofLine({ countersigns: [countersign('c1', '某县水利局'), countersign('c2', '某县财政局', { state: 'AGREED', waits: false })] }) })
    .on('POST /api/countersigns/c1/withdrawal', { status: 204 })
    .on('POST /api/countersigns/lines/l1', { body: ofLine() })
  await show()
  expect(section.findAll('[aria-label^="撤回"]').map((one) => one.attributes('aria-label'))).toEqual(['撤回某县水利局的会签'])
  await section.get('[aria-label="撤回某县水利局的会签"]').trigger('click')
  await flushPromises()
  expect(section.text()).toContain('已撤回某县水利局的会签。')
  await button('撤销')?.trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/countersigns/lines/l1')[0]?.body).toEqual({ organisations: ['o-c1'] })
  expect(section.text()).toContain('仍请某县水利局会签。')
  expect(button('撤销')).toBeUndefined()
})

it('says why nothing was withdrawn', async () => {
  server
    .on('GET /api/countersigns/lines/l1', { body: ofLine({ choices: [], countersigns: [countersign('c1', '某县水利局')] }) })
    .on('POST /api/countersigns/c1/withdrawal', { status: 409, body: { type: '/problems/out-of-turn', title: '现在不能这样做' } })
  await show()
  await section.get('[aria-label="撤回某县水利局的会签"]').trigger('click')
  await flushPromises()
  expect(section.text()).toContain('现在不能这样做')
  expect(section.emitted('changed')).toBeUndefined()
})

it('leads a coordinator to where it writes down what others told', async () => {
  signInAs('COORDINATOR')
  server.on('GET /api/countersigns/lines/l1', { body: ofLine({ choices: [], countersigns: [countersign('c1', '某县水利局')] }) })
  await show()
  expect(section.get('a').attributes('href')).toBe('/countersigns')
})

it('tells objections before all else', () => {
  const say = (key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')
  expect(tallyText({ waiting: 2, agreed: 1, objected: 3 }, say)).toBe('tally.objected 3tally.betweentally.waiting 2tally.betweentally.agreed 1')
  expect(tallyText({ waiting: 0, agreed: 1, objected: 0 }, say)).toBe('tally.agreed 1')
})
