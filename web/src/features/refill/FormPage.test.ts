import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { held, open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { form, mapped, whole } from './fixtures'
import FillView from './FillView.vue'
import FormPage from './FormPage.vue'

let server: PretendServer
let page: VueWrapper

const body = () => new DOMWrapper(document.body)
const FIGURE = mapped(1, 1, { kind: 'FIGURE', count: 'LINES', of: 'ALL' })
const TYPED = mapped(1, 2, { hint: '批示' })

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/superior-forms/f1', { body: whole() })
    .on('GET /api/superior-forms/f1/choices', { body: { duties: [], plans: [] } })
    .on('GET /api/superior-forms/f1/proposals', { body: { cells: [FIGURE], faults: [] } })
    .on('PUT /api/superior-forms/f1/mapping', { body: { version: 4 } })
    .on('POST /api/superior-forms/f1/preview', {
      body: {
        cells: [
          { mapped: FIGURE.id, place: '表!B2', label: '任务数', before: '1', now: '2', changed: true, warnings: [] },
          { mapped: TYPED.id, place: '表!C2', label: '批示', before: '照办', now: '照办', changed: false, warnings: ['文字太长'] },
        ],
        faults: [{ place: '表!A9', problem: '行数不够', remedy: '插入行' }],
        notices: [],
        gone: [],
        lastPeriod: '2026年8月',
      },
    })
    .on('POST /api/superior-forms/f1/fillings', {
      status: 201,
      body: { id: 'x1', first: '2026-09-01', period: '2026年9月', fileName: '土壤月报-2026年9月.xlsx', cells: 2, warnings: 1, faults: 1, changedBy: 'xie', changedAt: '2026-09-10T01:00:00Z' },
    })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(view = ''): Promise<void> {
  ;({ page } = await open('/superior-forms/:id', FormPage, `/superior-forms/f1${view}`))
}

function the<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('it is not there')
  return found
}

const button = (text: string) => the(body().findAll('button').find((each) => each.text() === text))
const gridcell = (text: string) => the(page.findAll('[role=gridcell]').find((each) => each.text().includes(text)))

it('maps a cell from the keyboard, takes over what is proposed, and saves both', async () => {
  await show()
  expect(page.get('[role=gridcell][tabindex="0"]').attributes('aria-selected')).toBe('true')
  await button('按表中文字提议').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('表!B2')
  await button('全部采用').trigger('click')

  await gridcell('县林业局').trigger('click')
  await gridcell('县林业局').trigger('keydown', { key: 'ArrowRight' })
  await page.get('[aria-selected="true"]').trigger('keydown', { key: 'ArrowRight' })
  await page.get('[aria-selected="true"]').trigger('keydown', { key: 'Enter' })
  expect(document.activeElement).toBe(page.get('select[name=kind]').element)
  await page.get('select[name=kind]').setValue('TYPED')
  await page.get('form').trigger('submit')
  server.on('GET /api/superior-forms/f1', { body: whole({ mapping: [FIGURE, TYPED] }) })
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }))
  await flushPromises()

  const [kept] = server.asked('PUT /api/superior-forms/f1/mapping')
  expect(kept?.body).toEqual({ version: 3, cells: [FIGURE, { sheet: '表', row: 1, column: 2, kind: 'TYPED', hint: '' }] })
  expect(page.text()).toContain('已保存 2 处对应。')
  expect(page.find('[role=grid]').exists()).toBe(true)
})

it('keeps as unsaved what is mapped while the rest is being saved, and what is being chosen for a cell', async () => {
  const save = () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }))
    return flushPromises()
  }
  const type = async (row: number, column: number) => {
    await page.get(`tbody tr:nth-child(${row + 1}) [role=gridcell]:nth-of-type(${column + 1})`).trigger('click')
    await page.get('select[name=kind]').setValue('TYPED')
  }
  await show()
  await type(1, 1)
  await page.get('form').trigger('submit')
  const coming = held({ body: { version: 4 } })
  server.on('PUT /api/superior-forms/f1/mapping', coming.answer)
  const reloaded = held({ body: whole({ form: form({ version: 4 }), mapping: [mapped(1, 1)] }) })
  server.on('GET /api/superior-forms/f1', reloaded.answer)
  await save()
  await type(1, 2)
  await page.get('form').trigger('submit')
  await type(2, 2)

  await coming.letGo()
  expect(page.text()).toContain('已保存 1 处对应。')
  expect(page.text()).toContain('已对应 2 处')

  await save()
  expect(server.asked('PUT /api/superior-forms/f1/mapping')[1]?.body).toMatchObject({ version: 4, cells: [{ row: 1, column: 1 }, { row: 1, column: 2 }] })
  await reloaded.letGo()
  expect(page.get<HTMLSelectElement>('select[name=kind]').element.value).toBe('TYPED')
})

it('lets nobody map a formula', async () => {
  await show()
  await gridcell('=SUM').trigger('click')
  expect(page.text()).toContain('公式由表格自己计算，不会改动')
  expect(page.find('select[name=kind]').exists()).toBe(false)
})

it('shows what changed since the last period, takes what is typed, and makes the file', async () => {
  server.on('GET /api/superior-forms/f1', { body: whole({ mapping: [FIGURE, TYPED] }) })
  await show('?view=fill')
  expect(page.text()).toContain('与2026年8月相比，1 处有变化，1 处有提醒。')
  expect(page.text()).toContain('行数不够')
  await page.get('input[value=changed]').setValue()
  expect(page.findAll('table.cells tbody tr').map((row) => row.get('th').text())).toEqual(['表!B2'])

  await page.get('textarea').setValue('缓办')
  await page.get('textarea').trigger('change')
  await button('生成文件').trigger('click')
  await flushPromises()
  const [made] = server.asked('POST /api/superior-forms/f1/fillings')
  expect(made?.body).toEqual({ first: '2026-09-01', typed: [{ mapped: TYPED.id, text: '缓办' }] })
  expect(page.get('.made a').attributes('href')).toBe('/api/superior-forms/f1/fillings/x1/file')
})

it('leaves alone what is being typed into one cell when the preview of another arrives', async () => {
  const other = mapped(2, 2)
  const cellOf = (id: string, now: string) => ({ mapped: id, place: id, label: id, before: null, now, changed: true, warnings: [] })
  const preview = (now: string) => ({ body: { cells: [cellOf('m1-2', now), cellOf('m2-2', '')], faults: [], notices: [], gone: [], lastPeriod: null } })
  server.on('GET /api/superior-forms/f1', { body: whole({ mapping: [TYPED, other] }) }).on('POST /api/superior-forms/f1/preview', preview(''))
  await show('?view=fill')
  const coming = held(preview('缓办'))
  server.on('POST /api/superior-forms/f1/preview', coming.answer)
  const [first, second] = page.findAll('textarea')
  await first?.setValue('缓办')
  await first?.trigger('change')
  await second?.setValue('正在写')
  await coming.letGo()
  expect(page.findAll('textarea').map(({ element }) => element.value)).toEqual(['缓办', '正在写'])
})

it('fills by what was saved a moment ago, though that arrives after the view was opened', async () => {
  await show()
  const view = mount(FillView, { props: { whole: whole() }, global: { stubs: ['router-link'] } })
  await view.setProps({ whole: whole({ mapping: [FIGURE, TYPED] }) })
  await flushPromises()
  expect(view.text()).toContain('与2026年8月相比，1 处有变化，1 处有提醒。')
  view.unmount()
})
