import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

/** A register of these tests' own: nobody else counts its records. */
const POND = `register: e2e-pond
version: 1
name: 坑塘登记
kind: 清单
help: 浏览器测试用的坑塘
serves: [IND-06]
key: [name]
geometry: polygon
groups:
  - {id: basics, label: 基本情况}
  - {id: work, label: 整治}
fields:
  - {id: name, label: 名称, type: text, group: basics, required: true, sortable: true}
  - {id: area, label: 水面面积, type: quantity, unit: 亩, decimals: 2, min: 0, group: basics, sortable: true}
  - {id: found_on, label: 发现日期, type: date, group: basics, sortable: true}
  - {id: smells, label: 有异味, type: flag, group: basics}
  - {id: smell, label: 异味说明, type: text, group: basics, when: "smells"}
  - {id: keeper, label: 管护人, type: post, group: work}
  - {id: proof, label: 整治照片, type: evidence, group: work}
  - {id: note, label: 备注, type: long-text}
lifecycle:
  states:
    - {id: open, label: 待整治}
    - {id: working, label: 整治中}
    - {id: done, label: 已销号, end: true}
  transitions:
    - {id: begin, label: 开工, from: open, to: working, requires: {fields: [keeper]}}
    - {id: finish, label: 销号, from: working, to: done, requires: {reason: true}}
`

const list = '/registers/e2e-pond'
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function add(page: Page, name: string, area: string, found: string): Promise<void> {
  await page.goto(`${list}/new`)
  await page.getByLabel('名称').fill(name)
  await page.getByLabel('水面面积').fill(area)
  await page.getByLabel('发现日期').fill(found)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function secondEditor(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const second = await context.newPage()
  await signIn(second, people.coordinator())
  return second
}

test.describe.configure({ mode: 'serial' })

test('a definition is written, its faults are told at their lines, and it becomes a register', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('link', { name: '台账', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '台账' })).toBeVisible()
  await inspect(page, 'registers')
  await page.getByText('新建台账').click()
  await page.getByRole('link', { name: '粘贴或打开 YAML' }).click()
  const text = page.getByLabel('定义文件（YAML）')
  await text.fill(POND.replace('type: date', 'type: dat'))
  await expect(page.getByText('1 处要改')).toBeVisible()
  await expect(page.getByRole('button', { name: '应用' })).toBeDisabled()
  await inspect(page, 'register-definition-faults')
  await page.getByRole('button', { name: /第 15 行/ }).click()
  await expect(text).toBeFocused()
  await text.fill(POND)
  await expect(page.getByText('没有错误')).toBeVisible()
  await expect(page.getByRole('heading', { name: '应用时将会做的事' })).toBeVisible()
  await inspect(page, 'register-definition-new')
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page.getByText('坑塘登记还没有记录')).toBeVisible()
  await inspect(page, 'register-empty')
})

test('records are filled in, with errors in words at their fields', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(`${list}/new`)
  await page.getByLabel('水面面积').fill('约3亩')
  await expect(page.getByText('“约3亩”不是数字')).toBeVisible()
  await page.getByLabel('水面面积').fill('3.5')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.error').first()).toBeVisible()
  await inspect(page, 'record-form-faults')

  await page.getByLabel('异味说明').waitFor({ state: 'hidden' })
  await page.getByLabel('有异味').selectOption({ label: '是' })
  await page.getByLabel('异味说明').fill('夏季发臭')
  await page.getByLabel('名称').fill('东沟坑塘')
  await page.getByLabel('发现日期').fill('2026-03-05')
  await page.locator('[name=geometry]').fill('113.101,34.101\n113.112,34.102\n113.115,34.11')
  await expect(page.getByRole('img', { name: '轮廓示意图，上北下南' })).toBeVisible()
  await inspect(page, 'record-form')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1, name: '东沟坑塘' })).toBeVisible()
  await expect(page.getByText('夏季发臭')).toBeVisible()
  await page.getByRole('tab', { name: '地图' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
  await inspect(page, 'record-map')
  await add(page, '西沟坑塘', '12', '2026-05-01')
  await add(page, '南洼坑塘', '0.8', '2026-06-11')
})

