import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

/** A telephone, as offices hold one. */
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true, hasTouch: true }

/** Nothing has to be pushed aside to be read. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width)
}

/**
 * Opens the sheet of the last organisation of the demo that has something to report: one for which other tests have
 * reported everything stands at the end of the table.
 */
async function openSheet(page: Page): Promise<void> {
  await signIn(page, people.coordinator())
  await page.goto('/round-ups')
  await page.getByRole('table', { name: '各期调度' }).getByRole('link').first().click()
  const nothingOpen = page.locator('td:nth-child(3)', { hasText: /^\s*0\s*$/ })
  const owing = page.getByRole('table', { name: '报送单位' }).locator('tbody tr').filter({ hasNot: nothingOpen })
  await owing.last().locator('a[lang]').click()
  await expect(page).toHaveURL(/organisation=/)
}

test('who does not sign in reports by a link on a telephone and hands in once; the coordinator accepts it', async ({ page, browser }) => {
  await openSheet(page)
  await page.getByRole('button', { name: '填报链接' }).click()
  const dialog = page.getByRole('dialog', { name: '填报链接' })
  await dialog.getByRole('button', { name: '生成链接' }).click()
  const address = await dialog.getByLabel('链接', { exact: true }).inputValue()
  expect(address).toMatch(/^http.+\/answer#[\w-]{43}$/)
  await expect(dialog.getByLabel('可以直接发出的话')).toContainText(address)
  await expect(dialog.getByRole('table', { name: '已生成的链接' })).toContainText('没有打开过')
  await inspect(page, 'reporting-links')
  await dialog.getByRole('button', { name: '关闭' }).last().click()

  const phone = await browser.newContext(PHONE)
  const answer = await phone.newPage()
  await answer.goto(address)
  const lines = answer.getByRole('list', { name: '要填报的事项' }).locator('> li')
  // Others may have told of a line of the same county already.
  const unfilled = lines.filter({ hasText: '待填' }).first()
  await expect(unfilled).toBeVisible()
  const line = answer.locator(`#${await unfilled.getAttribute('id')}`)
  await expect(answer.getByRole('navigation')).toHaveCount(0)
  await fits(answer)
  await inspect(answer, 'answer-phone')

  await line.getByRole('button', { name: /^填报：/ }).click()
  await answer.getByRole('radio', { name: '滞后' }).check()
  await answer.getByLabel('进展', { exact: true }).fill('已走访四个村，登记堆场两处。')
  await answer.getByRole('button', { name: '保存这一项' }).click()
  await expect(answer.getByText('滞后、不涉及的须写明原因')).toBeVisible()
  await answer.getByRole('radio', { name: '推进中' }).check()
  await answer.getByRole('button', { name: '保存这一项' }).click()
  await expect(answer.getByText('请写明姓名')).toBeVisible()
  await answer.getByLabel('姓名').fill('韩冬')
  await answer.getByLabel('电话').fill('0371-60000000')
  await fits(answer)
  await inspect(answer, 'answer-phone-form')
  await answer.getByRole('button', { name: '保存这一项' }).click()
  await expect(line).toContainText('已走访四个村，登记堆场两处。')
  await expect(line).toContainText('已填')

  const leave = answer.getByRole('button', { name: '不改了' })
  if (await leave.isVisible()) await leave.click()
  await answer.getByRole('button', { name: '交回' }).click()
  await answer.getByRole('button', { name: '确定交回' }).click()
  await expect(answer.getByText(/交回，不能再改/)).toBeVisible()
  await expect(answer.getByRole('button', { name: '交回' })).toHaveCount(0)
  await fits(answer)
  await inspect(answer, 'answer-phone-handed-in')

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: '已走访四个村，登记堆场两处。' })
  await expect(row).toContainText('链接填报：韩冬 0371-60000000')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '审核通过 1 项' }).click()
  await expect(row).toContainText('已通过')

  await answer.reload()
  await expect(line).toContainText('已通过审核，不能再改')
  await answer.goto(address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'))
  await answer.reload()
  await expect(answer.getByText('链接打不开')).toBeVisible()
  await inspect(answer, 'answer-phone-nothing')
  await phone.close()
})
