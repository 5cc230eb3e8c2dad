import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import type { ChangeForm, EntryContent, Plan } from '@/api/types'
import { session } from '@/shared/session'
import { InventedPlan } from '../fixtures/invented'
import { correctables } from './content'
import CorrectPage from './CorrectPage.vue'

const BODY = '登记菜园，11月底前完成。'
const built = new InventedPlan()
  .heading(1, '一、摸底')
  .task(BODY, '县农业农村局', ['县供销社'])
  .deadline('11月底前', '2027-11-30', true)
  .finding('登记菜园', '看不懂')
  .task('清点厂房。', '县工业和信息化局')
  .build()

/** Until which changes get no answer. */
let holding: Promise<void>
const sent: { url: string; method: string; body: unknown }[] = []
let answers: { status: number; body: unknown }[] = []
let plan: Plan

function stored(): Plan {
  const tasks = built.tasks.map((task) => ({ ...task, version: 4 }))
  return { ...built, tasks, id: 'p1', regionCode: '990001', title: '某县2027年方案', issuedOn: null } as unknown as Plan
}

async function serve(input: Request): Promise<Response> {
  const url = new URL(input.url).pathname
  if (input.method !== 'GET') {
    const body = await input.text()
    sent.push({ url, method: input.method, body: body === '' ? undefined : JSON.parse(body) })
    await holding
    const { status, body: answer } = answers.shift() ?? { status: 201, body: { entries: [] } }
    return new Response(status === 204 ? null : JSON.stringify(answer), { status })
  }
  const known: Record<string, unknown> = {
    '/api/plans/p1': plan,
    '/api/plans/p1/changes': { changes: [], nextUndo: 'c1', nextRedo: null },
    '/api/regions': [{ code: '990001', name: '某县', governed: true }],
  }
  return new Response(JSON.stringify(known[url] ?? []), { status: 200 })
}

let page: VueWrapper

beforeEach(async () => {
  sent.length = 0
  holding = Promise.resolve()
  answers = []
  plan = stored()
  document.cookie = 'XSRF-TOKEN=held'
  vi.stubGlobal('fetch', serve)
  session.value = { account: { role: 'COORDINATOR', username: 'xie', displayName: '谢' } } as unknown as typeof session.value
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/plans/:id/:rest(.*)*', component: CorrectPage, props: true }] })
  await router.push('/plans/p1/correct')
  page = mount(RouterView, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

function contentOf({ tasks }: Plan): EntryContent | undefined {
  return correctables({ tasks, goals: [], obligations: [] })[0]?.content
}

function press(key: string, part: KeyboardEventInit = {}): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...part }))
}

const options = () => page.findAll('[role=option]').map((option) => option.text().split(/\s/)[0])
const lead = () => page.find<HTMLInputElement>('[data-field=lead] input')

it('lists what is doubtful first, and shows its entry beside it', () => {
  expect(options()).toEqual(['?', '?', '任务', '任务'])
  expect(page.find('.editor h2').text()).toBe('任务 1')
  expect(lead().element.value).toBe('县农业农村局')
})

it('sends what was typed with the version that was seen', async () => {
  await lead().setValue('县水利局')
  expect(page.find('.editor h2').text()).toContain('未保存')
  press('s', { ctrlKey: true })
  await flushPromises()
  expect(sent).toHaveLength(1)
  const { kind, entries } = sent[0]?.body as ChangeForm
  expect([kind, entries[0]?.id, entries[0]?.version, entries[0]?.after?.lead]).toEqual(['EDIT', 'id-1', 4, ['县水利局']])
  expect(page.find('.status').text()).toContain('已保存')
})

it('shows what somebody else has changed beside what was typed, and sends it anew only when told to', async () => {
  await lead().setValue('县水利局')
  const content = { ...contentOf(plan), lead: ['县生态环境局'] }
  const conflict = { kind: 'TASK', id: 'id-1', by: 'sun', at: '2027-01-01T00:00:00Z', current: { version: 5, position: 0, content } }
  answers = [{ status: 409, body: { type: '/problems/plan.changed-meanwhile', title: '改过了', by: 'sun', at: conflict.at, conflicts: [conflict], current: conflict.current } }]
  press('s', { ctrlKey: true })
  await flushPromises()
  const alert = page.find('.conflict')
  expect(alert.text()).toContain('sun')
  expect(alert.text()).toMatch(/县农业农村局.*县生态环境局.*县水利局/)
  expect(lead().element.value).toBe('县水利局')

  plan = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, version: 5, lead: ['县生态环境局'] })) }
  await alert.findAll('button').at(-1)?.trigger('click')
  await flushPromises()
  expect(sent).toHaveLength(1)
  press('s', { ctrlKey: true })
  await flushPromises()
  const { entries } = sent[1]?.body as ChangeForm
  expect([entries[0]?.version, entries[0]?.after?.lead]).toEqual([5, ['县水利局']])
})

