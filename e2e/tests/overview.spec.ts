import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adopt, expect, importFile, inspect, inventedPlan, people, signIn, takeBack, test } from './product'
import type { Page } from '@playwright/test'

/** Opens one of the views of the demo's plan. */
async function openView(page: Page, view: string): Promise<void> {
  await signIn(page, people.coordinator())
  await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().click()
  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: view }).click()
}

/** The cells of the first sheet of a workbook, row by row, as LibreOffice reads them. */
function cellsOf(workbook: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'jingtu-sheet-'))
  // 44 is the comma, 34 the quote, 76 UTF-8: the first sheet alone.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, workbook])
  const name = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n').find((file) => file.endsWith('.csv')) ?? ''
  return readFileSync(join(folder, name), 'utf8').split(/\r?\n(?=\d+,|$)/).map((line) => line.split(','))
}

test('the task list is narrowed, sent as an address, and taken along as a workbook', async ({ page }) => {
  await openView(page, '任务清单')
  const count = page.getByRole('status').filter({ hasText: /共 \d+ 条/ })
  await expect(count).toBeVisible()
  await inspect(page, 'tasks')
  const all = Number(/共 (\d+) 条/.exec((await count.textContent()) ?? '')?.[1])

  await page.getByLabel('单位').selectOption({ index: 1 })
  await page.getByLabel('角色').selectOption('牵头')
  await expect(page).toHaveURL(/role=lead/)
  const found = Number(/共 (\d+) 条/.exec((await count.textContent()) ?? '')?.[1])
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(all)
  const numbers = await page.locator('tbody tr td:first-child').allTextContents()
  await page.reload()
  await expect(page.locator('tbody tr td:first-child')).toHaveText(numbers)
  await inspect(page, 'tasks-narrowed')

  const tasks = await page.locator('tbody tr td:nth-child(2)').allTextContents()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 .xlsx' }).click()
  const [head, ...rows] = cellsOf(await (await download).path())
  expect(head?.slice(0, 2)).toEqual(['序号', '任务'])
  expect(rows.filter((row) => row.length > 1)).toHaveLength(tasks.length)
  for (const task of tasks) expect(rows.some((row) => row[1] === task.trim())).toBe(true)

  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByLabel('搜索').fill('没有这样的任务')
  await expect(page.getByText('没有符合筛选条件的任务')).toBeVisible()
})

test('targets stand under their years and lead to their words', async ({ page }) => {
  await openView(page, '目标')
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toContainText(/20\d\d/)
  const years = await page.locator('tbody tr td:first-child').allTextContents()
  expect(years.map((year) => year.trim())).toEqual(years.map((year) => year.trim()).sort())
  await inspect(page, 'goals')
  await rows.first().getByRole('link').click()
  await expect(page).toHaveURL(/#(passage|task)-\d+$/)
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport()
})

test('columns are chosen and a .csv holds what is shown', async ({ page }) => {
  await openView(page, '任务清单')
  await page.locator('summary', { hasText: '显示的列' }).click()
  await page.getByRole('checkbox', { name: '章节' }).check()
  await page.getByRole('checkbox', { name: '参与' }).uncheck()
  await expect(page.getByRole('columnheader', { name: '章节' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '参与' })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 .csv' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text.startsWith('\uFEFF"序号","任务","章节","牵头"')).toBe(true)
})

test('an organisation sees on one page what the document asks of it', async ({ page }) => {
  await openView(page, '单位')
  await inspect(page, 'organisations-of-plan')
  const first = page.locator('tbody').getByRole('link').first()
  const name = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByText(/共 \d+ 项任务：/)).toBeVisible()
  await inspect(page, 'organisation-of-plan')
  await page.getByRole('link', { name: '在任务清单中查看' }).click()
  await expect(page.getByLabel('单位')).toHaveValue(name)

  await page.goto(`${new URL(page.url()).pathname.replace(/tasks$/, 'organisations')}/没有的单位`)
  await expect(page.getByText('方案没有点到“没有的单位”')).toBeVisible()
})

test('the matrix marks who has which role and prints on A3', async ({ page }) => {
  await openView(page, '矩阵')
  await expect(page.getByRole('region', { name: '任务—单位矩阵' })).toBeVisible()
  await inspect(page, 'matrix')
  for (const mark of ['●', '○', '△']) await expect(page.getByRole('cell', { name: mark, exact: true }).first()).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)])
  expect(sizes.some(([width = 0, height = 0]) => Math.abs(width - 1190.5) < 2 && Math.abs(height - 842) < 2)).toBe(true)
})

test('the calendar lists dates by month; a secret address gives them to a calendar program until it is withdrawn', async ({ page, request }) => {
  await openView(page, '日历')
  await expect(page.getByRole('heading', { name: /^20\d\d年\d+月$/ }).first()).toBeVisible()
  await inspect(page, 'calendar')
  await page.getByRole('button', { name: '日历订阅地址' }).click()
  const dialog = page.getByRole('dialog', { name: '单位日历的订阅地址' })
  await dialog.getByRole('button', { name: '生成地址' }).click()
  await expect(dialog.getByText('请选择单位。')).toBeVisible()
  await dialog.getByLabel('单位').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: '生成地址' }).click()
  const address = (await dialog.locator('.address').textContent()) ?? ''
  await inspect(page, 'calendar-address')
  const fetched = await request.get(address)
  expect(fetched.headers()['content-type']).toContain('text/calendar')
  expect(await fetched.text()).toContain('BEGIN:VEVENT')
  await dialog.getByRole('button', { name: /^撤销 / }).first().click()
  await expect(dialog.getByText(/的一个地址已撤销/)).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})

test('a plan without any task says so on every view', async ({ page }) => {
  await signIn(page, people.coordinator())
  const file = inventedPlan('白沙')
  const text = file.buffer.toString('utf8').replace(/（县[^）]*）/g, '')
  await importFile(page, { ...file, buffer: Buffer.from(text, 'utf8') })
  await adopt(page)
  const views = page.getByRole('navigation', { name: '方案的各种看法' })
  for (const view of ['任务清单', '单位', '矩阵']) {
    await views.getByRole('link', { name: view, exact: true }).click()
    await expect(page.getByText('这份方案里没有读出任务')).toBeVisible()
  }
  await takeBack(page, /白沙/)
})
