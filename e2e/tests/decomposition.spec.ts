import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, inspect, openDemo, people, signIn, test } from './product'

const PIT = '对废弃矿井'
const NOTICE = `关于做好2026年下半年土壤污染防治重点工作的通知

各乡镇人民政府，县直有关部门：

为推进年度任务落实，现就有关事项通知如下：

一、县农业农村局要在2026年9月15日前完成受污染耕地安全利用措施核查，并将核查表报县生态环境分局。

二、各乡镇人民政府应于2026年8月底前完成辖区历史遗留堆场排查，建立台账。

三、县自然资源局、县住房和城乡建设局要加强用途变更地块联动监管，每季度报送地块清单。
`

interface Item {
  id: string
  version: number
  code: string
  organisation: string
  work: string
}

/** Writes words into cells of the first sheet of a workbook, as an office program would. */
function filled(workbook: Buffer, cells: Record<string, string>): Buffer {
  const files = unzipSync(workbook)
  const name = 'xl/worksheets/sheet1.xml'
  let sheet = strFromU8(files[name] ?? new Uint8Array())
  for (const [address, words] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${address}"([^>]*?)( t="\\w+")?(/>|>.*?</c>)`)
    expect(sheet, `the sheet has a cell ${address}`).toMatch(cell)
    sheet = sheet.replace(cell, `<c r="${address}"$1 t="inlineStr"><is><t>${words}</t></is></c>`)
  }
  return Buffer.from(zipSync({ ...files, [name]: strToU8(sheet) }))
}

/** All words of a workbook. */
function words(workbook: Buffer): string {
  return strFromU8(unzipSync(workbook)['xl/sharedStrings.xml'] ?? new Uint8Array())
}

