import { describe, expect, it } from 'vitest'
import { below, cell, depth, isEditable, isMissing, matches, namesOf, type WorkItem } from './columns'

function item(part: Partial<WorkItem>): WorkItem {
  return {
    id: 'a',
    code: '3-1',
    version: 1,
    origin: 'TASK',
    heading: '一、主要任务',
    task: '清查',
    sentence: '形成清单。',
    organisation: '县水利局',
    role: 'LEAD',
    work: '',
    standard: '',
    deadline: '2026-10-31',
    years: '',
    milestones: '',
    deliverables: '',
    leader: '',
    person: '',
    liaison: '',
    telephone: '',
    ...part,
  }
}

const ALL = { words: '', organisation: '', role: '', missing: '', corrected: false }

describe('a work item', () => {
  it('keeps what is printed, unless somebody typed it', () => {
    expect(isEditable(item({}), 'SENTENCE')).toBe(false)
    expect(isEditable(item({ origin: 'HAND' }), 'SENTENCE')).toBe(true)
    expect(isEditable(item({ origin: 'DOCUMENT' }), 'TASK')).toBe(true)
    expect(isEditable(item({ origin: 'HAND' }), 'CODE')).toBe(false)
    expect(isEditable(item({}), 'WORK')).toBe(true)
  })

  it('tells its cells and what is missing', () => {
    expect(cell(item({}), 'DEADLINE')).toBe('2026-10-31')
    expect(isMissing(item({}), 'DEADLINE')).toBe(false)
    expect(isMissing(item({ work: ' ' }), 'WORK')).toBe(true)
  })

  it('is found by words, organisation, role, gap and correction', () => {
    expect(matches(item({}), ALL)).toBe(true)
    expect(matches(item({}), { ...ALL, words: '清单' })).toBe(true)
    expect(matches(item({}), { ...ALL, organisation: '县财政局' })).toBe(false)
    expect(matches(item({}), { ...ALL, role: 'LEAD', missing: 'PERSON' })).toBe(true)
    expect(matches(item({}), { ...ALL, missing: 'DEADLINE' })).toBe(false)
    expect(matches(item({}), { ...ALL, corrected: true })).toBe(false)
    expect(matches(item({ printedNow: '' }), { ...ALL, corrected: true })).toBe(true)
  })
})

it('knows what was handed down, and how deep it stands', () => {
  const items = [item({}), item({ id: 'b', parentId: 'a' }), item({ id: 'c', parentId: 'b' }), item({ id: 'd' })]
  expect(below(items, 'a').map(({ id }) => id)).toEqual(['b', 'c'])
  const byId = new Map(items.map((each) => [each.id, each]))
  expect(items.map((each) => depth(each, byId))).toEqual([0, 1, 2, 0])
})

it('takes names a line each', () => {
  expect(namesOf(' 石漪镇 \n\n丹圃镇\n石漪镇')).toEqual(['石漪镇', '丹圃镇'])
})
