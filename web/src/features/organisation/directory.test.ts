import { expect, it } from 'vitest'
import type { Organisation, Region, Succession } from '@/api/types'
import { liaisonText, nested, others, predecessors, successors, supervised } from './directory'

function organisation(id: string, more: Partial<Organisation> = {}): Organisation {
  return { id, name: id, aliases: [], functions: '', version: 0, kept: true, namesLiaisons: true, ...more }
}

function succession(id: string, predecessorId: string, successorId: string): Succession {
  return { id, predecessorId, successorId, effectiveOn: '2019-03-01', function: '', basis: '' }
}

const organisations = [organisation('旧'), organisation('甲', { supervisorId: '乙' }), organisation('乙', { endedOn: '2024-01-01' })]
const successions = [succession('1', '旧', '甲'), succession('2', '甲', '乙')]

it('tells who came before and who came after', () => {
  expect(predecessors('甲', successions, organisations).map(({ organisation: from }) => from?.name)).toEqual(['旧'])
  expect(successors('甲', successions, organisations).map(({ organisation: to }) => to?.name)).toEqual(['乙'])
  expect(predecessors('旧', successions, organisations)).toEqual([])
})

it('tells who answers to whom, and who may be chosen', () => {
  expect(supervised('乙', organisations).map(({ name }) => name)).toEqual(['甲'])
  expect(others('甲', organisations).map(({ name }) => name)).toEqual(['旧'])
})

it.each([
  [{ name: '某人', post: '科长', telephone: '0990-1' }, '某人（科长） 0990-1'],
  [{ name: '某人', post: '', telephone: '' }, '某人'],
])('writes %j as “%s”', (liaison, text) => {
  expect(liaisonText(liaison)).toBe(text)
})

it('puts every region below its parent, and on top one whose parent is unknown', () => {
  const region = (code: string, parent?: string): Region => ({ code, name: code, level: 'COUNTY', parent, governed: true })
  const regions = [region('1'), region('11', '1'), region('12', '1'), region('111', '11'), region('2', '0')]
  expect(nested(regions).map(({ region: { code }, depth }) => [code, depth])).toEqual([
    ['1', 0],
    ['11', 1],
    ['111', 2],
    ['12', 1],
    ['2', 0],
  ])
})