async function change(page: Page, path: string, changes: object[]): Promise<void> {
  if (changes.length === 0) return
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.post(path, { data: { changes }, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
  expect(answer.status()).toBe(200)
}

function removals(items: Item[]): object[] {
  return items.map(({ id, version }) => ({ kind: 'REMOVE', id, version }))
}

async function itemsOf(page: Page, plan: string): Promise<Item[]> {
  return ((await (await page.request.get(`/api/plans/${plan}/work-items`)).json()) as { items: Item[] }).items
}

function cellOf(page: Page, code: string, column: string) {
  return page.getByRole('row').filter({ has: page.getByText(code, { exact: true }) }).locator(`[data-key="${column}"]`)
}

test('work is proposed, filled in by keyboard, handed down, sent out for comments and changed by them', async ({ page }) => {
  test.setTimeout(300_000)
  await openDemo(page)
  await page.getByRole('link', { name: '任务分解', exact: true }).click()
  const plan = /plans\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await change(page, `/api/plans/${plan}/work-items/changes`, removals(await itemsOf(page, plan)))
  await page.reload()
  await expect(page.getByText('还没有分解事项')).toBeVisible()
  await inspect(page, 'decomposition-empty')

  await page.getByRole('button', { name: '由方案生成…' }).first().click()
  const proposing = page.getByRole('dialog', { name: '由方案原文生成' })
  await proposing.getByLabel('全选').uncheck()
  await proposing.getByLabel('筛选').fill(PIT)
  await proposing.getByLabel('全选').check()
  await inspect(page, 'decomposition-propose')
  await proposing.getByRole('button', { name: /采用 \d+ 项/ }).click()
  await expect(proposing).toBeHidden()
  const taken = await itemsOf(page, plan)
  expect(taken.length).toBeGreaterThan(4)
  const lead = taken.find(({ organisation }) => organisation.includes('净原分局'))
  const water = taken.find(({ organisation }) => organisation === '县水利局')
  const land = taken.find(({ organisation }) => organisation === '县自然资源局')
  if (!lead || !water || !land) throw new Error(`not proposed: ${taken.map(({ organisation }) => organisation).join()}`)

  await cellOf(page, lead.code, 'WORK').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('踏勘废弃矿井与老旧堆场')
  await page.keyboard.press('Tab')
  await expect(cellOf(page, lead.code, 'STANDARD')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('点位清单经核')
  await page.keyboard.press('Control+s')
  await expect(cellOf(page, lead.code, 'STANDARD')).toHaveText('点位清单经核')
  await cellOf(page, water.code, 'WORK').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('不要了')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.type('核查河道堆场')
  await page.keyboard.press('Enter')
  await expect(cellOf(page, water.code, 'WORK')).toHaveText('核查河道堆场')
  await page.reload()
  await expect(cellOf(page, lead.code, 'WORK')).toHaveText('踏勘废弃矿井与老旧堆场')

  await page.getByRole('button', { name: `把 ${lead.code} 下发给下级单位` }).click()
  const handing = page.getByRole('dialog', { name: `下发 ${lead.code}` })
  await handing.getByLabel('下发给').fill('石漪镇人民政府\n石漪镇柳树村')
  await inspect(page, 'decomposition-down')
  await handing.getByRole('button', { name: '下发' }).click()
  await expect(cellOf(page, `${lead.code}-1`, 'ORGANISATION')).toHaveText('石漪镇人民政府')
  await page.getByRole('button', { name: `删除 ${lead.code}-2` }).click()
  await page.getByRole('button', { name: '撤销删除' }).click()
  await expect(cellOf(page, `${lead.code}-2`, 'ORGANISATION')).toHaveText('石漪镇柳树村')
  await page.getByRole('button', { name: '填联系人' }).click()
  await expect(cellOf(page, `${lead.code}-1`, 'LIAISON')).toHaveText('麦禾')
  await page.getByRole('button', { name: /^具体工作 \d+$/ }).click()
  await expect(cellOf(page, water.code, 'WORK')).toHaveCount(0)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await inspect(page, 'decomposition')

  await page.getByRole('link', { name: '征求意见' }).click()
  await page.getByRole('button', { name: '开始征求意见…' }).click()
  await page.getByRole('dialog', { name: '开始征求意见' }).getByLabel('反馈截止').fill('2099-12-31')
  await page.getByRole('dialog', { name: '开始征求意见' }).getByRole('button', { name: '开始', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载表格：县水利局' }).click()])
  const sheet = readFileSync(await download.path())
  expect(words(sheet)).toContain('核查河道堆场')
  await page.getByRole('button', { name: '传回填好的表…' }).click()
  const uploading = page.getByRole('dialog', { name: '传回填好的表' })
  await uploading.locator('input[type=file]').setInputFiles({
    name: '县水利局.xlsx',
    mimeType: 'application/octet-stream',
    buffer: filled(sheet, { L6: '范围不清', M6: '核查河道管理范围内的堆场' }),
  })
  await uploading.getByRole('button', { name: '传回' }).click()
  await expect(uploading.getByText('已收下')).toBeVisible()
  await uploading.getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: '代为填写…' }).click()
  const typing = page.getByRole('dialog', { name: '代为填写意见' })
  await typing.getByLabel('单位').selectOption('县自然资源局')
  await typing.getByLabel('事项').selectOption(land.id)
  await typing.getByLabel('意见', { exact: true }).fill('时限太紧')
  await typing.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('意见 2 条，未答复 2 条')).toBeVisible()

  await page.getByRole('button', { name: `答复：县水利局，${water.code}` }).click()
  const answering = page.getByRole('dialog', { name: '答复意见' })
  await answering.getByLabel('改为').fill('核查河道管理范围内的堆场并登记')
  await inspect(page, 'decomposition-answer')
  await answering.getByRole('button', { name: '保存答复' }).click()
  await page.getByRole('button', { name: `答复：县自然资源局，${land.code}` }).click()
  await answering.getByLabel('采纳情况').selectOption('REFUSED')
  await answering.getByRole('button', { name: '保存答复' }).click()
  await expect(answering.getByText('请说明理由。')).toBeVisible()
  await answering.getByLabel('理由').fill('时限由方案定')
  await answering.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText('意见 2 条，未答复 0 条')).toBeVisible()
  await inspect(page, 'decomposition-comments')
  expect((await itemsOf(page, plan)).find(({ id }) => id === water.id)?.work).toBe('核查河道管理范围内的堆场并登记')
  const [summary] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '意见采纳情况表' }).click()])
  const told = words(readFileSync(await summary.path()))
  for (const said of ['范围不清', '采纳', '核查河道管理范围内的堆场并登记', '不采纳', '时限由方案定']) expect(told).toContain(said)

  page.once('dialog', (question) => void question.accept())
  await page.getByRole('button', { name: '结束这一轮' }).click()
  await expect(page.getByRole('heading', { name: /第 \d+ 轮 · 已结束/ }).first()).toBeVisible()
  await change(page, `/api/plans/${plan}/work-items/changes`, removals(await itemsOf(page, plan)))
})