test('a list is filtered, sorted, walked with the keyboard and kept as a view', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(list)
  await expect(page.getByText('第 1–3 条，共 3 条')).toBeVisible()
  await page.getByRole('button', { name: '按 水面面积（亩） 排序' }).click()
  await expect(page.locator('tbody tr').first()).toContainText('南洼坑塘')
  await expect(page.locator('tfoot')).toContainText('16.3')
  await page.getByRole('button', { name: '添加筛选' }).click()
  await page.getByLabel('栏目').selectOption({ label: '发现日期' })
  await page.getByLabel('不早于').fill('2026-04-01')
  await inspect(page, 'register-filter')
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page.getByText('第 1–2 条，共 2 条')).toBeVisible()
  await expect(page).toHaveURL(/filter=found_on:from:2026-04-01/)

  await page.getByRole('button', { name: '保存为视图' }).click()
  const saving = page.getByRole('dialog', { name: '保存视图' })
  await saving.getByLabel('名称').fill('四月以后')
  await saving.getByLabel('共享给本地区的人').check()
  await saving.getByRole('button', { name: '保存为视图' }).click()
  await expect(page.getByRole('button', { name: '四月以后（共享）' })).toBeVisible()

  await page.locator('tbody tr').first().focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '选中的记录' })
  await expect(drawer.getByRole('heading', { name: '南洼坑塘' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(drawer.getByRole('heading', { name: '西沟坑塘' })).toBeVisible()
  await inspect(page, 'register-list')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByRole('button', { name: '全部', exact: true }).click()
  await expect(page.getByText('第 1–3 条，共 3 条')).toBeVisible()
  await page.getByRole('button', { name: '四月以后（共享）' }).click()
  await expect(page.getByText('第 1–2 条，共 2 条')).toBeVisible()
  await page.locator('summary').filter({ hasText: '四月以后' }).click()
  page.on('dialog', (question) => void question.accept())
  await page.getByRole('button', { name: '删除视图' }).click()
  await expect(page.getByRole('button', { name: '四月以后（共享）' })).toBeHidden()
})

test('a step says what it still lacks, takes it, and is remembered with its reason', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(list)
  await page.getByRole('link', { name: '东沟坑塘' }).click()
  await expect(page.getByText(/缺：.*管护人/)).toBeVisible()
  await inspect(page, 'record')
  await page.getByRole('button', { name: '开工' }).click()
  const step = page.getByRole('dialog', { name: '开工：东沟坑塘' })
  await step.getByLabel('管护人').fill('张某 村民组长 0000-1')
  await step.getByRole('button', { name: '办理' }).click()
  await expect(page.getByText('已办理：开工')).toBeVisible()
  await expect(page.locator('.head .state')).toContainText('整治中')

  await page.goto(list)
  await page.getByLabel('选中 东沟坑塘').check()
  await page.getByLabel('选中 西沟坑塘').check()
  await page.getByRole('button', { name: '批量办理' }).click()
  const many = page.getByRole('dialog', { name: '批量办理 2 条记录' })
  await many.getByLabel('步骤').selectOption({ label: '销号（1 条可办理）' })
  await many.getByLabel('原因').fill('现场已复绿')
  await many.getByRole('button', { name: '办理 1 条' }).click()
  await expect(page.getByText('完成 1 条')).toBeVisible()
  await expect(row(page, '东沟坑塘')).toContainText('已销号')
})

test('many records are changed at once, and one value is taken back from the history', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(list)
  await page.getByLabel('选中已列出的全部').check()
  await page.getByRole('button', { name: '批量修改' }).click()
  const dialog = page.getByRole('dialog', { name: '批量修改 3 条记录' })
  await dialog.getByLabel('栏目').selectOption({ label: '备注' })
  await dialog.locator('textarea[name=note]').fill('2026年排查')
  await dialog.getByLabel('原因').fill('统一补录')
  await inspect(page, 'register-bulk')
  await dialog.getByRole('button', { name: '修改 3 条' }).click()
  await expect(page.getByText('完成 3 条')).toBeVisible()

  await page.getByRole('link', { name: '西沟坑塘' }).click()
  await page.getByRole('tab', { name: '历史' }).click()
  await expect(page.getByRole('row', { name: /备注.*2026年排查/ })).toBeVisible()
  await inspect(page, 'record-history')
  page.on('dialog', (question) => void question.accept())
  await page.getByRole('button', { name: '恢复为改前 备注' }).click()
  await expect(page.getByText('已恢复')).toBeVisible()
  await page.getByRole('tab', { name: '内容' }).click()
  await expect(page.getByText('2026年排查')).toHaveCount(0)
})

