import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import type { Returned } from './api'
import { reporting } from './fixtures'
import SheetsDialog from './SheetsDialog.vue'

const finding = (place: string, problem: string) => ({ place, problem, remedy: '请改正。' })

const FOUND: Record<string, Returned> = {
  'good.xlsx': { fileName: 'good.xlsx', organisation: 'o1', taken: 3, same: 1, empty: 0, findings: [finding('F6', '工作状态“快了”不认识。')], notices: [] },
  'other.xlsx': { fileName: 'other.xlsx', taken: 0, same: 0, empty: 0, refusal: finding('', '这是2月的调度表。'), findings: [], notices: [] },
}

let page: VueWrapper
let asked: string[]

const body = () => new DOMWrapper(document.body)
const button = (text: string) => body().findAll('button').find((each) => each.text() === text)

beforeEach(async () => {
  chooseLanguage('zh')
  asked = []
  document.cookie = 'XSRF-TOKEN=held'
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const file = (await request.formData()).get('file') as File
    asked.push(`${pathname}${search} ${file.name}`)
    return Response.json(FOUND[file.name])
  })
  page = mount(SheetsDialog, { props: { round: 'r1', organisations: [reporting('o1', '某县林业局')] }, attachTo: document.body })
  await flushPromises()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function choose(...names: string[]): Promise<void> {
  const input = body().get('input[type=file]')
  Object.defineProperty(input.element, 'files', { configurable: true, value: names.map((name) => new File(['x'], name)) })
  await input.trigger('change')
  await vi.waitFor(() => expect(body().text()).not.toContain('正在检查'))
}

it('checks each file first, and says whose it is, what would be taken, what is wrong and what is refused', async () => {
  await choose('good.xlsx', 'other.xlsx')
  expect(asked).toEqual(['/api/round-ups/r1/sheets?check=true good.xlsx', '/api/round-ups/r1/sheets?check=true other.xlsx'])
  const told = body().get('[role=dialog]').text()
  expect(told).toContain('某县林业局')
  expect(told).toContain('可导入 3 项，与现有相同 1 项')
  expect(told).toContain('F6')
  expect(told).toContain('这是2月的调度表。')
  expect(body().findAll('[aria-label^="下载标注后的表"]')).toHaveLength(1)
})

it('takes those of which something can be taken, leaves the others, and stays open meanwhile', async () => {
  await choose('good.xlsx', 'other.xlsx')
  await button('导入 3 项')?.trigger('click')
  await button('取消')?.trigger('click')
  expect(page.emitted('close')).toBeUndefined()
  await vi.waitFor(() => expect(body().text()).toContain('已导入 3 项，与现有相同 1 项'))
  expect(asked.slice(2)).toEqual(['/api/round-ups/r1/sheets good.xlsx'])
  await button('关闭')?.trigger('click')
  expect(page.emitted('done')).toEqual([[3]])
})
