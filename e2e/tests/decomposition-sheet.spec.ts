import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, inspect, openDemo, test } from './product'
import { edited } from './workbook'

/** A table that another office made, in columns of its own. */
const FOREIGN = `任务分解表,,,,,
序号,重点任务,工作举措,牵头单位,本单位工作,完成期限
1,整治砚坪堆场,清运堆场废渣。,净原县应急管理局,起草清运方案,2026年12月31日
2,整治砚坪堆场,堆场复绿。,净原县林业局,补种乔木三百株,2027-06-30
3,整治砚坪堆场,堆场周边监测。,云岫市生态环境局净原分局,布设监测井五口,2027/12/31
`

async function choose(page: Page, name: string, content: Buffer): Promise<void> {
  await page.getByLabel('任务分解表').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  await page.getByRole('button', { name: '检查' }).click()
}

async function undoLatest(page: Page, name: string): Promise<void> {
  await page.getByRole('row', { name }).first().getByRole('button', { name: '撤回这次导入' }).click()
  await page.getByRole('dialog', { name: '撤回导入' }).getByRole('button', { name: '撤回这次导入' }).click()
  await expect(page.getByRole('row', { name }).first()).toContainText('已由')
  await expect(page.getByRole('dialog', { name: '撤回导入' })).toHaveCount(0)
}

test('a table comes back, its differences are seen, one is left out, the rest taken and undone', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('link', { name: '任务分解', exact: true }).click()
  await page.getByRole('link', { name: '导入返回的表' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '导入任务分解表' })).toBeVisible()
  await inspect(page, 'returned-table-empty')

  await choose(page, '外来表.csv', Buffer.from(FOREIGN, 'utf8'))
  await expect(page.getByRole('heading', { name: '新增' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: '行作为新任务' })).toHaveCount(3)
  await inspect(page, 'returned-table-new')
  await page.getByRole('button', { name: '导入勾选的 3 处' }).click()
  await expect(page.getByText('已导入“外来表.csv”：改动 0 项，新增 3 项，删除 0 项。')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载现表' }).click()
  const table = readFileSync(await (await download).path())
  const back = edited(table, {
    补种乔木三百株: '补种乔木五百株',
    布设监测井五口: '布设监测井八口',
    '2027-06-30': '2027年7月31日 ',
  })
  await choose(page, '退回表.xlsx', back)
  await expect(page.getByRole('checkbox', { name: /^导入 .* 的/ })).toHaveCount(3)
  await expect(page.getByRole('row', { name: '补种乔木三百株 补种乔木五百株' })).toBeVisible()
  await expect(page.getByRole('row', { name: '2027-06-30 2027-07-31' })).toBeVisible()
  await inspect(page, 'returned-table')

  const left = page.getByRole('row', { name: '布设监测井五口 布设监测井八口' }).getByRole('checkbox')
  await left.focus()
  await page.keyboard.press('Space')
  await expect(left).not.toBeChecked()
  await page.getByRole('button', { name: '导入勾选的 2 处' }).click()
  await expect(page.getByText('已导入“退回表.xlsx”：改动 1 项，新增 0 项，删除 0 项。')).toBeVisible()

  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByRole('checkbox', { name: /^导入 .* 的/ })).toHaveCount(1)
  await expect(page.getByRole('row', { name: '布设监测井五口 布设监测井八口' })).toBeVisible()

  await undoLatest(page, '退回表.xlsx')
  await page.getByRole('button', { name: '重新检查' }).click()
  await expect(page.getByRole('checkbox', { name: /^导入 .* 的/ })).toHaveCount(3)
  await undoLatest(page, '外来表.csv')
})

test('columns that are not understood are matched by hand, and faults come back in their cells', async ({ page }) => {
  await openDemo(page)
  await page.goto(`${new URL(page.url()).pathname}/decomposition/table`)
  const table = '号,干什么,哪家干,分几年\n1,清点砚坪堆场,净原县应急管理局,三年\n2,复核砚坪堆场,净原县水利局,2026年：复核一次\n'
  await choose(page, '看不懂.csv', Buffer.from(table, 'utf8'))
  await expect(page.getByText('没有认出承办单位或编号所在的列')).toBeVisible()
  await page.getByLabel('B 列作为').selectOption({ label: '措施' })
  await page.getByLabel('C 列作为').selectOption({ label: '责任单位（可多家）' })
  await page.getByLabel('D 列作为').selectOption({ label: '年度安排' })
  await inspect(page, 'returned-table-columns')
  await page.getByRole('button', { name: '重新检查' }).click()
  await expect(page.getByRole('checkbox', { name: '行作为新任务' })).toHaveCount(1)
  await expect(page.getByRole('row', { name: 'D2 年度安排读不懂：“三年”' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载标注后的表' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('年度安排读不懂：“三年”')
})
