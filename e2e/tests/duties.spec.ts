import type { Page } from '@playwright/test'
import { adopt, expect, importFile, inspect, people, signIn, takeBack, test } from './product'

/** An invented plan: a name that the directory lacks, a lead beside a lead, and implementers that a general rule adds. */
function plan(place: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = `${place}土壤污染防治工作方案（2026—2030年）

2026年3月1日

一、主要任务

1.登记砚台作坊。逐家登记作坊位置，2030年5月底前完成。（县农业农村局、县财政局牵头，县笔墨局参与）

2.公布登记结果。每季度公布一遍结果。（县财政局牵头，县农业农村局参与。以下任务均由各乡镇人民政府落实，不再列出）

3.核对作坊去向。核对停产作坊的去向，2029年9月底前完成。（县农业农村局牵头）

二、保障措施

县笔墨局要实行月调度、年评估。
`
  return { name: `${place}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

async function opened(page: Page, place: string): Promise<void> {
  await importFile(page, plan(place))
  await adopt(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '承办事项' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '承办事项' })).toBeVisible()
  await page.locator('[name=plan]').selectOption({ label: `${place}土壤污染防治工作方案（2026—2030年）` })
  await expect(page.getByRole('region', { name: new RegExp(place) })).toBeVisible()
}

const table = (page: Page) => page.getByRole('grid', { name: '承办事项' })
const rows = (page: Page) => table(page).locator('tr[data-duty]')
const tab = (page: Page, name: RegExp) => page.getByRole('navigation', { name: '承办事项的状态' }).getByRole('button', { name })

test('the duties of the demo plans stand under their headings, are narrowed, walked and lead to their sentence', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/duties')
  await expect(rows(page)).toHaveCount(50)
  await inspect(page, 'duties')
  await page.getByRole('button', { name: '再显示 50 条' }).click()
  await expect(rows(page)).toHaveCount(100)

  await rows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '所选事项' })
  await expect(drawer.getByRole('heading', { name: '更改记录' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(rows(page).first()).toHaveAttribute('aria-current', 'true')
  await expect(drawer.getByText('到期日')).toBeVisible()
  await inspect(page, 'duties-open')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByLabel('文字').fill('农膜')
  await expect(page).toHaveURL(/words=/)
  await expect(rows(page).first()).toContainText('农膜')
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 .xlsx' }).click()
  expect((await file).suggestedFilename()).toBe('承办事项.xlsx')
  await rows(page).first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/plans\/.*#(task|at)-\d+$/)
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()

  await page.goto('/duties?words=没有这样的文字')
  await expect(page.getByText('没有符合筛选条件的事项')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).last().click()
  await expect(rows(page)).toHaveCount(50)
})

test('what sleeps is woken, who reports is changed, and the history tells both', async ({ page }) => {
  await signIn(page, people.coordinator())
  await opened(page, '墨池岗')
  await tab(page, /休眠待确认/).click()
  await expect(rows(page).first()).toContainText('落实')
  await page.getByRole('checkbox', { name: '选择已列出的全部事项' }).check()
  await inspect(page, 'duties-asleep')
  await page.getByRole('button', { name: '唤醒', exact: true }).click()
  await expect(page.getByText(/已唤醒 \d+ 项/)).toBeVisible()
  await expect(page.getByText('没有符合筛选条件的事项')).toBeVisible()

  await tab(page, /进行中/).click()
  const second = rows(page).filter({ hasText: '财政局' }).filter({ hasText: '牵头' }).first()
  await expect(second).toContainText('不报送')
  await second.getByRole('checkbox', { name: /报送：/ }).click()
  await expect(page.getByText(/已改为报送：.*财政局/)).toBeVisible()
  await second.getByRole('gridcell', { name: '牵头' }).click()
  const drawer = page.getByRole('complementary', { name: '所选事项' })
  await expect(drawer.getByRole('listitem').filter({ hasText: '改为报送' })).toBeVisible()
  await drawer.getByRole('button', { name: '休眠' }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: '改为休眠' })).toBeVisible()
  await expect(drawer).toContainText('休眠待确认')
  await inspect(page, 'duties-history')
  await takeBack(page, /墨池岗/)
})

test('a name that the directory lacks is given to an organisation, and the rhythm of reporting is chosen', async ({ page }) => {
  await signIn(page, people.coordinator())
  await opened(page, '墨池滩')
  const line = page.getByRole('region', { name: /墨池滩/ })
  await expect(line).toContainText('按 每月 报送')
  await expect(line).toContainText('县笔墨局（2 项）')
  await line.getByRole('button', { name: '为“县笔墨局”指定单位' }).click()
  const asking = page.getByRole('dialog', { name: '“县笔墨局”由谁承办' })
  await asking.getByRole('button', { name: '指定', exact: true }).click()
  await expect(asking.getByText('请至少选择一个单位')).toBeVisible()
  await asking.getByLabel('承办单位', { exact: true }).selectOption({ label: '净原县水利局' })
  await inspect(page, 'duties-assign')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('“县笔墨局”的事项已交给所选单位，共 2 项。')).toBeVisible()
  await expect(line).not.toContainText('县笔墨局（')
  await expect(rows(page).filter({ hasText: '净原县水利局' })).toHaveCount(2)

  await line.getByRole('button', { name: '更改报送周期' }).click()
  const rhythm = page.getByRole('dialog', { name: '多久报送一次' })
  await rhythm.getByRole('checkbox', { name: '每月' }).uncheck()
  await rhythm.getByRole('checkbox', { name: '每季度' }).check()
  await inspect(page, 'duties-rhythm')
  await rhythm.getByRole('button', { name: '保存' }).click()
  await expect(line).toContainText('按 每季度 报送')

  await line.getByRole('button', { name: '与方案核对' }).click()
  const comparing = page.getByRole('dialog', { name: '与方案核对承办事项' })
  await expect(comparing.getByText(/承办事项与方案一致/)).toBeVisible()
  await comparing.getByRole('button', { name: '知道了' }).click()
  await takeBack(page, /墨池滩/)
})

test('a duty is handed down to a township, accepted for it, taken back, and passed on', async ({ page }) => {
  await signIn(page, people.coordinator())
  await opened(page, '墨池湾')
  await rows(page).filter({ hasText: '核对停产作坊的去向' }).filter({ hasText: '净原县农业农村局' }).getByRole('gridcell', { name: '牵头' }).click()
  const drawer = page.getByRole('complementary', { name: '所选事项' })
  await drawer.getByRole('button', { name: '分解下达' }).click()
  const dialog = page.getByRole('dialog', { name: '分解下达' })
  await dialog.getByLabel('承办单位').selectOption({ label: '松埭镇人民政府' })
  await dialog.getByLabel('具体工作内容').fill('核对本镇三家作坊的去向')
  await dialog.getByLabel('责任人').fill('宋某')
  await dialog.getByLabel('时限').fill('2029-06-30')
  await inspect(page, 'duties-handing-down')
  await dialog.getByRole('button', { name: '下达', exact: true }).click()
  await expect(page.getByText('已分解下达 1 份，待签收。')).toBeVisible()
  await drawer.getByRole('button', { name: '松埭镇人民政府' }).click()
  await expect(drawer).toContainText('由 综合科 分解下达')
  await drawer.getByRole('button', { name: '代为签收' }).click()
  await page.getByRole('dialog').getByLabel('由谁、怎样告知').fill('宋某电话')
  await page.getByRole('dialog').getByRole('button', { name: '签收', exact: true }).click()
  await expect(drawer).toContainText('已签收')
  await expect(drawer.getByRole('listitem').filter({ hasText: '宋某电话' })).toBeVisible()
  await drawer.getByRole('button', { name: '查看上级事项' }).click()
  await expect(drawer).toContainText('核对本镇三家作坊的去向')
  await inspect(page, 'duties-handed-down')
  await drawer.getByRole('button', { name: '转办' }).click()
  const passing = page.getByRole('dialog', { name: /转办/ })
  await passing.getByLabel('转给').selectOption({ label: '净原县水利局' })
  await passing.getByLabel('理由').fill('职能划转')
  await passing.getByRole('button', { name: '转办', exact: true }).click()
  await expect(page.getByText('已转办。')).toBeVisible()
  await expect(drawer).toContainText('已转办')
  await expect(drawer).toContainText('已收回')
  await expect(rows(page).filter({ hasText: '核对停产作坊的去向' }).filter({ hasText: '净原县水利局' })).toHaveCount(1)
  await takeBack(page, /墨池湾/)
})

test('an officer sees what the own organisation is asked, and decides nothing', async ({ page }) => {
  const password = 'one long enough'
  await signIn(page, people.administrator())
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '承办事项' })).toHaveCount(0)
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await page.locator('[name=username]').fill(`officer-${Date.now()}`)
  await page.locator('[name=display-name]').fill('钱经办')
  await page.locator('[name=organisation]').selectOption({ label: '净原县农业农村局' })
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await page.context().clearCookies()
  await page.goto(link)
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '承办事项' }).click()

  await expect(page.getByText(/要我们做的：进行中 \d+ 项/)).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await expect(rows(page).filter({ hasNotText: '净原县农业农村局' })).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '更改报送周期' })).toHaveCount(0)
  await rows(page).first().focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '所选事项' })
  await expect(drawer.getByText('到期日')).toBeVisible()
  await expect(drawer.getByRole('button')).toHaveText(['关闭', '分解下达'])
  await inspect(page, 'duties-officer')
})

test('the page of an organisation leads to its duties', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/organisations?f.name=净原县财政局')
  await page.getByRole('link', { name: '净原县财政局' }).click()
  await page.getByRole('main').getByRole('link', { name: '承办事项' }).click()
  await expect(page).toHaveURL(/\/duties\?organisation=/)
  await expect(rows(page).first()).toBeVisible()
  await expect(rows(page).filter({ hasNotText: '净原县财政局' })).toHaveCount(0)
})
