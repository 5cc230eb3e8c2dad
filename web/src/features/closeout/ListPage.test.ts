import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Item, List } from './api'
import { item, list, milestone, tally } from './fixtures'
import ListPage from './ListPage.vue'
import ListsPage from './ListsPage.vue'

let server: PretendServer
let page: VueWrapper
let router: Router
let items: Item[]
let shown: List

const LIST = '/api/close-out-lists/l1'
const ITEMS = '/api/close-out-lists/items'
const body = () => new DOMWrapper(document.body)
const button = (text: string) => body().findAll('button').findLast((each) => each.text() === text)
const rows = () => page.findAll('.data-table tbody tr')

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  shown = list()
  items = [
    item('1', { overdue: true }),
    item('2', { state: 'SUBMITTED', submitted: true, words: '已清运覆土', version: 2 }),
    item('3', { state: 'STRUCK_OFF', submitted: true, struckOffOn: '2026-06-10', organisation: 'o2', organisationName: '某县林业局' }),
  ]
  server = new PretendServer()
    .on(`GET ${LIST}`, () => ({
      body: {
        list: shown,
        duty: { id: 'd1', plan: 'p1', task: 3, heading: '一、任务', sentence: '堆场年底前全部清零。', organisationName: '某县水利局' },
        organisations: [{ organisation: 'o1', name: '某县水利局', tally: tally() }],
      },
    }))
    .on(`GET ${LIST}/items`, () => ({ body: { items } }))
    .on(`GET ${ITEMS}/i1/history`, { body: { changes: [] } })
    .on(`GET ${ITEMS}/i2/history`, {
      body: { changes: [{ item: 'i2', number: '2', what: 'SUBMITTED', field: '', before: '', after: '', words: '已清运覆土', files: [], toldBy: '', why: '', by: 'shui', at: '2026-06-12T01:00:00Z' }] },
    })
    .on('GET /api/organisations', { body: [] })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(address = '/duties/close-out-lists/l1'): Promise<void> {
  ;({ page, router } = await open('/duties/close-out-lists/:id', ListPage, address))
}

async function press(text: string): Promise<void> {
  await button(text)?.trigger('click')
  await flushPromises()
}

it('shows the rate against its targets, the sentence, and what each organisation has', async () => {
  await show()
  expect(page.get('h1').text()).toBe('堆场清零清单')
  expect(page.text()).toContain('共 7 条：未销号 2，申请销号 1，已销号 4；逾期 1。销号率 57.1%（4/7）。')
  expect(page.text()).toContain('临近，还有 15 天，还差 1 条')
  expect(page.text()).toContain('进行中，还有 199 天，还差 3 条')
  expect(page.get('.sentence a').attributes('href')).toBe('/plans/p1#task-3')
  expect(rows()).toHaveLength(3)
  expect(rows()[0]?.text()).toContain('逾期')
})

it('narrows the items by state, organisation and being overdue, in the address', async () => {
  await show('/duties/close-out-lists/l1?f.state=已销号')
  expect(rows()).toHaveLength(1)
  await page.get('select[aria-label="筛选：状态"]').setValue('')
  await page.get('select[aria-label="筛选：是否逾期"]').setValue('逾期')
  await flushPromises()
  expect(rows()).toHaveLength(1)
  expect(router.currentRoute.value.query['f.overdue']).toBe('逾期')
})

it('strikes a submitted item off, and the rate moves', async () => {
  server.on(`POST ${ITEMS}/i2/striking-off`, (sent) => {
    items = items.map((each) => (each.id === 'i2' ? { ...each, state: 'STRUCK_OFF', version: 3 } : each))
    shown = list({ tally: tally({ struckOff: 5, submitted: 0, permille: 714 }), milestones: [milestone('2026-06-30', 60, { state: 'REACHED', lacking: 0 })] })
    return { body: { ...items[1], sent: undefined, version: (sent.body as { version: number }).version + 1 } }
  })
  await show('/duties/close-out-lists/l1?item=i2')
  expect(page.get('aside').text()).toContain('已清运覆土')
  await press('核查销号')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(server.asked(`POST ${ITEMS}/i2/striking-off`)[0]?.body).toEqual({ version: 2 })
  expect(page.get('.done').text()).toBe('条目 2 已销号，销号率 71.4%（5/7）。')
  expect(page.text()).toContain('已达到')
})

it('keeps what is typed about an item that has left the list, and asks nothing of the next one', async () => {
  await show('/duties/close-out-lists/l1?item=i2')
  await press('退回')
  await body().get('form textarea').setValue('照片不全')
  server.on(`POST ${ITEMS}/i2/return`, () => {
    items = items.filter(({ id }) => id !== 'i2')
    return { status: 409, body: { type: '/problems/changed-since', title: '已有人更改', status: 409 } }
  })
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(rows()).toHaveLength(2)
  expect(body().get<HTMLTextAreaElement>('form textarea').element.value).toBe('照片不全')
  expect(body().get('form').text()).toContain('已有人更改')

  await router.push('/duties/close-out-lists/l1?item=i1')
  await flushPromises()
  expect(body().find('form').exists()).toBe(false)
})

