import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import { lettersOf } from './columns'
import FaultGrid from './FaultGrid.vue'
import type { FileColumn, FileRow } from './types'

const columns: FileColumn[] = ['名称', '库容', '日期'].map((heading, index) => ({
  number: index + 1,
  letters: lettersOf(index + 1),
  heading,
  samples: [],
  column: heading,
}))
const rows: FileRow[] = [
  { sheet: 'Sheet1', number: 4, cells: ['甲库', '12', '2026-01-02'], findings: [] },
  {
    sheet: 'Sheet1',
    number: 5,
    cells: ['乙库', '许多', '2026.3'],
    findings: [
      { column: 2, kind: 'not-a-number', doubt: false, problem: '“许多”不是一个数。', remedy: '请只填数字。' },
      { column: 3, kind: 'month', doubt: true, problem: '“2026.3”没有写到日。', remedy: '请核对。' },
    ],
  },
]

function grid() {
  chooseLanguage('zh')
  return mount(FaultGrid, { props: { columns, targets: [], rows, severalSheets: false, label: '表' }, attachTo: document.body })
}

describe('FaultGrid', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('marks faulty and doubtful cells and no others', () => {
    const marks = grid()
      .findAll('td')
      .map((cell) => `${cell.text()}${cell.classes('fault') ? '!' : ''}${cell.classes('doubt') ? '?' : ''}`)
    expect(marks).toEqual(['甲库', '12', '2026-01-02', '乙库', '许多!', '2026.3?'])
  })

  it('says at first what is wrong with the first marked cell, then with the one that is gone to', async () => {
    const shown = grid()
    const told = () => shown.get('[role=status]').text()
    expect(told()).toContain('B5')
    expect(told()).toContain('“许多”不是一个数。')
    await shown.get('table').trigger('keydown', { key: 'n' })
    await shown.vm.$nextTick()
    expect(told()).toContain('C5')
    expect(document.activeElement?.textContent?.trim()).toBe('2026.3')
    await shown.get('table').trigger('keydown', { key: 'ArrowUp' })
    expect(told()).toContain('C4')
    expect(told()).toContain('没有问题')
  })

  it('has one cell that the tab key stops at', () => {
    expect(grid().findAll('[tabindex="0"]').map((cell) => cell.text())).toEqual(['许多'])
  })

  it('says what is under the mouse while it is there', async () => {
    const shown = grid()
    await shown.findAll('td')[5]?.trigger('mouseenter')
    expect(shown.get('[role=status]').text()).toContain('C5')
    await shown.get('.scroll').trigger('mouseleave')
    expect(shown.get('[role=status]').text()).toContain('B5')
  })
})
