import type { Page } from '@playwright/test'
import { adopt, expect, importFile, inspect, people, signIn, takeBack, test } from './product'

const NEW = '净原县砚台管理局'

/** An invented plan with a slip, an office that the directory lacks, and an office of before the reform. */
function plan(place: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = `${place}土壤污染防治工作方案

一、主要任务

（一）摸底

1.登记砚台作坊。逐家登记，2027年5月底前完成。（县砚台局牵头，县财正局、县环保局参与，各乡镇人民政府落实）

2.公布登记结果。每年6月底前公布一遍。（县环境保护局牵头，县财政局参与）
`
  return { name: `${place}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

async function imported(page: Page, place: string): Promise<void> {
  await importFile(page, plan(place))
  await adopt(page)
  await page.goto('/plans')
  await page.getByRole('row', { name: new RegExp(place) }).getByRole('link').first().click()
  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: '单位对应', exact: true }).click()
  await expect(page.getByRole('table', { name: '名称与单位' })).toBeVisible()
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: '名称与单位' }).getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) })

test('a name is decided once, remembered for the next plan, and revised with its history', async ({ page }) => {
  await signIn(page, people.coordinator())
  await imported(page, '墨池坊')
  await expect(rowOf(page, '县财政局')).toContainText('自动认定')
  await expect(rowOf(page, '县财政局')).toContainText('净原县财政局')
  await expect(rowOf(page, '各乡镇人民政府')).toContainText('20 个单位')
  await expect(rowOf(page, '县财正局')).toContainText('待认定')
  await expect(rowOf(page, '县砚台局')).toContainText('无对应')
  await inspect(page, 'names')

  await page.getByRole('button', { name: '认定 县财正局' }).click()
  const asking = page.getByRole('dialog', { name: '“县财正局”指哪个单位' })
  await asking.getByRole('button', { name: '保存' }).click()
  await expect(asking.getByText('请选择一项')).toBeVisible()
  await asking.getByRole('radio', { name: '净原县财政局' }).check()
  await asking.getByLabel('说明').fill('原文笔误')
  await inspect(page, 'names-decide')
  await page.keyboard.press('Control+s')
  await expect(rowOf(page, '县财正局')).toContainText('人工认定')
  await expect(rowOf(page, '县财正局')).toContainText('原文笔误')

  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: '单位', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '又写作' }).filter({ hasText: '净原县财政局' })).toContainText('县财正局')

  await imported(page, '墨池里')
  await expect(rowOf(page, '县财正局')).toContainText('人工认定')
  await page.getByRole('button', { name: '改正 县财正局' }).click()
  await expect(asking.getByText('认定为 净原县财政局')).toBeVisible()
  await asking.getByRole('radio', { name: /不是名录里的单位/ }).check()
  await asking.getByRole('button', { name: '保存' }).click()
  await expect(rowOf(page, '县财正局')).toContainText('认定为名录外')
  await page.getByRole('button', { name: '改正 县财正局' }).click()
  await expect(asking.getByRole('listitem')).toHaveCount(2)
  await asking.getByRole('radio', { name: /撤回人工认定/ }).check()
  await asking.getByRole('button', { name: '保存' }).click()
  await expect(rowOf(page, '县财正局')).toContainText('待认定')

  await takeBack(page, /墨池里/)
  await takeBack(page, /墨池坊/)
})

test('a name becomes an organisation with an alias, whose page then lists its tasks', async ({ page }) => {
  await signIn(page, people.coordinator())
  await imported(page, '墨池港')
  await page.getByRole('button', { name: '认定 县砚台局' }).click()
  const asking = page.getByRole('dialog', { name: '“县砚台局”指哪个单位' })
  await asking.getByRole('radio', { name: /新增单位/ }).check()
  await asking.getByRole('button', { name: '保存' }).click()
  await expect(asking.getByText('请填写新单位全称')).toBeVisible()
  await asking.getByLabel('新单位全称').fill(NEW)
  await asking.getByRole('checkbox', { name: /别名/ }).check()
  await asking.getByRole('button', { name: '保存' }).click()
  await expect(rowOf(page, '县砚台局')).toContainText(NEW)

  await rowOf(page, '县砚台局').getByRole('link', { name: NEW }).click()
  await expect(page.getByRole('heading', { level: 1, name: NEW })).toBeVisible()
  await expect(page.getByText('县砚台局').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /今天承担.*墨池港/ })).toContainText('牵头')
  await inspect(page, 'names-organisation-tasks')

  await page.getByRole('button', { name: '撤销单位' }).click()
  const ending = page.getByRole('dialog', { name: `撤销 ${NEW}` })
  await ending.getByLabel('撤销日期').fill('2024-01-01')
  await ending.getByRole('button', { name: '撤销单位' }).click()
  await expect(page.getByText('自 2024-01-01 起已撤销')).toBeVisible()
  await takeBack(page, /墨池港/)
})

test('tasks of an office of before the reform are answered by whoever took over', async ({ page }) => {
  await signIn(page, people.coordinator())
  await imported(page, '墨池湾')
  const passed = page.getByRole('table', { name: '单位有变动的任务' })
  await expect(passed.getByRole('row', { name: /县环境保护局/ }).first()).toContainText('云岫市生态环境局净原分局')
  await expect(passed.getByRole('row', { name: /县环境保护局/ }).first()).toContainText('2019-03-01')
  await page.getByLabel('按哪一天看').fill('2018-01-01')
  await page.getByLabel('按哪一天看').press('Enter')
  await expect(page).toHaveURL(/on=2018-01-01/)
  await takeBack(page, /墨池湾/)
})
