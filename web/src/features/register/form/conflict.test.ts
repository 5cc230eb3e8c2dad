import { expect, it } from 'vitest'
import { latestByField, merged } from './conflict'

const base = { name: '甲池', grade: '3', note: '旧', depth: 1 }
const stored = { name: '甲池', grade: '2', note: '旧', owner: ['x'] }
const mine = { name: '乙池', grade: '1', depth: 1 }

it('keeps what both typed apart: mine where I changed it, theirs where I did not', () => {
  expect(merged(base, mine, stored, new Set())).toEqual({ name: '乙池', grade: '1', owner: ['x'] })
})

it('takes theirs where the reader says so', () => {
  expect(merged(base, mine, stored, new Set(['grade', 'note']))).toEqual({ name: '乙池', grade: '2', note: '旧', owner: ['x'] })
})

it('brings nothing of mine back that I have not touched', () => {
  expect(merged(base, base, stored, new Set())).toEqual(stored)
})

it('tells a field once, from what stood there first to what stands there now', () => {
  const change = (field: string, before: string, after: string, at: string) => ({ field, label: field, before, after, by: '谢某', at })
  const told = latestByField([
    change('grade', '二等', '一等', '2026-11-29T03:00:00Z'),
    change('grade', '三等', '二等', '2026-11-29T02:00:00Z'),
    change('name', '甲', '乙', '2026-11-29T02:00:00Z'),
  ])
  expect(told.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['grade', '三等', '一等'],
    ['name', '甲', '乙'],
  ])
})
