import { describe, expect, it } from 'vitest'
import { draftOf, pieces, redrafted, split, takes, type Duty } from './duties'

const DUTY: Duty = {
  start: 2,
  end: 6,
  sentence: '乙丙丁戊',
  heading: '一、要求',
  organisations: [
    { organisation: '县城市管理局', role: 'LEAD' },
    { organisation: '县水利局', role: 'PARTICIPANT' },
  ],
  deadline: '2026-10-31',
  targets: '',
  taken: false,
}

describe('a duty that was read', () => {
  it('is wanted unless it was taken, and names all in one field', () => {
    expect(draftOf(DUTY)).toMatchObject({ wanted: true, organisations: '县城市管理局、县水利局', deadline: '2026-10-31' })
    expect(draftOf({ ...DUTY, taken: true }).wanted).toBe(false)
  })

  it('is taken once for each organisation, in its role, as corrected', () => {
    const draft = { ...draftOf(DUTY), organisations: '县城市管理局，石漪镇', deadline: '2026-11-30' }
    expect(takes(draft).map(({ cells }) => [cells?.ORGANISATION, cells?.ROLE, cells?.DEADLINE])).toEqual([
      ['县城市管理局', 'LEAD', '2026-11-30'],
      ['石漪镇', 'ACTOR', '2026-11-30'],
    ])
  })
})

describe('drafts of what is read anew', () => {
  const draft = { ...draftOf(DUTY), wanted: false, organisations: '石漪镇' }

  it('stay as corrected where the same is read', () => {
    expect(redrafted([{ ...DUTY }], [draft])).toEqual([draft])
  })

  it('are wanted no more once they were taken, and again once that is removed', () => {
    const taken = redrafted([{ ...DUTY, taken: true }], [{ ...draft, wanted: true }])
    expect(taken).toMatchObject([{ wanted: false, organisations: '石漪镇', duty: { taken: true } }])
    expect(redrafted([DUTY], taken)).toMatchObject([{ wanted: true, organisations: '石漪镇', duty: { taken: false } }])
  })

  it('begin anew where something else is read', () => {
    expect(redrafted([{ ...DUTY, deadline: '2026-12-31' }], [draft])).toMatchObject([{ wanted: true, organisations: '县城市管理局、县水利局', deadline: '2026-12-31' }])
  })
})

it('splits names at the signs that people use', () => {
  expect(split(' 甲、乙，丙;乙\n丁 ')).toEqual(['甲', '乙', '丙', '丁'])
})

it('cuts a text at its duties, counted in code points', () => {
  expect(pieces('𠀀甲乙丙丁戊己', [DUTY])).toEqual([{ text: '𠀀甲' }, { text: '乙丙丁戊', duty: 0 }, { text: '己' }])
  expect(pieces('', [])).toEqual([])
})
