import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

/** A register that no other test counts and no earlier run has filled, for matches of columns are remembered. */
const REGISTER = `import-trial-${Date.now() % 1_000_000}`
const DEFINITION = `register: ${REGISTER}
version: 1
name: 导入试用台账
kind: 台账
key: [name]
fields:
  - {id: name, label: 名称, type: text, required: true}
  - {id: capacity, label: 库容, type: quantity, unit: 万m³, decimals: 2, min: 0}
  - {id: built, label: 建成日期, type: date}
  - {id: closed, label: 是否闭库, type: flag}
`
const FAULTY = `库名,库容（万m³）,建成日期,是否闭库,附注
甲库,12.5,2001-03-05,是,
乙库,许多,2003-07-01,否,请核
丙库,8,2005年13月1日,否,
丁库,3.25,2010/6/30,否,
合计,23.75,,,
`
const MENDED = FAULTY.replace('许多', '30').replace('2005年13月1日', '2005年12月1日').replace('3.25', '4')

async function define(page: Page): Promise<void> {
  const status = await page.evaluate(async (text) => {
    const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) }
    return (await fetch('/api/registers/definitions', { method: 'POST', headers, body: JSON.stringify({ text }) })).status
  }, DEFINITION)
  expect(status).toBe(201)
}

async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.goto(`/registers/${REGISTER}/import`)
  await page.getByLabel('文件', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') })
  await page.getByRole('button', { name: '上传' }).click()
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤回这次导入' }).click()
  const dialog = page.getByRole('dialog', { name: '撤回这次导入' })
  await expect(dialog.getByText('删除这次新增的')).toBeVisible()
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(dialog.getByText('请写明撤回的原因')).toBeVisible()
  await dialog.getByLabel('原因').fill('试用完毕')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByText('撤回：试用完毕')).toBeVisible()
}

test('a file is matched, its faults are seen in the sheet, its sound rows taken, met again and taken back', async ({ page }) => {
  test.slow()
  await signIn(page, people.coordinator())
  await define(page)
  await upload(page, '尾矿.csv', FAULTY)

  await expect(page.getByText('缺少必填的列：名称')).toBeVisible()
  await expect(page.getByRole('button', { name: '检查' })).toBeDisabled()
  await page.getByLabel('A 列对应').selectOption({ label: '名称 *' })
  await expect(page.getByText('不导入的列：附注')).toBeVisible()
  await inspect(page, 'import-columns')
  await page.getByRole('button', { name: '检查' }).click()

  await expect(page.getByText('有误 2 行，可导入 2 行')).toBeVisible()
  const told = page.getByRole('main').locator('#import-cell')
  await expect(told).toContainText('B3')
  await expect(told).toContainText('“许多”')
  await inspect(page, 'import-check')
  await page.getByRole('grid').getByRole('gridcell', { name: '许多' }).focus()
  await page.keyboard.press('n')
  await expect(told).toContainText('C4')
  await page.getByRole('region', { name: '问题清单' }).getByRole('button', { name: '不是数字' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载标注后的表' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('“许多”')

  await page.reload()
  await page.getByRole('button', { name: '仅导入无误的 2 行' }).click()
  await expect(page.getByText('已导入“尾矿.csv”：新增 2 条，更新 0 条')).toBeVisible()
  await inspect(page, 'import-finished')
  const first = page.url()

  await upload(page, '尾矿改.csv', MENDED)
  await expect(page.getByText('上次这样选的').first()).toBeVisible()
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByText('可导入 2 行，已有记录 1 行，与现有记录相同 1 行')).toBeVisible()
  await page.getByRole('button', { name: '已有记录' }).click()
  await page.getByLabel('逐行决定').check()
  await expect(page.getByRole('row', { name: '丁库' })).toContainText('3.25')
  await page.getByRole('radiogroup', { name: '第 5 行' }).getByLabel('更新').check()
  await inspect(page, 'import-meeting')
  await page.getByRole('button', { name: '导入 3 行' }).click()
  await expect(page.getByText('新增 2 条，更新 1 条')).toBeVisible()

  const second = page.url()
  await page.getByRole('link', { name: '查看本次导入的记录' }).click()
  await expect(page.getByText('第 1–3 条，共 3 条')).toBeVisible()
  await expect(page).toHaveURL(/[?&]batch=[0-9a-f-]{36}/)
  const chip = page.getByRole('link', { name: '导入批次 尾矿改.csv' })
  await expect(chip).toBeVisible()
  await expect(page.getByRole('row', { name: '甲库' })).toHaveCount(0)
  await inspect(page, 'register-of-import')
  await page.getByRole('button', { name: '去掉筛选：导入批次 尾矿改.csv' }).click()
  await expect(page.getByText('第 1–4 条，共 4 条')).toBeVisible()
  await expect(page).not.toHaveURL(/batch=/)
  await page.goto(second)

  await takeBack(page)
  await page.goto(first)
  await takeBack(page)
  await page.goto(`/registers/${REGISTER}/import`)
  await expect(page.getByRole('row', { name: '尾矿.csv' }).first()).toContainText('已撤回')
  await inspect(page, 'import-batches')
})

test('empty cells keep what is there until somebody says that they clear it', async ({ page }) => {
  test.slow()
  await signIn(page, people.coordinator())
  await upload(page, '戊库.csv', '库名,库容（万m³）,建成日期,是否闭库\n戊库,7.25,2011-01-01,否\n')
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await expect(page.getByText('新增 1 条，更新 0 条')).toBeVisible()
  const first = page.url()

  await upload(page, '戊库再报.csv', '库名,库容（万m³）,建成日期,是否闭库\n戊库,,2011-01-01,否\n')
  await expect(page.getByText('与现有记录相同 1 行')).toBeVisible()
  await expect(page.getByText('空单元格：保留原值。')).toBeVisible()
  await page.getByRole('button', { name: '更改' }).click()
  await page.getByLabel('清除原值').check()
  await inspect(page, 'import-empty-cells')
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(page.getByText('空单元格：清除原值。')).toBeVisible()
  await page.getByRole('button', { name: '已有记录' }).click()
  await expect(page.getByRole('row', { name: '戊库' })).toContainText('7.25')
  await page.getByLabel('都用表中的内容更新').check()
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await expect(page.getByText('新增 0 条，更新 1 条')).toBeVisible()
  const second = page.url()
  await page.getByRole('link', { name: '查看本次导入的记录' }).click()
  await page.getByRole('link', { name: '戊库', exact: true }).click()
  const capacity = page.locator('dl div').filter({ hasText: '库容' })
  await expect(capacity).toContainText('（空）')

  await page.goto(second)
  await takeBack(page)
  await page.goto(first)
  await takeBack(page)
})
