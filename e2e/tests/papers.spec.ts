import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

interface Calendar {
  days: { months: number; opens: number; due: number }[]
}

/** Asks the server as the page does, with the token against forged requests. */
async function put(page: Page, path: string, body: unknown): Promise<void> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.put(path, { data: body, headers: { 'X-XSRF-TOKEN': token } })
  expect(answer.ok()).toBe(true)
}

/** A month's round-up is open from its first day on; the calendar is put back at once, and the round-up stays. */
async function openMonth(page: Page): Promise<string> {
  const calendar = (await (await page.request.get('/api/round-ups/calendar')).json()) as Calendar
  const month = calendar.days.find(({ months }) => months === 1)
  await put(page, '/api/round-ups/calendar', { ...month, opens: 1 })
  await put(page, '/api/round-ups/calendar', month)
  const { rounds } = (await (await page.request.get('/api/round-ups')).json()) as { rounds: { id: string; months: number }[] }
  return rounds.find(({ months }) => months === 1)?.id ?? ''
}

/** What office files and packed ones begin with. */
function isPacked(download: Download, path: string): void {
  expect(readFileSync(path).subarray(0, 2).toString('latin1'), download.suggestedFilename()).toBe('PK')
}

async function fetched(page: Page, name: string, file: RegExp): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(file)
  isPacked(download, await download.path())
}

test('every paper of a round-up is downloaded, and letters are noted where that is wished', async ({ page }) => {
  // Eight papers of over five hundred lines, one after the other.
  test.slow()
  await signIn(page, people.coordinator())
  const round = await openMonth(page)
  await page.goto(`/round-ups/${round}`)
  await page.getByRole('button', { name: '文书' }).click()
  await expect(page.getByRole('dialog', { name: /月的文书$/ })).toBeVisible()
  await inspect(page, 'papers')

  await fetched(page, '调度汇总表（按章节） Word', /^调度汇总表（按章节） .*月\.docx$/)
  await fetched(page, '调度汇总表（按章节） Excel', /^调度汇总表（按章节） .*月\.xlsx$/)
  await fetched(page, '调度汇总表（按单位） Word', /^调度汇总表（按单位） .*月\.docx$/)
  await fetched(page, '调度汇总表（按单位） Excel', /^调度汇总表（按单位） .*月\.xlsx$/)
  await fetched(page, '阶段小结 Word', /^阶段小结 .*月\.docx$/)
  await fetched(page, '情况通报 Word', /^情况通报 .*月\.docx$/)
  await fetched(page, '调度全表 Excel', /^调度全表 .*月\.xlsx$/)
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click()

  await page.getByRole('button', { name: '催报' }).click()
  const chasing = page.getByRole('dialog', { name: '催报' })
  const boxes = chasing.getByRole('checkbox', { name: /^选择/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await inspect(page, 'letters')
  await fetched(page, '生成督办函（2 个单位）', /^督办函\.zip$/)
  await expect(chasing.getByText('已生成 2 份督办函。')).toBeVisible()
  await boxes.nth(1).uncheck()
  await chasing.getByRole('checkbox', { name: '同时记入催报记录' }).check()
  await fetched(page, '生成督办函（1 个单位）', /^督办函 .+\.docx$/)
  await expect(chasing.getByText('已生成 1 份督办函，并记入催报记录。')).toBeVisible()
  await expect(chasing.getByText(/督办函，.*（共1次）/)).toBeVisible()
})