it('asks for a reason before it gives back, and for the teller before it submits for somebody', async () => {
  await show('/duties/close-out-lists/l1?item=i2')
  await press('退回')
  await body().get('form').trigger('submit')
  expect(body().text()).toContain('请写明原因')
  expect(server.asked(`POST ${ITEMS}/i2/return`)).toHaveLength(0)
  page.unmount()
  document.body.replaceChildren()

  await show('/duties/close-out-lists/l1?item=i1')
  await press('代为申请')
  await body().get('form').trigger('submit')
  expect(body().text()).toContain('请写明由谁、怎样告知')
  expect(body().text()).toContain('请写明怎样完成的')
})

it('tells the second editor what the first changed, and saves over it once that was seen', async () => {
  let asked = 0
  server.on(`PUT ${ITEMS}/i1`, () =>
    asked++ === 0
      ? {
          status: 409,
          body: {
            type: '/problems/item-changed',
            title: '已有人更改',
            status: 409,
            current: item('1', { version: 4, task: '清理堆场并覆土' }),
            changes: [{ item: 'i1', number: '1', what: 'EDITED', field: 'task', before: '清理堆场之1', after: '清理堆场并覆土', words: '', files: [], toldBy: '', why: '', by: 'qian', at: '2026-06-12T01:00:00Z' }],
          },
        }
      : { body: item('1', { version: 5 }) },
  )
  await show('/duties/close-out-lists/l1?item=i1')
  await press('修改')
  await body().get('textarea[name=measures]').setValue('覆土三十厘米')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(body().text()).toContain('修改 问题（任务）：清理堆场之1 → 清理堆场并覆土')
  await press('看过了，仍按我填写的保存')
  const sent = server.asked(`PUT ${ITEMS}/i1`).map(({ body: told }) => told as { version: number; measures: string })
  expect(sent.map(({ version }) => version)).toEqual([1, 4])
  expect(sent[1]?.measures).toBe('覆土三十厘米')
})

it('shows an officer the own items without the standing of the whole list', async () => {
  signInAs('OFFICER')
  shown = list({ kept: false, milestones: [milestone('2026-06-30', 60, { state: null, needed: null, lacking: null })] })
  items = [item('1', { owed: true })]
  await show('/duties/close-out-lists/l1?item=i1')
  expect(page.text()).toContain('本单位 7 条')
  expect(page.text()).not.toContain('应销号')
  expect(button('申请销号')).toBeDefined()
  expect(button('修改')).toBeUndefined()
  expect(button('添加条目')).toBeUndefined()
})

it('lists all lists with the target to watch, and makes one', async () => {
  server.on('GET /api/close-out-lists', { body: { lists: [list()] } }).on('POST /api/close-out-lists', { status: 201, body: { list: list({ id: 'l2' }), organisations: [] } })
  ;({ page, router } = await open('/duties/close-out-lists', ListsPage, '/duties/close-out-lists'))
  expect(page.text()).toContain('2026-06-30前 60%')
  expect(page.text()).toContain('临近')
  await press('新建清单')
  await body().get('form').trigger('submit')
  expect(body().text()).toContain('请填写清单名称')
  expect(body().text()).toContain('第 1 个目标请选择日期')
  await body().get('input[name=name]').setValue('农膜回收清单')
  await body().get('input[name=day-0]').setValue('2026-12-31')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/close-out-lists')[0]?.body).toEqual({ name: '农膜回收清单', milestones: [{ day: '2026-12-31', percent: 100 }] })
  expect(router.currentRoute.value.path).toBe('/duties/close-out-lists/l2')
})

it('says what to do where there is no list', async () => {
  server.on('GET /api/close-out-lists', { body: { lists: [] } })
  ;({ page, router } = await open('/duties/close-out-lists', ListsPage, '/duties/close-out-lists'))
  expect(page.text()).toContain('还没有销号清单')
})

it('takes an import back, telling which of its items stay because they were worked on', async () => {
  const brought = {
    id: 'b1',
    fileName: '堆场清单.xlsx',
    items: 3,
    by: 'xie',
    at: '2026-06-14T01:00:00Z',
    untouched: 2,
    workedOn: [{ id: 'i2', number: '2', task: '清理堆场之2' }],
    takenBack: null,
  }
  server
    .on(`GET ${LIST}/imports`, { body: { imports: [brought] } })
    .on('POST /api/close-out-lists/imports/b1/take-back', () => {
      items = items.filter(({ number }) => number === '2')
      return { body: { ...brought, untouched: 0, takenBack: { removed: 2, by: 'xie', at: '2026-06-15T01:00:00Z', reason: '导入了两次' } } }
    })
  await show()
  await press('导入记录')
  expect(body().text()).toContain('列入 3 条（xie）')
  await press('撤回')
  expect(body().text()).toContain('移出这次导入后没有办理过的 2 条')
  expect(body().text()).toContain('1 条已经修改、转办或申请过销号，留在清单中：2 清理堆场之2')
  await body().get('form').trigger('submit')
  expect(server.asked('POST /api/close-out-lists/imports/b1/take-back')).toHaveLength(0)
  await body().get('textarea[name=why]').setValue('导入了两次')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/close-out-lists/imports/b1/take-back')[0]?.body).toEqual({ why: '导入了两次' })
  expect(page.text()).toContain('已撤回“堆场清单.xlsx”：移出 2 条，保留 1 条。')
  expect(rows()).toHaveLength(1)
})
