import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adopt, expect, importFile, inspect, inventedPlan, people, signIn, takeBack, test } from './product'
import type { Page } from '@playwright/test'

/** Opens one of the views of the demo's plan. */
async function openView(page: Page, view: string): Promise<void> {
  await signIn(page, people.coordinator())
  await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().click()
  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: view, exact: true }).click()
}

/** The cells of the first sheet of a workbook, row by row, as LibreOffice reads them. */
function cellsOf(workbook: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'jingtu-sheet-'))
  try {
    // 44 is the comma, 34 the quote, 76 UTF-8: the first sheet alone, every cell in quotes.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,1'
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, workbook])
    const name = readdirSync(folder).find((file) => file.endsWith('.csv')) ?? ''
    const rows: string[][] = [[]]
    for (const [, cell, end] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|(?<=,|^)(?=,|\n|$))(,|\r?\n|$)/gm)) {
      rows.at(-1)?.push((cell ?? '').replaceAll('""', '"'))
      if (end !== ',') rows.push([])
    }
    return rows.filter((row) => row.length > 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const DAY = /\d{4}-\d{2}-\d{2}/g

/** Takes the tasks that are shown along as a workbook, and holds it against the screen row by row. */
async function compareWorkbook(page: Page): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 .xlsx' }).click()
  const [head = [], ...rows] = cellsOf(await (await download).path())
  const at = (row: string[], column: string) => row[head.indexOf(column)] ?? 'no such column'
  const days = (text: string) => (text.match(DAY) ?? []).sort()
  const stored = rows.map((row) => ({
    said: ['序号', '任务', '牵头', '责任', '配合', '落实'].map((column) => at(row, column)),
    days: days(at(row, '时限')),
  }))
  const screen = await page.locator('thead tr:first-child th').allTextContents()
  const shown = await page.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())))
  const on = (row: string[], column: string) => row[screen.findIndex((name) => name.startsWith(column))] ?? 'no such column'
  expect(stored).toEqual(
    shown.map((row) => ({
      said: ['序号', '任务', '牵头', '责任', '参与', '落实'].map((column) => on(row, column)),
      days: days(on(row, '时限')),
    })),
  )
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

  await compareWorkbook(page)

  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByLabel('搜索').fill('没有这样的任务')
  await expect(page.getByText('没有符合筛选条件的任务')).toBeVisible()
})

test('a plan goes all the way: import, findings, adoption, filter, organisation, workbook, and back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await importFile(page, inventedPlan('青禾'))
  await expect(page.getByRole('option').first()).toBeVisible()
  await adopt(page)
  const views = page.getByRole('navigation', { name: '方案的各种看法' })
  await views.getByRole('link', { name: '任务清单' }).click()
  await page.getByLabel('单位').selectOption('县农业农村局')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await compareWorkbook(page)
  await views.getByRole('link', { name: '单位', exact: true }).click()
  await page.getByRole('link', { name: '县农业农村局', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('涉及 县农业农村局 的工作')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await takeBack(page, /青禾/)
})

test('the keyboard alone searches the task list, sorts it and opens a task', async ({ page }) => {
  const press = (key: string) => page.keyboard.press(key)
  await openView(page, '任务清单')
  await page.getByLabel('搜索').focus()
  const count = page.getByRole('status').filter({ hasText: /共 \d+ 条/ })
  const all = await count.textContent()
  await page.keyboard.type('监测')
  await expect(count).not.toHaveText(all ?? '')
  const rows = page.locator('tbody tr')
  const found = await rows.count()
  expect(found).toBeGreaterThan(1)
  await press('Tab')
  await expect(page.getByLabel('单位')).toBeFocused()
  await press('ArrowDown')
  await expect(page).toHaveURL(/organisation=/)
  await press('ArrowUp')
  await expect(rows).toHaveCount(found)
  const head = page.getByRole('columnheader', { name: '任务' })
  await head.getByRole('button').focus()
  await press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  const first = rows.first().getByRole('link')
  for (let pressed = 0; pressed < 60 && !(await first.evaluate((link) => link === document.activeElement)); pressed++) await press('Tab')
  await expect(first).toBeFocused()
  await press('ArrowDown')
  await expect(rows.nth(1).getByRole('link')).toBeFocused()
  await press('ArrowUp')
  await expect(first).toBeFocused()
  const number = (await rows.first().locator('td').first().textContent())?.trim() ?? ''
  await press('Enter')
  await expect(page).toHaveURL(new RegExp(`#task-${number}$`))
  await expect(page.locator(`#task-${number}`)).toBeFocused()
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
