import { expect, it } from 'vitest'
import { chooseLanguage, useMessages } from '@/shared/i18n'
import { field, pond, PONDS } from '../fixtures/ponds'
import { messages } from '../messages'
import { asLines, chosenColumns, columnsOf, moved, toggled, usualColumns } from './columns'

chooseLanguage('zh')
const say = useMessages(messages)
const all = columnsOf(PONDS, say)

it('offers every field that is still filled in, and what every record has', () => {
  expect(all.map(({ id }) => id)).toEqual(['name', 'grade', 'capacity', 'note', 'treated', 'proof', 'state', 'region', 'organisation', 'changed'])
  expect(all.find(({ id }) => id === 'capacity')).toMatchObject({ label: '库容（10⁴ m³）', numeric: true, sortable: true })
})

it('shows the key, the short fields and the state before anybody has chosen', () => {
  expect(usualColumns(PONDS)).toEqual(['name', 'grade', 'capacity', 'treated', 'state'])
  const plain = { ...PONDS, lifecycle: { states: PONDS.lifecycle.states.slice(0, 1), transitions: [] } }
  expect(usualColumns(plain)).not.toContain('state')
  expect(columnsOf(plain, say).map(({ id }) => id)).not.toContain('state')
})

it('shows first what tells the record, and of many fields those by which it is sorted', () => {
  const extra = Array.from({ length: 6 }, (_, index) => field(`plain${index}`))
  const units = { ...PONDS, key: ['code'], fields: [field('code', { type: 'credit-code' }), ...PONDS.fields, ...extra, field('due', { type: 'date', sortable: true })] }
  expect(usualColumns(units)).toEqual(['name', 'code', 'grade', 'capacity', 'treated', 'due', 'state'])
})

it('passes over columns that are gone', () => {
  expect(chosenColumns(all, ['state', 'gone', 'name']).map(({ id }) => id)).toEqual(['state', 'name'])
})

it('shows and hides a column where it belongs, and moves it', () => {
  expect(toggled(all, ['name', 'state'], 'capacity', true)).toEqual(['name', 'capacity', 'state'])
  expect(toggled(all, ['state', 'name'], 'changed', true)).toEqual(['state', 'name', 'changed'])
  expect(toggled(all, ['name', 'state'], 'name', false)).toEqual(['state'])
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
})

it('copies what is shown, one line a record', () => {
  const record = pond('7', { values: { name: '7号\n池', grade: '21', capacity: 1.5 }, labels: { grade: '二等甲' } })
  expect(asLines(chosenColumns(all, ['name', 'grade', 'capacity', 'state']), [record])).toBe(
    '名称\t等别\t库容（10⁴ m³）\t状态\n7号 池\t二等甲\t1.5\t在册',
  )
})
