import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import DataTable from './DataTable.vue'
import { chooseLanguage } from './i18n'
import type { Column } from './table'

interface Row {
  name: string
  size: number
}

const rows: Row[] = Array.from({ length: 120 }, (_, index) => ({ name: `row ${index + 1}`, size: 120 - index }))
const columns: Column<Row>[] = [
  { key: 'name', label: 'Name', text: ({ name }) => name, filter: 'text' },
  { key: 'size', label: 'Size', text: ({ size }) => String(size), order: ({ size }) => size, numeric: true },
]
let router: Router

async function table(address = '/', sought?: (row: Row) => boolean) {
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => h('div') } }] })
  await router.push(address)
  const props = { caption: 'rows', columns, rows, rowKey: ({ name }: Row) => name, ...(sought ? { sought } : {}) }
  const slots = { 'cell-name': ({ row }: { row: Row }) => h('a', { href: `#${row.name}` }, row.name) }
  return mount(DataTable<Row>, { props, slots, global: { plugins: [router] }, attachTo: document.body })
}

beforeEach(() => chooseLanguage('en'))

it('shows the view that the address names', async () => {
  const page = await table('/?sort=size&f.name=1&page=1')
  expect(page.findAll('tbody a').slice(0, 2).map((link) => link.text())).toEqual(['row 120', 'row 119'])
  expect(page.get('[role=status]').text()).toBe('1–40 of 40 (out of 120)')
})

it('writes sort and filter into the address', async () => {
  const page = await table()
  await page.findAll('thead button')[1]?.trigger('click')
  await flushPromises()
  await page.get('input').setValue('row 12')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ sort: 'size', 'f.name': 'row 12' })
  expect(page.findAll('tbody a').map((link) => link.text())).toEqual(['row 120', 'row 12'])
})

it('walks the rows with the arrow keys, from the filter into the first row and on', async () => {
  const page = await table()
  const input = page.get('input')
  ;(input.element as HTMLElement).focus()
  await input.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toBe('row 1')
  await page.get('tbody a').trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toBe('row 2')
})

it('pages fifty rows at a time', async () => {
  const page = await table('/?page=3')
  expect(page.findAll('tbody tr')).toHaveLength(20)
  expect(page.get('[role=status]').text()).toBe('101–120 of 120')
})

it('goes to the row that is sought, on whatever page, and then lets one leave it', async () => {
  const page = await table('/', ({ size }) => size === 40)
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ page: '2' })
  expect(page.get('[aria-current]').get('a').text()).toBe('row 81')
  expect(document.activeElement).toBe(page.get('[aria-current]').element)
  await router.push('/')
  await flushPromises()
  expect(page.get('[role=status]').text()).toBe('1–50 of 120')
})
