import type { Browser, Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

const OWN = '净原县农业农村局'
const OTHERS = ['净原县水利局', '净原县林业局']

/** Twelve invented items, four for each of three organisations. */
function table(faulty: boolean): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const whose = [OWN, ...OTHERS][at % 3]
    const due = at === 1 ? '2025-03-31' : '2099-06-30'
    const day = faulty && at === 4 ? '月底' : due
    return `${at + 1},清理第${at + 1}处旧堆场并覆土,河滩${at + 1}号,${whose},程某,0000-00${10 + at},${day},先清运再覆土`
  })
  const text = ['序号,存在问题,位置,整改责任单位,责任人,手机,整改时限,整改措施', ...rows].join('\n')
  return { name: '旧堆场清单.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') }
}

/** A page of an officer of the organisation, whom the administrator has invited. */
async function officer(browser: Browser, page: Page, baseURL: string | undefined): Promise<Page> {
  await signIn(page, people.administrator())
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await page.locator('[name=username]').fill(`closing-${Date.now()}`)
  await page.locator('[name=display-name]').fill('钱经办')
  await page.locator('[name=organisation]').selectOption({ label: OWN })
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await page.context().clearCookies()
  const own = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'zh-CN' })
  await own.goto(link)
  await own.getByLabel('新密码').fill('one long enough')
  await own.getByLabel('再输一遍').fill('one long enough')
  await own.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(own.getByRole('navigation', { name: '主导航' })).toBeVisible()
  return own
}

/** The first duty that the account keeps: only on those are lists made. */
const kept = (page: Page) => page.locator('tr[data-duty]').filter({ has: page.getByRole('checkbox') }).first()

test('a list is made for a sentence, filled from a table, and struck off item by item', async ({ page, browser, baseURL }) => {
  test.slow()
  const own = await officer(browser, page, baseURL)
  const name = `旧堆场清零清单 ${Date.now()}`

  await signIn(page, people.coordinator())
  await page.goto('/duties')
  await kept(page).focus()
  await page.keyboard.press('Enter')
  const duty = page.getByRole('complementary', { name: '所选事项' })
  const sentence = await duty.locator('blockquote').textContent()
  await duty.getByRole('link', { name: '为这句建立清单' }).click()
  const making = page.getByRole('dialog', { name: '新建销号清单' })
  await expect(making.locator('blockquote')).toHaveText(sentence ?? '')
  await making.getByLabel('清单名称').fill(name)
  await making.getByLabel('第 1 个目标的日期').fill('2099-06-30')
  await making.getByLabel('第 1 个目标的百分比').fill('60')
  await making.getByRole('button', { name: '再加一个目标' }).click()
  await making.getByLabel('第 2 个目标的日期').fill('2099-06-30')
  await making.getByLabel('第 2 个目标的百分比').fill('100')
  await page.keyboard.press('Control+s')
  await expect(making.getByText('第 2 个目标的日期应晚于前一个')).toBeVisible()
  await inspect(page, 'close-out-new')
  await making.getByLabel('第 2 个目标的日期').fill('2099-12-31')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('清单中还没有条目')).toBeVisible()
  await expect(page.locator('blockquote')).toHaveText(sentence ?? '')

  await page.getByRole('button', { name: '导入条目' }).first().click()
  const importing = page.getByRole('dialog', { name: '导入条目' })
  await importing.locator('input[type=file]').setInputFiles(table(true))
  await expect(importing.getByText('有 1 处需要改正，没有导入任何条目')).toBeVisible()
  await expect(importing.getByRole('cell', { name: 'G6' })).toBeVisible()
  await inspect(page, 'close-out-import-faults')
  await importing.locator('input[type=file]').setInputFiles(table(false))
  await expect(importing.getByText('将列入 12 条')).toBeVisible()
  await inspect(page, 'close-out-import')
  await importing.getByRole('button', { name: '导入 12 条' }).click()
  await expect(page.getByText('已导入 12 条。')).toBeVisible()
  await expect(page.getByText(/共 12 条：未销号 12，申请销号 0，已销号 0；逾期 1。销号率 0%（0\/12）。/)).toBeVisible()
  const address = page.url()

  await own.goto(address)
  await expect(own.getByText('本单位 4 条：未销号 4')).toBeVisible()
  await expect(own.getByRole('table', { name: '条目' }).locator('tbody tr')).toHaveCount(4)
  await own.getByRole('link', { name: '清理第4处旧堆场并覆土' }).focus()
  await own.keyboard.press('Enter')
  await own.getByRole('button', { name: '申请销号' }).click()
  const submitting = own.getByRole('dialog', { name: '申请销号：4' })
  await submitting.getByLabel('完成情况').fill('已清运四十车，覆土三十厘米。')
  await submitting.locator('input[type=file]').setInputFiles({ name: '验收表.txt', mimeType: 'text/plain', buffer: Buffer.from('验收合格', 'utf8') })
  await expect(submitting.getByText('验收表.txt').first()).toBeVisible()
  await submitting.getByRole('button', { name: '申请销号' }).click()
  await expect(own.getByText('条目 4 已申请销号。')).toBeVisible()
  await inspect(own, 'close-out-officer')
  await own.goto('/home')
  const asked = own.getByRole('region', { name: '销号清单' }).getByRole('row', { name: new RegExp(name) })
  await expect(asked).toContainText('未销号 3 条')
  await inspect(own, 'home-close-out')
  await asked.getByRole('link', { name: '未销号 3 条' }).focus()
  await own.keyboard.press('Enter')
  await expect(own.getByRole('table', { name: '条目' }).locator('tbody tr')).toHaveCount(3)

  await page.goto('/home')
  const waits = page.getByRole('region', { name: '销号清单' }).getByRole('row', { name: new RegExp(name) })
  await expect(waits).toContainText('逾期 1 条')
  await waits.scrollIntoViewIfNeeded()
  await inspect(page, 'home-close-out-coordinator')
  await waits.getByRole('link', { name: '待核查 1 条' }).click()
  await page.getByRole('link', { name: '清理第4处旧堆场并覆土' }).click()
  await page.getByRole('button', { name: '核查销号' }).click()
  const striking = page.getByRole('dialog', { name: '核查销号：4' })
  await expect(striking.getByText('已清运四十车，覆土三十厘米。')).toBeVisible()
  await expect(striking.getByText('验收表.txt').first()).toBeVisible()
  await striking.getByRole('button', { name: '核查销号' }).click()
  await expect(page.getByText('条目 4 已销号，销号率 8.3%（1/12）。')).toBeVisible()
  await page.goto(`${address}?item=${new URL(page.url()).searchParams.get('item') ?? ''}`)
  await expect(page.getByRole('complementary', { name: '条目详情' }).getByText('已清运四十车，覆土三十厘米。').first()).toBeVisible()
  await inspect(page, 'close-out-list')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText(/12 items: 11 open, 0 submitted, 1 struck off; 1 overdue/)).toBeVisible()
  await inspect(page, 'close-out-list-en')
  await page.getByRole('button', { name: '中文' }).click()

  const exported = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出表格' }).click()
  expect((await exported).suggestedFilename()).toBe(`${name}.xlsx`)
  await page.getByRole('link', { name: '全部清单' }).click()
  const listed = page.getByRole('row', { name: new RegExp(name) })
  await expect(listed).toContainText('8.3%（1/12）')
  await expect(listed).toContainText('2099-06-30前 60%')
  await inspect(page, 'close-out-lists')
  await page.goto('/duties')
  await kept(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: '所选事项' }).getByRole('link', { name })).toBeVisible()
  await own.close()
})
