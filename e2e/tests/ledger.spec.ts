import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

const LEDGERS = resolve(import.meta.dirname, '../fixtures/ledgers')
const FEWER_THAN = 10

interface Ledger {
  file: string
  title: string
  /** How many rows are entries. */
  rows: number
  /** Some cells as the sheet writes them, by what tells the row and by the field's label. */
  cells: { row: string; label: string; text: string }[]
}

const ledgers: Ledger[] = [
  {
    file: 'hazardous-waste.xlsx',
    title: '禾川县危险废物产生单位管理台账',
    rows: 10,
    cells: [
      { row: '禾川县永固电镀有限公司', label: '所在乡镇', text: '城关镇' },
      { row: '禾川县新源化工有限公司', label: '所在乡镇', text: '城关镇' },
      { row: '禾川县第一中学实验室', label: '年产生量', text: '约0.3' },
      { row: '柳河镇宏达铸造厂', label: '年产生量', text: '5-6' },
      { row: '柳河镇机械加工厂', label: '备注', text: '证照办理中' },
      { row: '石桥乡卫生院', label: '最近转移日期', text: '长期' },
      { row: '石桥乡兴盛木器厂', label: '经度', text: '34.6011' },
    ],
  },
  {
    file: 'village-waste.xlsx',
    title: '禾川县农村生活垃圾堆放点排查整治清单',
    rows: 12,
    cells: [
      { row: '东关小学南墙外', label: '行政村', text: '东关村' },
      { row: '南街村老砖窑', label: '堆存量', text: '200余' },
      { row: '石桥村河滩', label: '完成时限', text: '长期' },
      { row: '马岭村口', label: '备注', text: '群众举报件' },
    ],
  },
]

/** Counts every press of the mouse on the page, as people count clicks. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  let clicks = 0
  await page.exposeFunction('countClick', () => clicks++)
  await page.addInitScript(() => {
    const tell = (window as unknown as { countClick: () => void }).countClick
    window.addEventListener('mousedown', () => tell(), { capture: true })
  })
  await page.reload()
  return () => page.evaluate(() => undefined).then(() => clicks)
}

interface Told {
  values: Record<string, unknown>
}

/** All records of a register with the label of each field, as the interface tells them. */
async function recordsOf(page: Page, register: string): Promise<Record<string, string>[]> {
  const definition = await (await page.request.get(`/api/registers/${register}`)).json()
  const labels = new Map<string, string>(definition.fields.map(({ id, label }: { id: string; label: string }) => [id, label]))
  const { records } = await (await page.request.get(`/api/registers/${register}/records?limit=200`)).json()
  return (records as Told[]).map(({ values }) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [labels.get(id) ?? id, String(value)])),
  )
}

for (const ledger of ledgers) {
  test(`${ledger.file} becomes a register with all its rows in under ten clicks`, async ({ page }) => {
    test.slow()
    await signIn(page, people.coordinator())
    const clicks = await countClicks(page)
    await page.getByRole('navigation').getByRole('link', { name: '台账' }).click()
    await page.getByText('新建台账', { exact: true }).click()
    await page.getByRole('link', { name: '从现有表格开始' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '从现有表格新建台账' })).toBeVisible()

    const chooser = page.waitForEvent('filechooser')
    await page.getByText('选择文件…').click()
    await (await chooser).setFiles(resolve(LEDGERS, ledger.file))
    await expect(page.getByText(`读到 ${ledger.rows} 行`)).toBeVisible()
    await expect(page.getByLabel('名称', { exact: true })).toHaveValue(ledger.title)
    await expect(page.getByText('检查通过')).toBeVisible()
    await inspect(page, `ledger-${ledger.file.replace('.xlsx', '')}`)
    const id = await page.getByLabel('标识').inputValue()
    try {
      await page.getByRole('button', { name: `建立并导入 ${ledger.rows} 行` }).click()
      await page.getByRole('button', { name: `导入 ${ledger.rows} 行` }).click()
      await expect(page.getByText(`新增 ${ledger.rows} 条，更新 0 条，跳过 0 行`)).toBeVisible()
      const clicked = await clicks()
      console.log(`${ledger.file}: ${clicked} clicks from the first page to a register with ${ledger.rows} records`)
      expect(clicked).toBeLessThan(FEWER_THAN)

      await page.getByRole('link', { name: '查看台账' }).click()
      await expect(page.getByRole('heading', { level: 1, name: ledger.title })).toBeVisible()
      const records = await recordsOf(page, id)
      expect(records).toHaveLength(ledger.rows)
      for (const { row, label, text } of ledger.cells) {
        const found = records.filter((record) => Object.values(record).includes(row))
        expect(found.map((record) => record[label]), `${label} of ${row}`).toEqual([text])
      }
    } finally {
      await takeBackLatest(page, id)
    }
  })
}

/** The register stays, since nothing that was defined is dropped; its records go. */
async function takeBackLatest(page: Page, register: string): Promise<void> {
  await page.goto(`/registers/${register}/import`)
  const button = page.getByRole('button', { name: '撤回', exact: true })
  await expect(page.getByRole('heading', { name: '以前的导入' })).toBeVisible()
  if ((await button.count()) === 0) return
  await button.first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('试用完毕')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('what is wrong with a proposed field is said beside it, and a column may be left out', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/registers/ledger')
  await page.getByLabel('现有表格').setInputFiles({
    name: '示例.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: readFileSync(resolve(LEDGERS, 'hazardous-waste.xlsx')),
  })
  await expect(page.getByText('检查通过')).toBeVisible()
  await page.getByLabel('B 列的名称').fill('')
  await expect(page.getByText('有 1 处需要改正')).toBeVisible()
  await expect(page.getByRole('button', { name: '建立并导入' })).toBeDisabled()
  await inspect(page, 'ledger-faults')
  await page.getByLabel('导入 B 列').uncheck()
  await expect(page.getByText('检查通过')).toBeVisible()
  page.on('dialog', (asked) => void asked.accept())
  await page.getByRole('link', { name: '返回台账' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '台账' })).toBeVisible()
})

test('a file that is no sheet is refused in words', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/registers/ledger')
  await page.getByLabel('现有表格').setInputFiles({ name: '说明.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') })
  await expect(page.getByText('“说明.docx”不能导入，请用 .xlsx。')).toBeVisible()
  await page.getByLabel('现有表格').setInputFiles({ name: '空.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') })
  await expect(page.getByRole('alert').filter({ hasText: '空.xlsx' })).toBeVisible()
  await inspect(page, 'ledger-refused')
})
