import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import type { ColumnKey, WorkItem } from './columns'
import WorkTable from './WorkTable.vue'

const item = (id: string): WorkItem => ({ id, code: `3-${id}`, version: 1, origin: 'TASK', work: '', standard: '' }) as WorkItem

let table: VueWrapper
let answers: ((saved: boolean) => void)[]
const save = vi.fn<(item: WorkItem, column: ColumnKey, text: string) => Promise<boolean>>()

beforeEach(() => {
  chooseLanguage('zh')
  answers = []
  save.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
  const items = [item('a'), item('b')]
  table = mount(WorkTable, {
    props: { items, all: items, columns: ['CODE', 'WORK', 'STANDARD'], editable: true, chosen: new Set<string>(), save },
    attachTo: document.body,
  })
})
afterEach(() => {
  table.unmount()
  save.mockReset()
})

const cellOf = (row: number, key: ColumnKey) => table.get(`tbody tr:nth-child(${row}) [data-key=${key}]`)
const field = () => table.get<HTMLTextAreaElement>('textarea')

async function press(row: number, key: ColumnKey, ...keys: string[]): Promise<void> {
  ;(cellOf(row, key).element as HTMLElement).focus()
  for (const each of keys) await cellOf(row, key).trigger('keydown', { key: each })
  await flushPromises()
}

async function answer(saved: boolean): Promise<void> {
  answers.shift()?.(saved)
  await flushPromises()
}

it('saves what stands in the open cell before it opens another, with all that was typed there meanwhile', async () => {
  await press(1, 'WORK', 'x')
  await field().setValue('造林')
  await press(2, 'STANDARD', '1', '2')
  expect(save.mock.calls.map(([{ id }, column, text]) => [id, column, text])).toEqual([['a', 'WORK', '造林']])
  expect(cellOf(1, 'WORK').find('textarea').exists()).toBe(true)

  await answer(true)
  expect(cellOf(1, 'WORK').find('textarea').exists()).toBe(false)
  expect(cellOf(2, 'STANDARD').get('textarea').element).toBe(document.activeElement)
  expect(field().element.value).toBe('12')
})

it('stays in a cell that was not saved', async () => {
  await press(1, 'WORK', 'x')
  await field().setValue('造林')
  await press(2, 'STANDARD', '1')
  await answer(false)
  expect(cellOf(1, 'WORK').get<HTMLTextAreaElement>('textarea').element.value).toBe('造林')
  expect(table.findAll('textarea')).toHaveLength(1)
})

it('leaves open the cell that one turned to while the last was being saved', async () => {
  await press(1, 'WORK', 'x')
  await field().setValue('造林')
  await field().trigger('keydown', { key: 'Enter' })
  await press(2, 'STANDARD', '1')
  expect(save).toHaveBeenCalledTimes(1)
  await answer(true)
  expect(cellOf(2, 'STANDARD').get<HTMLTextAreaElement>('textarea').element.value).toBe('1')
})

it('leaves the focus at the cell that one turned to meanwhile', async () => {
  await press(1, 'WORK', 'x')
  await field().trigger('keydown', { key: 'Tab' })
  await press(1, 'CODE')
  await answer(true)
  expect(document.activeElement).toBe(cellOf(1, 'CODE').element)
})

it('keeps what was typed on while the cell was being saved', async () => {
  await press(1, 'WORK', 'x')
  await field().setValue('造林')
  await field().trigger('keydown', { key: 'Enter' })
  await field().setValue('造林五百亩')
  await answer(true)
  expect(cellOf(1, 'WORK').get<HTMLTextAreaElement>('textarea').element.value).toBe('造林五百亩')
})
