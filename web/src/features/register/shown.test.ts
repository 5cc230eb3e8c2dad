import { expect, it } from 'vitest'
import { chooseLanguage, useMessages } from '@/shared/i18n'
import { field, pond, PONDS } from './fixtures/ponds'
import { messages } from './messages'
import { fieldText, headOf, markOf, sectionsOf, titleField, titleOf, treeOf, valueText, withBelow } from './shown'
import type { Value } from './types'

chooseLanguage('zh')
const say = useMessages(messages)

it.each<[Value | undefined, string | undefined, string]>([
  [undefined, undefined, ''],
  ['甲', undefined, '甲'],
  ['21', '二等甲', '二等甲'],
  [0, undefined, '0'],
  [1.25, undefined, '1.25'],
  [false, undefined, '否'],
  [{ from: '2026-01-01' }, undefined, '2026-01-01 起'],
  [{ from: '2026-01-01', to: '2026-02-01' }, undefined, '2026-01-01 至 2026-02-01'],
  [['a', 'b'], undefined, '2 份'],
  [['a'], '县林业局', '县林业局'],
])('shows %j labelled %j as “%s”', (value, label, text) => {
  expect(valueText(value, label, say)).toBe(text)
})

it('calls a record by its key, else by its first value, else unnamed', () => {
  expect(titleOf(PONDS, pond('7'), say)).toBe('7号池')
  expect(titleOf({ ...PONDS, key: [] }, pond('7', { values: { note: '甲', former: '乙' } }), say)).toBe('甲')
  expect(titleOf(PONDS, pond('7', { values: {} }), say)).toBe('（未命名）')
})

it('calls a record by its name where the key is but a code, and by the code where it has none', () => {
  const units = { ...PONDS, key: ['code'], fields: [field('code', { type: 'credit-code' }), ...PONDS.fields] }
  expect(titleOf(units, pond('7', { values: { code: '91990121MA00000012', name: '甲厂' } }), say)).toBe('甲厂')
  expect(titleOf(units, pond('7', { values: { code: '91990121MA00000012' } }), say)).toBe('91990121MA00000012')
  expect(titleField(units)).toBe('name')
  expect(titleField(PONDS)).toBe('name')
})

it('rounds what is worked out, and nothing that somebody wrote', () => {
  const values = { share: 31.99362041, area: 0.123456 }
  expect(fieldText(field('share', { type: 'computed' }), pond('7', { values }), say)).toBe('31.99')
  expect(fieldText(field('area', { type: 'number' }), pond('7', { values }), say)).toBe('0.123456')
})

it('puts the unit beside the label', () => {
  expect(headOf(field('c', { label: '库容', unit: 'm³' }), say)).toBe('库容（m³）')
})

it('marks the first state, those under way, and those at an end', () => {
  expect(PONDS.lifecycle.states.map(({ id }) => markOf(PONDS, id))).toEqual(['○', '●', '✓'])
})

it('lays codes out as a tree, and leaves none out', () => {
  const codes = [
    { code: '21', label: '', parent: '2' },
    { code: '1', label: '' },
    { code: '2', label: '' },
    { code: '9', label: '', parent: 'gone' },
    { code: '211', label: '', parent: '21' },
  ]
  expect(treeOf(codes).map(({ code, depth }) => `${code.code}/${depth}`)).toEqual(['1/0', '2/0', '21/1', '211/2', '9/0'])
  expect(withBelow(codes, '2')).toEqual(['2', '21', '211'])
})

it('shows fields without a heading first, and headings without fields not at all', () => {
  const only = PONDS.fields.filter(({ id }) => id === 'note' || id === 'treated')
  expect(sectionsOf(PONDS, only).map(({ id, fields }) => [id, fields.map((each) => each.id)])).toEqual([
    ['', ['note']],
    ['work', ['treated']],
  ])
})
