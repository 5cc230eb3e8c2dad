import { describe, expect, it } from 'vitest'
import { definitionText, columnOfPath, scalar } from './definitionText'
import { canBeKey, draftOf, misfitsOf, settled, shapeOf, takenAsText, type DraftColumn } from './draft'
import type { Becomes, LedgerColumn, LedgerReading, ProposedField } from './types'

function column(letters: string, heading: string, field: Partial<ProposedField>, rest: Partial<LedgerColumn> = {}): LedgerColumn {
  return {
    letters,
    heading,
    examples: [],
    filled: 3,
    distinct: 3,
    becomes: 'FIELD' as Becomes,
    field: { id: letters.toLowerCase(), label: heading.split('/').at(-1) ?? '', group: '', type: 'text', required: false, key: false, ...field },
    misfits: [],
    ...rest,
  }
}

const reading: LedgerReading = {
  fileName: '台账.xlsx',
  title: '某县危险废物台账',
  notes: [],
  sheets: ['Sheet1'],
  rows: 3,
  register: { id: 'dangerous-waste', name: '某县危险废物台账', kind: 'LEDGER', geometry: 'POINT' },
  columns: [
    column('A', '备注', { id: 'remark' }),
    column('B', '单位名称', { id: 'unit_name', longest: 100, required: true, key: true }),
    column('C', '危险废物/年产生量', { id: 'amount', group: '危险废物', type: 'quantity', unit: 't', decimals: 2 }, { misfits: [{ place: 'C6', written: '5-6', problem: '是个区间' }] }),
    column('D', '危险废物/种类', { id: 'sort', group: '危险废物', type: 'choice', choices: ['废酸', '废"碱"'], longest: 50 }),
    column('E', '贮存/经度', { id: 'lon', group: '贮存' }, { becomes: 'LONGITUDE' }),
    column('F', '贮存/纬度', { id: 'lat', group: '贮存' }, { becomes: 'LATITUDE' }),
    column('G', '是否签合同', { id: 'contract', type: 'flag' }),
    column('H', '面积（㎡）', { id: 'area', label: '面积', type: 'quantity', unit: 'm²', decimals: 0 }),
  ],
  leftOut: [],
  doubts: [],
}
const words = { kind: '台账', choices: (label: string, values: string[]) => `${label}只能填：${values.join('、')}` }
const at = (columns: DraftColumn[], index: number) => columns[index] as DraftColumn

describe('the draft of a register', () => {
  it('takes a column with misfits as text, so that every row comes in', () => {
    const { columns } = draftOf(reading)
    expect(at(columns, 2).type).toBe('text')
    expect(at(columns, 7).type).toBe('quantity')
    expect(misfitsOf(at(columns, 2), reading.columns[2] as LedgerColumn)).toEqual([])
  })

  it('takes both columns of a place as text where it cannot be read in every row, and says so', () => {
    const [lon, lat] = [reading.columns[4], reading.columns[5]] as [LedgerColumn, LedgerColumn]
    const swapped = { ...lon, misfits: [{ place: 'E17', written: '34.6', problem: '不像经度' }] }
    const draft = draftOf({ ...reading, columns: reading.columns.map((each) => (each === lon ? swapped : each)) })
    expect(shapeOf(draft)).toBe('NONE')
    expect([at(draft.columns, 4), at(draft.columns, 5)].map(({ becomes, type }) => `${becomes} ${type}`)).toEqual(['FIELD text', 'FIELD text'])
    expect(takenAsText(at(draft.columns, 4), swapped)).toHaveLength(1)
    expect(takenAsText(at(draft.columns, 5), lat)).toEqual([])
  })

  it('names the misfits where the proposed type is chosen all the same', () => {
    const chosen = { ...at(draftOf(reading).columns, 2), type: 'quantity' as const }
    expect(misfitsOf(chosen, reading.columns[2] as LedgerColumn).map(({ place }) => place)).toEqual(['C6'])
  })

  it('has a point where both coordinates are kept, and no shape where one is not', () => {
    const draft = draftOf(reading)
    expect(shapeOf(draft)).toBe('POINT')
    at(draft.columns, 4).kept = false
    expect(shapeOf(draft)).toBe('NONE')
  })

  it('makes a key required, and no key of what cannot be one', () => {
    const { columns } = draftOf(reading)
    expect(settled({ ...at(columns, 1), required: false }).required).toBe(true)
    expect(canBeKey(at(columns, 6))).toBe(false)
    expect(settled({ ...at(columns, 6), key: true }).key).toBe(false)
  })
})

describe('the text of its definition', () => {
  it('has a line for each field, known by what stands over its column', () => {
    expect(definitionText(draftOf(reading), reading, words)).toBe(`register: dangerous-waste
version: 1
name: 某县危险废物台账
kind: 台账
key: [unit_name]
geometry: point
groups:
  - {id: g1, label: 危险废物}
fields:
  - {id: remark, label: 备注, type: text, longest: 200}
  - {id: unit_name, label: 单位名称, type: text, longest: 100, required: true}
  - {id: amount, label: "年产生量（t）", type: text, longest: 200, group: g1, aliases: ["危险废物/年产生量", 年产生量]}
  - {id: sort, label: 种类, type: text, longest: 50, group: g1, aliases: ["危险废物/种类"]}
  - {id: contract, label: 是否签合同, type: flag}
  - {id: area, label: 面积, type: quantity, unit: "m²", decimals: 0, aliases: ["面积（㎡）"]}
rules:
  - {id: sort-choices, test: "sort in [\\"废酸\\", \\"废\\\\\\"碱\\\\\\"\\"]", message: "种类只能填：废酸、废\\"碱\\"", field: sort}
`)
  })

  it.each([
    ['单位名称', '单位名称'],
    ['true', '"true"'],
    ['12', '"12"'],
    ['10⁴ m³', '"10⁴ m³"'],
    ['a: b', '"a: b"'],
    ['', '""'],
  ])('writes %s as %s', (text, yaml) => {
    expect(scalar(text)).toBe(yaml)
  })

  it('leads a fault back to its column', () => {
    const draft = draftOf(reading)
    expect(columnOfPath(draft, 'fields[1].label')).toBe(1)
    expect(columnOfPath(draft, 'fields[4].type')).toBe(6)
    expect(columnOfPath(draft, 'register')).toBeUndefined()
  })
})
