import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Brought } from './api'
import ImportDialog from './ImportDialog.vue'

let dialog: VueWrapper
let asked: string[]
let answer: Brought

const brought = (told: Partial<Brought> = {}): Brought => ({ taken: false, items: [], findings: [], notices: [], ...told })

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  asked = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).pathname + new URL(request.url).search)
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } }))
  })
  document.cookie = 'XSRF-TOKEN=held'
  dialog = mount(ImportDialog, {
    props: { list: 'l1' },
    attachTo: document.body,
    global: { stubs: { ElDialog: { template: '<div><slot /><slot name="footer" /></div>' } } },
  })
})

afterEach(() => {
  dialog.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function choose(): Promise<void> {
  const input = dialog.get<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], '清单.csv')], configurable: true })
  await input.trigger('change')
  await flushPromises()
}

const take = () => dialog.findAll('button').at(-1)

it('shows faults in their cells and takes nothing while there are any', async () => {
  answer = brought({ findings: [{ place: 'C5', problem: '没有这个单位', remedy: '请写全称' }] })
  await choose()
  expect(asked).toEqual(['/api/close-out-lists/l1/import?check=true'])
  expect(dialog.text()).toContain('有 1 处需要改正，没有导入任何条目')
  expect(dialog.text()).toContain('C5')
  expect(take()?.attributes('disabled')).toBeDefined()
})

it('shows what would come, then takes all of it, and stays open meanwhile', async () => {
  const one = { number: '1', task: '清理', place: '', organisationName: '某县水利局', person: '程某', telephone: '', due: '2026-06-30' }
  answer = brought({ items: [one], notices: [{ place: '', problem: '这些栏目没有用到：备注。', remedy: '其余照常。' }] })
  await choose()
  expect(dialog.text()).toContain('将列入 1 条')
  expect(dialog.text()).toContain('备注')
  answer = brought({ items: [one], taken: true })
  await take()?.trigger('click')
  await dialog.findAll('button').at(-2)?.trigger('click')
  expect(dialog.emitted('close')).toBeUndefined()
  await flushPromises()
  expect(asked).toEqual(['/api/close-out-lists/l1/import?check=true', '/api/close-out-lists/l1/import'])
  expect(dialog.emitted('done')).toEqual([[1]])
})
