import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import MatchStep from './MatchStep.vue'
import type { ImportJob } from './types'

const job: ImportJob = {
  id: 'i1',
  register: 'tailings-pond',
  fileName: '尾矿库.xlsx',
  kind: 'WORKBOOK',
  region: '991101',
  emptyCells: 'KEEP',
  startedBy: '张某',
  startedAt: '2026-11-29T08:00:00Z',
  step: 'COLUMNS',
  progress: { share: 0, checked: 0, written: 0 },
  sheets: ['Sheet1'],
  chosenSheets: ['Sheet1'],
  head: { first: 1, last: 2 },
  columns: [
    { number: 1, letters: 'A', heading: '库名', samples: ['甲库', '乙库'], column: null, how: null },
    { number: 2, letters: 'B', heading: '库容', samples: ['12'], column: 'capacity', how: 'MEMORY', doubt: '列名里的单位是“万方”。' },
    { number: 3, letters: 'C', heading: '附注', samples: [], column: null, how: null },
  ],
  targets: [
    { id: 'name', heading: '名称', required: true },
    { id: 'capacity', heading: '库容（10⁴ m³）', required: false },
  ],
  lacking: [{ id: 'name', heading: '名称', required: true }],
  meeting: 'SKIP',
  counts: { read: 0, sound: 0, faulty: 0, meeting: 0, same: 0, leftOut: 0 },
  kinds: [],
  mayAct: true,
}

function step() {
  chooseLanguage('zh')
  return mount(MatchStep, { props: { job, acting: false } })
}

describe('MatchStep', () => {
  it('names what is lacking, what is not imported, and why the rest is matched', () => {
    const text = step().text()
    expect(text).toContain('缺少必填的列：名称')
    expect(text).toContain('不导入的列：库名、附注')
    expect(text).toContain('上次这样选的')
    expect(text).toContain('列名里的单位是“万方”。')
  })

  it('does not check while something required is lacking, and then sends what was chosen', async () => {
    const shown = step()
    await shown.get('form').trigger('submit')
    expect(shown.emitted('check')).toBeUndefined()
    await shown.get('select[aria-label="A 列对应"]').setValue('name')
    expect(shown.text()).not.toContain('缺少必填的列')
    await shown.get('form').trigger('submit')
    expect(shown.emitted('check')).toEqual([[{ sheets: ['Sheet1'], columns: { 1: 'name', 2: 'capacity' }, emptyCells: 'KEEP' }]])
  })

  it('keeps what was chosen by hand when the same comes again in other words, and begins anew with other columns', async () => {
    const shown = step()
    const target = () => shown.get<HTMLSelectElement>('select[aria-label="A 列对应"]').element.value
    await shown.get('select[aria-label="A 列对应"]').setValue('name')
    await shown.setProps({ job: { ...job, columns: job.columns.map((column) => ({ ...column, doubt: 'The unit in its heading.' })) } })
    expect(target()).toBe('name')
    await shown.setProps({ job: { ...job, columns: job.columns.map((column) => ({ ...column, heading: '甲库' })) } })
    expect(target()).toBe('')
  })

  it('reads the headings again from the row that is said', async () => {
    const shown = step()
    await shown.get('input[type=number]').setValue('4')
    expect(shown.emitted('rematch')).toEqual([[{ sheets: ['Sheet1'], columns: {}, emptyCells: 'KEEP', header: 4 }]])
  })

  it('says what empty cells do, and sends it although no column was changed', async () => {
    chooseLanguage('zh')
    const matchedJob: ImportJob = { ...job, columns: [{ number: 1, letters: 'A', heading: '名称', samples: [], column: 'name', how: 'NAME' }], lacking: [] }
    const shown = mount(MatchStep, { props: { job: matchedJob, acting: false } })
    await shown.get('form').trigger('submit')
    await shown.get('input[value=CLEAR]').setValue()
    expect(shown.text()).toContain('原来的内容会清掉')
    await shown.get('form').trigger('submit')
    expect(shown.emitted('check')).toEqual([[undefined], [{ sheets: ['Sheet1'], columns: { 1: 'name' }, emptyCells: 'CLEAR' }]])
  })
})