it('says at its field what the server refuses', async () => {
  await lead().setValue('县水利局')
  answers = [{ status: 422, body: { title: '有错', findings: [{ place: '牵头 1', problem: '不能用', remedy: '请改' }], fields: ['entries[0].after.lead[0]'] } }]
  press('s', { ctrlKey: true })
  await flushPromises()
  expect(page.find('[data-field=lead] [role=alert]').text()).toContain('牵头 1 不能用 请改')
  expect(lead().element.value).toBe('县水利局')
})

it('accepts a doubt of the reader, and a date that was inferred', async () => {
  answers = [{ status: 204, body: undefined }]
  press('a')
  await flushPromises()
  expect(sent[0]).toMatchObject({ url: '/api/plans/p1/findings/0/settled', method: 'PUT' })
  press('a')
  await flushPromises()
  const { entries } = sent[1]?.body as ChangeForm
  expect(entries[0]?.after?.deadlines.map(({ assumed }) => assumed)).toEqual([false])
})

function hold(): () => Promise<void> {
  let letGo: () => void = () => undefined
  holding = new Promise((resolve) => (letGo = resolve))
  return async () => {
    letGo()
    await flushPromises()
  }
}

it('accepts one doubt for one key, and stays at it where the server refuses', async () => {
  const letGo = hold()
  answers = [{ status: 500, body: { title: '出错了' } }]
  const chosen = page.get('[role=option][aria-selected=true]').attributes('id')
  press('a')
  press('a')
  press('a')
  await flushPromises()
  await letGo()
  expect(sent).toHaveLength(1)
  expect(page.text()).toContain('出错了')
  expect(page.get('[role=option][aria-selected=true]').attributes('id')).toBe(chosen)
})

it('saves what was typed on while the rest was being saved upon that', async () => {
  const letGo = hold()
  await lead().setValue('县水利局')
  press('s', { ctrlKey: true })
  await flushPromises()
  await lead().setValue('县林业局')
  plan = { ...plan, tasks: plan.tasks.map((task, index) => (index === 0 ? { ...task, version: 5, lead: ['县水利局'] } : task)) }
  await letGo()
  expect(lead().element.value).toContain('县林业局')
  press('s', { ctrlKey: true })
  await flushPromises()
  const { entries } = sent[1]?.body as ChangeForm
  expect(entries[0]?.version).toBe(5)
  expect(entries[0]?.after?.lead).toEqual(['县林业局'])
})

it('understands a date while it is typed, and does not send what it does not understand', async () => {
  const date = page.find<HTMLInputElement>('[data-date]')
  await date.setValue('2027年10月底前')
  expect(page.find('[data-field=deadlines]').text()).toContain('2027-10-31')
  await date.setValue('尽快')
  press('s', { ctrlKey: true })
  await flushPromises()
  expect(sent).toEqual([])
  expect(page.find('[data-field=deadlines] [role=alert]').text()).toContain('看不懂')
})

it('goes to the next doubt with N, and to its field with E', async () => {
  press('n')
  await flushPromises()
  press('e')
  await flushPromises()
  expect((document.activeElement as HTMLElement).dataset).toHaveProperty('date')
})

it('undoes with Ctrl+Z, but not while somebody is typing', async () => {
  lead().element.focus()
  lead().element.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
  await flushPromises()
  expect(sent).toEqual([])
  press('z', { ctrlKey: true })
  await flushPromises()
  expect(sent).toEqual([{ url: '/api/plans/p1/changes/c1/undo', method: 'POST', body: undefined }])
})

it('keeps what was typed about one entry while another is looked at', async () => {
  await lead().setValue('县水利局')
  const items = page.findAll('[role=option]')
  await items.at(3)?.trigger('click')
  expect(lead().element.value).toBe('县工业和信息化局')
  await items.at(2)?.trigger('click')
  expect(lead().element.value).toBe('县水利局')
  expect(items.at(2)?.text()).toContain('未保存')
})
