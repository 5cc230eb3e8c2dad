import { describe, expect, it } from 'vitest'
import type { Organisation, Region } from '@/api/types'
import { around, candidates } from './holders'

const region = (code: string, parent?: string) => ({ code, name: code, parent }) as Region
const REGIONS = [region('991100'), region('991121', '991100'), region('991121001', '991121'), region('991122', '991100')]

const office = (name: string, regionCode: string | undefined, more: Partial<Organisation> = {}) =>
  ({ id: name, name, aliases: [], regionCode, regionName: regionCode, ...more }) as Organisation
const OFFICES = [
  office('市局', '991100'),
  office('县应急局', '991121', { aliases: ['安监局'] }),
  office('镇政府', '991121001'),
  office('邻县局', '991122'),
  office('旧局', '991121', { endedOn: '2019-03-01' }),
  office('院校', undefined),
]

const names = (code: string, words = '') => [...candidates(OFFICES, REGIONS, code, words).values()].flat().map(({ name }) => name)

describe('who may hold a function', () => {
  it('takes the region, what is above it and what is below it', () => {
    expect([...around(REGIONS, '991121')].sort()).toEqual(['991100', '991121', '991121001'])
  })

  it('leaves out the neighbours and what has ended, and keeps those of no region', () => {
    expect(names('991121')).toEqual(['市局', '县应急局', '镇政府', '院校'])
    expect(names('991122')).toEqual(['市局', '邻县局', '院校'])
  })

  it('finds by a part of the name or of another name', () => {
    expect(names('991121', ' 安监')).toEqual(['县应急局'])
  })
})