test('of two editors the second is told what changed, and decides field by field', async ({ page, browser }) => {
  await signIn(page, people.coordinator())
  await page.goto(list)
  await page.getByRole('link', { name: '西沟坑塘' }).click()
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByLabel('水面面积').fill('11')
  await page.getByLabel('备注').fill('以我为准')
  const other = await secondEditor(browser, page)
  await other.goto(page.url())
  await other.getByLabel('水面面积').fill('13')
  await other.getByRole('button', { name: '保存', exact: true }).click()
  await expect(other.getByText('已保存')).toBeVisible()

  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText(/已把 水面面积 由 12.* 改为 13/)).toBeVisible()
  await inspect(page, 'record-conflict')
  await page.getByLabel(/用对方的：13/).check()
  await page.getByRole('button', { name: '按所选保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByText('以我为准')).toBeVisible()
  await expect(page.locator('dl div').filter({ hasText: '水面面积' })).toContainText('13')
  await page.getByRole('button', { name: '撤销这次修改' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await expect(page.getByText('以我为准')).toHaveCount(0)
  await other.context().close()
})

test('a record is removed for a reason, and brought back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(list)
  await page.getByRole('link', { name: '南洼坑塘' }).click()
  await page.getByRole('button', { name: '移除' }).click()
  const removing = page.getByRole('dialog', { name: '移除：南洼坑塘' })
  await removing.getByRole('button', { name: '移除' }).click()
  await expect(removing.getByText('请填写原因')).toBeVisible()
  await removing.getByLabel('原因').fill('重复登记')
  await removing.getByRole('button', { name: '移除' }).click()
  await expect(page.getByText('已移除：重复登记')).toBeVisible()
  await page.goto(list)
  await expect(page.getByText('第 1–2 条，共 2 条')).toBeVisible()
  await page.getByRole('link', { name: '已移除' }).click()
  await expect(row(page, '南洼坑塘')).toContainText('重复登记')
  await inspect(page, 'register-removed')
  await page.getByRole('button', { name: '恢复 南洼坑塘' }).click()
  await expect(page.getByText('没有移除的记录')).toBeVisible()
})

test('a changed definition says what it will do before it is done', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto(`${list}/definition`)
  const text = page.getByLabel('定义文件（YAML）')
  await expect(text).toHaveValue(/register: e2e-pond/)
  const now = await text.inputValue()
  await text.fill(now.replace(/\n {2}- \{id: note[^\n]*/, (line) => `${line.replace('}', ', retired: true}')}\n  - {id: depth, label: 水深, type: quantity, unit: m}`))
  await page.getByRole('button', { name: '版本号加一' }).click()
  await expect(page.getByText(/水深/).first()).toBeVisible()
  await inspect(page, 'register-definition')
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page.getByText('已应用第 2 版')).toBeVisible()
  await expect(page.getByRole('row', { name: /备注 note .*已停用/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /第 2 版.*正在使用.*在页面修改.*水深/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /第 1 版/ })).toBeVisible()
  await page.goto(list)
  await page.getByRole('link', { name: '东沟坑塘' }).click()
  await expect(page.locator('dt').filter({ hasText: '水深（m）' })).toBeVisible()
  await expect(page.getByText('备注', { exact: true })).toBeHidden()
  await page.getByText('停用的栏目 1 项').click()
  await expect(page.getByText('第 2 版起停用')).toBeVisible()
  await inspect(page, 'record-retired')
})

test('a file in the data folder becomes a register, and a broken one is told with its line', async ({ page }) => {
  const folder = join(process.env.E2E_DATA ?? '', 'registers')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'e2e-well.yaml'), POND.replace('e2e-pond', 'e2e-well').replace('坑塘登记', '水井登记'))
  writeFileSync(join(folder, 'e2e-broken.yaml'), POND.replace('e2e-pond', 'e2e-broken').replace('type: flag', 'type: flagg'))
  await signIn(page, people.coordinator())
  await expect(async () => {
    await page.goto('/registers')
    await expect(page.getByRole('link', { name: '水井登记', exact: true })).toBeVisible({ timeout: 2000 })
    await expect(page.getByText('e2e-broken.yaml')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByText('第 16 行', { exact: false })).toBeVisible()
  await inspect(page, 'registers-faulty')
  await page.getByRole('link', { name: '水井登记', exact: true }).click()
  await expect(page.getByText('水井登记还没有记录')).toBeVisible()
})

test('registers in English pass inspection', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/registers')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Registers' })).toBeVisible()
  await inspect(page, 'registers-en')
  await page.goto(list)
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await inspect(page, 'register-list-en')
  await page.getByRole('link', { name: '东沟坑塘' }).click()
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await inspect(page, 'record-en')
})
