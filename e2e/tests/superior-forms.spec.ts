import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, inspect, people, signIn, test } from './product'
import { edited, partOf } from './workbook'

const SHEET = 'xl/worksheets/sheet1.xml'

/** The invented form of the server's tests, with the names of the demo's offices. */
const FORM = edited(readFileSync(resolve(import.meta.dirname, '../fixtures/superior-form.xlsx')), {
  禾汀县财政局: '净原县财政局',
  禾汀县农业农村局: '净原县农业农村局',
  县生态环境分局: '净原县水利局',
})

test('a form from above is uploaded, mapped from the keyboard, filled and downloaded with its formulas', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/round-ups')
  await page.getByRole('link', { name: '上级报表' }).click()
  await expect(page.getByText('还没有上级报表')).toBeVisible()
  await inspect(page, 'superior-forms-empty')

  await page.getByRole('button', { name: '上传报表' }).first().click()
  const upload = page.getByRole('dialog', { name: '上传上级报表' })
  await upload.getByRole('button', { name: '上传', exact: true }).click()
  await expect(upload.getByText('请选择文件')).toBeVisible()
  await upload.getByLabel('文件').setInputFiles({ name: '土壤月报.xlsx', mimeType: 'application/octet-stream', buffer: FORM })
  await expect(upload.getByLabel('名称')).toHaveValue('土壤月报')
  await inspect(page, 'superior-form-upload')
  await upload.getByRole('button', { name: '上传', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '土壤月报' })).toBeVisible()

  await page.getByRole('button', { name: '按表中文字提议' }).click()
  await expect(page.getByRole('heading', { name: /^提议 \d+ 处$/ })).toBeVisible()
  await inspect(page, 'superior-form-proposals')
  await page.getByRole('button', { name: '全部采用' }).click()

  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell', { name: '净原县财政局', exact: true }).click()
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: '单元格 G5' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('填写')).toBeFocused()
  await page.getByLabel('填写').selectOption('TYPED')
  await page.getByLabel('提示').fill('从下拉选项中选')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: /从下拉选项中选/ })).toBeFocused()
  await inspect(page, 'superior-form-mapping')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^已保存 \d+ 处对应。$/)).toBeVisible()

  await page.getByRole('link', { name: '填报' }).click()
  await page.getByLabel(/^净原县财政局 .+工作状态$/).fill('=1+1')
  await page.getByLabel(/^净原县财政局 .+工作状态$/).blur()
  await expect(page.getByRole('row', { name: /进展表!G5/ })).toContainText('不在下拉选项中')
  await inspect(page, 'superior-form-fill')
  await page.getByRole('button', { name: '生成文件' }).click()
  await expect(page.getByText(/已生成“土壤月报-.+\.xlsx”，并记入历史。/)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载', exact: true }).click()])
  const filled = partOf(readFileSync(await download.path()), SHEET)
  expect(filled).toContain('<f>SUM(B5:B7)</f>')
  expect(filled).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t></is>')
  expect(filled.match(/<mergeCell [^>]*>/g)).toEqual(partOf(FORM, SHEET).match(/<mergeCell [^>]*>/g))

  await page.getByRole('link', { name: '历史' }).click()
  await expect(page.getByRole('link', { name: /^土壤月报-.+\.xlsx$/ })).toBeVisible()
  await inspect(page, 'superior-form-history')

  await page.getByRole('link', { name: '全部报表' }).click()
  await page.getByRole('button', { name: '停用：土壤月报' }).click()
  await expect(page.getByRole('row', { name: /土壤月报/ })).toContainText('已停用')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('row', { name: /土壤月报/ })).toContainText('在用')
  await inspect(page, 'superior-forms')
})
