import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, inspect, openDemo, people, signIn, test } from './product'

const BODY = 'word/document.xml'

/** What a link gives when it is followed. */
async function fetched(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFileSync(await download.path())
}

/** All words of a document's body. */
function words(document: Buffer): string {
  return strFromU8(unzipSync(document)[BODY] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

/** A document with other words in its body, as somebody edits it by find and replace. */
function edited(document: Buffer, before: string, after: string): { name: string; mimeType: string; buffer: Buffer } {
  const files = unzipSync(document)
  const body = strFromU8(files[BODY] ?? new Uint8Array())
  expect(body).toContain(before)
  const changed = Buffer.from(zipSync({ ...files, [BODY]: strToU8(body.replace(before, after)) }))
  return { name: '县模板.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: changed }
}

test('a template is exchanged: its faults are named with their places, the task table takes its words, and one goes back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/templates')
  const kind = page.getByRole('region', { name: '任务分解表（方案任务）' })
  await expect(kind.getByText('● 随产品提供的模板').first()).toBeVisible()
  await inspect(page, 'templates')
  const shipped = await fetched(page, kind.getByRole('link', { name: '下载', exact: true }).first())
  expect(words(shipped)).toContain('{{表题}}')
  expect(words(await fetched(page, kind.getByRole('link', { name: '填入示例查看' }).first()))).toContain('净原县土壤污染防治工作方案任务分解表')
  expect(words(await fetched(page, kind.getByRole('link', { name: '含全部字段的示例' }).first()))).toContain('{{文号}}')

  await kind.getByRole('button', { name: '更换模板' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('模板文件').setInputFiles(edited(shipped, '{{表题}}', '{{表提}}'))
  await expect(dialog.getByText('有 1 处需要改正')).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: '没有名为“表提”的字段' })).toContainText('正文第')
  await expect(dialog.getByText('是否为 {{表题}}？')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '保存并使用' })).toBeDisabled()
  await inspect(page, 'template-faults')

  await dialog.getByLabel('模板文件').setInputFiles(edited(shipped, '{{表题}}', '本县{{表题}}（征求意见稿）'))
  await expect(dialog.getByText('检查通过')).toBeVisible()
  await dialog.getByRole('button', { name: '保存并使用' }).click()
  await expect(dialog).toBeHidden()
  await expect(kind.getByText('县模板.docx').first()).toBeVisible()

  await page.goto('/plans')
  await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().click()
  await page.getByRole('link', { name: '任务清单', exact: true }).click()
  const made = words(await fetched(page, page.getByRole('link', { name: '任务分解表 .docx' })))
  expect(made).toMatch(/本县净原县土壤污染防治工作方案.*任务分解表（征求意见稿）/)
  expect(made).toContain('开展土壤状况调查')

  await page.goto('/templates')
  page.on('dialog', (asked) => void asked.accept())
  await kind.getByRole('button', { name: '改用 随产品提供的模板' }).click()
  await expect(kind.getByText('● 随产品提供的模板').first()).toBeVisible()
  await expect(kind.getByText(/○ 第 \d+ 版：县模板.docx/)).toBeVisible()
})

test('the table of work is made as a document and as a sheet', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('link', { name: '任务分解', exact: true }).click()
  await page.getByRole('button', { name: '由方案生成…' }).first().click()
  const proposing = page.getByRole('dialog', { name: '由方案原文生成' })
  await proposing.getByLabel('全选').uncheck()
  await proposing.getByLabel('筛选').fill('对废弃矿井')
  await proposing.getByLabel('全选').check()
  await proposing.getByRole('button', { name: /采用 \d+ 项/ }).click()
  await expect(proposing).toBeHidden()
  const document = words(await fetched(page, page.getByRole('link', { name: '任务分解表 .docx' })))
  expect(document).toContain('对废弃矿井')
  expect(document).toContain('县水利局')
  const sheet = unzipSync(await fetched(page, page.getByRole('link', { name: '任务分解表 .xlsx' })))
  expect(Object.values(sheet).map((part) => strFromU8(part)).join('')).toContain('对废弃矿井')

  const plan = /plans\/([^/]+)/.exec(page.url())?.[1] ?? ''
  const { items } = (await (await page.request.get(`/api/plans/${plan}/work-items`)).json()) as { items: { id: string; version: number }[] }
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const removed = await page.request.post(`/api/plans/${plan}/work-items/changes`, {
    data: { changes: items.map(({ id, version }) => ({ kind: 'REMOVE', id, version })) },
    headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) },
  })
  expect(removed.status()).toBe(200)
})