test('the second of two people who fill in the same cell is told, and keeps what was typed', async ({ page, browser }) => {
  await openDemo(page)
  await page.getByRole('link', { name: '任务分解', exact: true }).click()
  const plan = /plans\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await change(page, `/api/plans/${plan}/work-items/changes`, [{ kind: 'ADD', cells: { ORGANISATION: '县统计局', WORK: '核对面积' } }])
  await page.reload()
  const item = (await itemsOf(page, plan)).find(({ organisation }) => organisation === '县统计局')
  if (!item) throw new Error('not added')
  await cellOf(page, item.code, 'WORK').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('并公布')

  const other = await (await browser.newContext()).newPage()
  await signIn(other, people.coordinator())
  await other.goto(`/plans/${plan}/decomposition`)
  await cellOf(other, item.code, 'WORK').click()
  await other.keyboard.press('Enter')
  await other.keyboard.type('与图斑')
  await other.keyboard.press('Enter')
  await expect(cellOf(other, item.code, 'WORK')).toHaveText('核对面积与图斑')
  await other.context().close()

  await page.keyboard.press('Enter')
  await expect(page.getByText('已被他人改动')).toBeVisible()
  await expect(page.locator('textarea.field')).toHaveValue('核对面积并公布')
  expect((await itemsOf(page, plan)).find(({ id }) => id === item.id)?.work).toBe('核对面积与图斑')
  await page.keyboard.press('Escape')
  await change(page, `/api/plans/${plan}/work-items/changes`, removals((await itemsOf(page, plan)).filter(({ id }) => id === item.id)))
})

test('a notice is read, two of its three duties are taken, one corrected', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('link', { name: '任务来源' }).click()
  await page.getByRole('button', { name: '登记一份…' }).first().click()
  const adding = page.getByRole('dialog', { name: '登记任务来源' })
  await adding.getByLabel('标题').fill('关于做好下半年重点工作的通知')
  await adding.getByLabel('文号').fill('净环委办〔2026〕9号')
  await adding.getByLabel('日期').fill('2026-07-06')
  await adding.getByLabel('正文').fill(NOTICE)
  await inspect(page, 'work-source-add')
  await adding.getByRole('button', { name: '保存' }).click()

  const duties = page.locator('fieldset.duty')
  await expect(duties).toHaveCount(3)
  await page.getByLabel('采用：县自然资源局').uncheck()
  await duties.nth(1).getByLabel('承办单位').fill('石漪镇人民政府、丹圃镇人民政府')
  await inspect(page, 'work-source')
  await page.getByRole('button', { name: '采用 2 项' }).click()
  await expect(page.getByRole('row').filter({ hasText: '石漪镇人民政府' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '丹圃镇人民政府' })).toContainText('2026-08-31')
  await page.getByRole('button', { name: /^修改 N\d+-1$/ }).click()
  const changing = page.getByRole('dialog', { name: /^修改 N\d+-1$/ })
  await changing.getByLabel('时限').fill('2026-09-10')
  await changing.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row').filter({ hasText: '县农业农村局' })).toContainText('2026-09-10')

  const id = /work-sources\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  await page.goto('/work-sources')
  await inspect(page, 'work-sources')
  const { items } = (await (await page.request.get(`/api/work-sources/${id}`)).json()) as { items: Item[] }
  expect(items).toHaveLength(3)
  await change(page, `/api/work-sources/${id}/changes`, removals(items))
  await page.goto(`/work-sources/${id}`)
  page.once('dialog', (question) => void question.accept())
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByText('还没有登记文件')).toBeVisible()
})
