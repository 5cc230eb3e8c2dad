import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

/** The number in a link's text. */
async function numberOf(link: ReturnType<Page['getByRole']>): Promise<number> {
  return Number(/(\d+)(?!.*\d)/.exec((await link.textContent()) ?? '')?.[1])
}

/** Follows a figure: the list that it leads to has just so many. */
async function holds(page: Page, link: ReturnType<Page['getByRole']>): Promise<void> {
  const count = await numberOf(link)
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '承办事项' })).toBeVisible()
  await expect(page.getByText(`共 ${count} 条`, { exact: false }).first()).toBeVisible()
  await page.goBack()
}

test('the coordinator signs in to four lists, each row of which leads to what is to be done', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('用户名').fill(people.coordinator().username)
  await page.getByLabel('密码').fill(people.coordinator().password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '今日工作' })).toBeVisible()
  // Around the turn of a month two round-ups are open, and each has its own list.
  for (const name of [/^今天到期$/, /^待审核$/, /^未报（/, /^待确认$/]) await expect(page.getByRole('heading', { level: 2, name }).first()).toBeVisible()
  await inspect(page, 'home-coordinator')

  await page.getByRole('navigation', { name: '到期的远近' }).getByRole('link', { name: /^逾期/ }).click()
  const overdue = page.getByRole('region', { name: '已逾期' })
  await expect(overdue.getByText(/逾期\d+天/).first()).toBeVisible()
  await inspect(page, 'home-coordinator-overdue')
  await overdue.getByRole('button', { name: '催办的话' }).click()
  const words = page.getByRole('dialog', { name: '催办：已逾期' })
  await expect(words.getByText(/^截至\d{4}-\d\d-\d\d，以下单位有工作已过时限：/)).toBeVisible()
  await inspect(page, 'home-coordinator-words')
  await words.getByRole('button', { name: '关闭' }).last().click()
  await holds(page, overdue.getByRole('link', { name: /^全部 \d+ 项/ }))

  await page.goto('/home')
  await page.getByRole('link', { name: /^催办：/ }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goto('/home')
  await page.getByRole('link', { name: /^未报 \d+ 项/ }).first().click()
  await expect(page.getByText(/^只列“待报”：\d+ 项，共 \d+ 项/)).toBeVisible()

  await page.goto('/home')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await inspect(page, 'home-coordinator-en')
  await page.getByRole('button', { name: '中文' }).click()
})

test('the organisation sees what is missing, what is next and what is asked', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/home')
  await page.getByRole('navigation', { name: '首页' }).getByRole('link', { name: '本单位' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /的工作$/ })).toBeVisible()
  for (const name of ['要我们做的', '下一个时限', '缺什么']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await inspect(page, 'home-organisation')
  await holds(page, page.getByRole('region', { name: '要我们做的' }).getByRole('link', { name: /，(未启动|逾期|滞后或未报) \d+ 项$/ }).first())
})

test('the leader has one page of A4, whose figures are the numbers of lists', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/home/leader')
  const sheet = page.getByRole('article')
  await expect(sheet.getByRole('heading', { level: 1, name: '土壤污染防治工作进展' })).toBeVisible()
  for (const name of ['按章节', '按单位', '按乡镇', '目标值']) await expect(sheet.getByRole('heading', { level: 2, name })).toBeVisible()
  await inspect(page, 'home-leader')
  const links = sheet.getByRole('link', { name: /(逾期|滞后或未报|未启动) \d+ 项$/ })
  const many = await links.count()
  for (const at of [0, Math.floor(many / 3), Math.floor((2 * many) / 3), many - 1]) await holds(page, links.nth(at))

  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
