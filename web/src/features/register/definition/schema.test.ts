import { expect, it } from 'vitest'
import { partsOf, typesOf, type Schema } from './schema'

const FIELD: Schema = {
  properties: {
    id: { description: '标识' },
    type: { description: '类型', enum: ['text', 'quantity', 'flag'] },
    unit: { description: '单位' },
    longest: { description: '最多字数' },
    sortable: {},
  },
  allOf: [
    { if: { properties: { type: { const: 'text' } } }, then: { properties: { unit: false } } },
    { if: { properties: { type: { const: 'quantity' } } }, then: { properties: { longest: false, unit: {} } } },
    { if: { properties: { type: { const: 'flag' } } }, then: { properties: { longest: false, unit: false, sortable: false } } },
  ],
}

it('tells the parts of an object and the words that they take', () => {
  expect(partsOf(FIELD).slice(0, 2)).toEqual([
    { name: 'id', about: '标识' },
    { name: 'type', about: '类型 · text | quantity | flag' },
  ])
  expect(partsOf(undefined)).toEqual([])
})

it('tells of each type the parts that not every type has', () => {
  expect(typesOf(FIELD)).toEqual([
    { type: 'text', own: ['longest'] },
    { type: 'quantity', own: ['unit'] },
    { type: 'flag', own: [] },
  ])
})
