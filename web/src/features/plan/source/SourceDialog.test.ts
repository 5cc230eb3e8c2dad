import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import FileChooser from '@/shared/FileChooser.vue'
import SourceDialog from './SourceDialog.vue'

let dialog: VueWrapper
let readings: ((text: string) => void)[]
let kept: number

beforeEach(async () => {
  readings = []
  kept = 0
  document.cookie = 'XSRF-TOKEN=held'
  const told = (body: unknown) => new Response(JSON.stringify(body), { status: 200 })
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/work-sources/text') return new Promise((resolve) => readings.push((text) => resolve(told({ text }))))
    if (pathname === '/api/work-sources') kept++
    return Promise.resolve(told([]))
  })
  dialog = mount(SourceDialog, { attachTo: document.body })
  await flushPromises()
})

afterEach(() => {
  dialog.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function choose(name: string): Promise<void> {
  dialog.getComponent(FileChooser).vm.$emit('choose', new File([''], name))
  await flushPromises()
}

async function answer(which: number, text: string): Promise<void> {
  readings[which]?.(text)
  await flushPromises()
}

const text = () => new DOMWrapper(document.body).get<HTMLTextAreaElement>('textarea').element.value
const save = () => new DOMWrapper(document.body).get('form').trigger('submit')

it('is not saved before the text of a chosen file is there', async () => {
  await choose('通知.docx')
  await save()
  expect(kept).toBe(0)
  await answer(0, '清河道')
  expect(text()).toBe('清河道')
  await save()
  await flushPromises()
  expect(kept).toBe(1)
})

it('shows the text of the file that was chosen last, whichever is read first', async () => {
  await choose('旧.docx')
  await choose('新.docx')
  await answer(1, '新的')
  await answer(0, '旧的')
  expect(text()).toBe('新的')
})
