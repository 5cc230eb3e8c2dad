import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { held, open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { ToSign } from './api'
import { toSign } from './fixtures'
import ToSignPage from './ToSignPage.vue'

let server: PretendServer
let page: VueWrapper
let waiting: ToSign[]

const body = () => new DOMWrapper(document.body)

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('OFFICER')
  waiting = [toSign('a'), toSign('b', { again: true })]
  server = new PretendServer()
    .on('GET /api/countersigns', () => ({ body: { total: waiting.length, waiting } }))
    .on('POST /api/countersigns/a/answer', () => {
      waiting = waiting.filter(({ id }) => id !== 'a')
      return { status: 204 }
    })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  ;({ page } = await open('/countersigns', ToSignPage, '/countersigns'))
}

async function press(label: string): Promise<void> {
  await page.get(`[aria-label="${label}"]`).trigger('click')
  await flushPromises()
}

async function submit(): Promise<void> {
  await body().get('[role=dialog] form').trigger('submit')
  await flushPromises()
}

it('lists what is to be signed: period, sentence, who reports, and its words', async () => {
  await show()
  const items = page.findAll('li.item')
  expect(page.get('h2').text()).toBe('等本单位会签的（2）')
  expect(items[0]?.text()).toMatch(/2026年3月.*填报单位：某县林业局.*逐年种树之a.*推进中.*已栽五百株.*下月补植/s)
  expect(items[0]?.text()).not.toContain('报告已改')
  expect(items[1]?.text()).toContain('报告已改，需重新会签')
})

it('agrees in the version that is shown, and goes on to the next', async () => {
  await show()
  await press('同意：逐年种树之a。')
  expect(body().get('[role=dialog]').text()).toContain('已栽五百株。')
  expect(body().find('input[name=toldBy]').exists()).toBe(false)
  await submit()
  expect(server.asked('POST /api/countersigns/a/answer')[0]?.body).toEqual({ version: 2, agrees: true, words: '' })
  expect(page.text()).toContain('已会签同意：逐年种树之a。')
  expect(page.findAll('li.item')).toHaveLength(1)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('同意：逐年种树之b。')
})

it('leaves the focus in what is opened before the list is there again', async () => {
  await show()
  await press('同意：逐年种树之a。')
  const coming = held({ body: { total: 1, waiting: [toSign('b')] } })
  server.on('GET /api/countersigns', coming.answer)
  await submit()
  await press('有意见：逐年种树之b。')
  const words = body().get<HTMLTextAreaElement>('textarea[name=words]').element
  words.focus()
  await coming.letGo()
  expect(page.findAll('li.item')).toHaveLength(1)
  expect(document.activeElement).toBe(words)
})

it('objects in words only', async () => {
  await show()
  await press('有意见：逐年种树之a。')
  await submit()
  expect(body().text()).toContain('请写明意见')
  expect(server.asked('POST /api/countersigns/a/answer')).toHaveLength(0)
  await body().get('textarea[name=words]').setValue('漏了三处')
  await submit()
  expect(server.asked('POST /api/countersigns/a/answer')[0]?.body).toEqual({ version: 2, agrees: false, words: '漏了三处' })
})

it('keeps what was typed where the report was changed, and signs what it says now', async () => {
  await show()
  await press('有意见：逐年种树之a。')
  await body().get('textarea[name=words]').setValue('漏了三处')
  server.on('POST /api/countersigns/a/answer', { status: 409, body: { type: '/problems/changed-since', title: '报告已改' } })
  waiting = [toSign('a', { version: 3, said: { ...toSign('a').said, progress: '已栽八百株。' } })]
  await submit()
  expect(body().get('[role=dialog]').text()).toContain('报告已改')
  expect(body().get('[role=dialog]').text()).toContain('已栽八百株。')
  server.on('POST /api/countersigns/a/answer', { status: 204 })
  await submit()
  expect(server.asked('POST /api/countersigns/a/answer')[1]?.body).toEqual({ version: 3, agrees: false, words: '漏了三处' })
})

it('says that something need not be signed any more', async () => {
  await show()
  await press('同意：逐年种树之a。')
  server.on('POST /api/countersigns/a/answer', { status: 409, body: { type: '/problems/out-of-turn', title: '现在不能这样做' } })
  waiting = []
  await submit()
  expect(body().find('[role=dialog]').exists()).toBe(false)
  expect(page.text()).toContain('这一项已不需要会签。')
})

it('lets a coordinator write down what others told, and says who told it', async () => {
  signInAs('COORDINATOR')
  waiting = [toSign('a', { own: false }), toSign('b')]
  await show()
  expect(page.findAll('h2').map((head) => head.text())).toEqual(['等本单位会签的（1）', '等所辖单位会签的（1），可以代录'])
  await press('代录同意，某县水利局：逐年种树之a。')
  await submit()
  expect(body().text()).toContain('请写明由谁、怎样告知')
  await body().get('input[name=toldBy]').setValue('李科长来电')
  await submit()
  expect(server.asked('POST /api/countersigns/a/answer')[0]?.body).toEqual({ version: 2, agrees: true, words: '', toldBy: '李科长来电' })
})

it('is walked with the arrows', async () => {
  await show()
  const acts = page.findAll('button.act')
  ;(acts[0]?.element as HTMLElement).focus()
  await acts[0]?.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(acts[1]?.element)
  await acts[1]?.trigger('keydown', { key: 'ArrowUp' })
  expect(document.activeElement).toBe(acts[0]?.element)
})

it('says that nothing waits, and how many more there are', async () => {
  server.on('GET /api/countersigns', { body: { total: 205, waiting } })
  await show()
  expect(page.text()).toContain('共 205 项，这里列出请得最早的 2 项')
  page.unmount()
  server.on('GET /api/countersigns', { body: { total: 0, waiting: [] } })
  await show()
  expect(page.text()).toContain('没有等着会签的报告')
  expect(page.get('a.button').attributes('href')).toBe('/round-ups')
})
