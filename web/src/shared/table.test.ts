import { describe, expect, it } from 'vitest'
import { asCsv, asText, choices, filterRows, pageOf, PAGE_SIZE, queryOf, sortRows, viewOf, type Column, type TableView } from './table'

interface Row {
  name: string
  kind: string
  size: number
}

const rows: Row[] = [
  { name: 'beta', kind: 'A', size: 9 },
  { name: 'Alpha', kind: 'AB', size: 10 },
  { name: 'gamma\nray', kind: 'A', size: 1 },
]
const columns: Column<Row>[] = [
  { key: 'name', label: 'Name', text: (row) => row.name, filter: 'text' },
  { key: 'kind', label: 'Kind', text: (row) => row.kind, filter: 'choice' },
  { key: 'size', label: 'Size', text: (row) => String(row.size), order: (row) => row.size, numeric: true },
]
const usual: TableView = { sort: 'name', descending: false, page: 1, filters: {} }
const names = (found: Row[]) => found.map(({ name }) => name)

describe('filterRows', () => {
  it('finds words without regard to case', () => {
    expect(names(filterRows(rows, columns, { name: ' ALPHA ' }))).toEqual(['Alpha'])
  })

  it('meets a choice exactly', () => {
    expect(names(filterRows(rows, columns, { kind: 'A' }))).toEqual(['beta', 'gamma\nray'])
  })

  it('needs every filter', () => {
    expect(filterRows(rows, columns, { kind: 'AB', name: 'beta' })).toEqual([])
  })
})

describe('sortRows', () => {
  it('orders counts as numbers, not as words', () => {
    expect(sortRows(rows, columns, { ...usual, sort: 'size' }).map(({ size }) => size)).toEqual([1, 9, 10])
  })

  it('turns round', () => {
    expect(sortRows(rows, columns, { ...usual, sort: 'size', descending: true }).map(({ size }) => size)).toEqual([10, 9, 1])
  })

  it('leaves rows alone for an unknown column', () => {
    expect(sortRows(rows, columns, { ...usual, sort: 'other' })).toEqual(rows)
  })
})

describe('pageOf', () => {
  const many = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, index) => index + 1)

  it('counts rows from 1', () => {
    expect(pageOf(many, 2)).toMatchObject({ page: 2, from: 51, to: 100 })
  })

  it('stops at the last page', () => {
    expect(pageOf(many, 99)).toMatchObject({ page: 3, rows: [101], from: 101, to: 101 })
  })

  it('says 0 of nothing', () => {
    expect(pageOf([], 1)).toMatchObject({ page: 1, from: 0, to: 0 })
  })
})

describe('a view in the address', () => {
  it('comes back as it was', () => {
    const view: TableView = { sort: 'size', descending: true, page: 3, filters: { name: 'a' } }
    expect(viewOf(queryOf(view, usual, {}), usual)).toEqual(view)
  })

  it('writes nothing that is as usual and keeps what belongs to others', () => {
    expect(queryOf(usual, usual, { before: '7', page: '4', 'f.name': 'x' })).toEqual({ before: '7' })
  })
})

it('copies rows as lines that a sheet understands', () => {
  expect(asText(rows.slice(1), columns)).toBe('Name\tKind\tSize\nAlpha\tAB\t10\ngamma ray\tA\t1')
})

it('offers each choice once', () => {
  expect(choices(rows, columns[1] as Column<Row>)).toEqual(['A', 'AB'])
})

describe('asCsv', () => {
  it('keeps line ends, quotes and commas within their cell, and formulas as text', () => {
    const odd: Row[] = [{ name: '=1+1 "a",\nb', kind: '-', size: 1 }]
    expect(asCsv(odd, columns)).toBe('"Name","Kind","Size"\r\n"\'=1+1 ""a"",\nb","\'-","1"\r\n')
  })
})
