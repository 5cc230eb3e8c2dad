import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { ledgers } from './ledger-rows'
import { expect, inspect, people, signIn, test } from './product'

const LEDGERS = resolve(import.meta.dirname, '../fixtures/ledgers')
const FEWER_THAN = 10

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
  fields: { id: string; label: string }[]
  records: { geometry?: { type: string; coordinates: number[] } }[]
}

/** What the interface tells of a register's fields, and of its records in the order in which they came. */
async function toldOf(page: Page, register: string): Promise<Told> {
  const { fields } = await (await page.request.get(`/api/registers/${register}`)).json()
  const { records } = await (await page.request.get(`/api/registers/${register}/records?limit=200`)).json()
  return { fields, records }
}

/** Heads and cells of the list as somebody reads them, without the column to choose records by. */
async function cellsOf(page: Page): Promise<{ heads: string[]; rows: string[][] }> {
  const texts = (cells: Element[]) => cells.slice(1).map((cell) => cell.textContent?.trim() ?? '')
  const table = page.getByRole('grid')
  const rows = await table.locator('tbody tr').all()
  return {
    heads: await table.locator('thead th').evaluateAll(texts),
    rows: await Promise.all(rows.map((row) => row.locator('td').evaluateAll(texts))),
  }
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
    await expect(page.getByText(`读到 ${ledger.rows.length} 行`)).toBeVisible()
    await expect(page.getByLabel('名称', { exact: true })).toHaveValue(ledger.title)
    await expect(page.getByText('检查通过')).toBeVisible()
    await inspect(page, `ledger-${ledger.file.replace('.xlsx', '')}`)
    const id = await page.getByLabel('标识').inputValue()
    try {
      await page.getByRole('button', { name: `建立并导入 ${ledger.rows.length} 行` }).click()
      await page.getByRole('button', { name: `导入 ${ledger.rows.length} 行` }).click()
      await expect(page.getByText(`新增 ${ledger.rows.length} 条，更新 0 条，跳过 0 行`)).toBeVisible()
      const clicked = await clicks()
      console.log(`${ledger.file}: ${clicked} clicks from the first page to a register with ${ledger.rows.length} records`)
      expect(clicked).toBeLessThan(FEWER_THAN)

      await page.getByRole('link', { name: '查看台账' }).click()
      await expect(page.getByRole('heading', { level: 1, name: ledger.title })).toBeVisible()
      const { fields, records } = await toldOf(page, id)
      await page.goto(`/registers/${id}?columns=${fields.map((field) => field.id).join(',')}`)
      await expect(page.getByText(`第 1–${ledger.rows.length} 条，共 ${ledger.rows.length} 条`)).toBeVisible()
      const shown = await cellsOf(page)
      expect(shown.heads).toEqual(ledger.heads)
      expect(shown.rows).toEqual(ledger.rows)
      expect(records.map(({ geometry }) => geometry?.coordinates)).toEqual(ledger.points)
    } finally {
      await takeBackLatest(page, id)
    }
  })
}

/** The register stays, since nothing that was defined is dropped; its records go. */
async function takeBackLatest(page: Page, register: string): Promise<void> {
  await page.goto(`/registers/${register}/import`)
  const button = page.getByRole('button', { name: '撤回', exact: true })
  const earlier = page.getByRole('region', { name: '以前的导入' })
  await expect(earlier.getByRole('table').or(earlier.getByText('还没有导入过文件')).first()).toBeVisible()
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
