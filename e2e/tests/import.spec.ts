import type { Page } from '@playwright/test'
import { adopt, expect, importFile, inspect, inventedPlan, people, signIn, takeBack, test, waiting } from './product'

const TWO_PLANS = `滨湖县土壤污染防治工作方案（2026—2030年）

为护好滨湖的土壤，制定本方案。

一、工作目标

到2030年，受污染耕地安全利用率达到93%以上。

二、主要任务

（一）摸底

1.逐村走访菜园。2027年13月底前登记完毕。（县农业农村局牵头，县供销合作社参与）

2.清点闲置厂房。每年6月底前清点一遍。（县工业和信息化局牵头，县自然资源局参与）

三、工作要求

各乡镇人民政府应在2026年5月15日前报送联络员名单。

滨湖县2027年度土壤污染防治计划

根据《滨湖县土壤污染防治工作方案（2026—2030年）》，制定本计划。

一、主要任务

（一）回收农膜。2027年底前回收率达到85%。（县农业农村局牵头，县供销社参与）
`

function file(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

function selected(page: Page) {
  return page.getByRole('option', { selected: true })
}

test('an import is reviewed beside its text, corrected, adopted, found by filters and taken back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('button', { name: '导入方案' }).click()
  await inspect(page, 'import')
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await importFile(page, file('滨湖.txt', TWO_PLANS))
  await expect(page.getByText('非涉密系统：采用前')).toBeVisible()
  await inspect(page, 'review')

  await test.step('the list and the text move together', async () => {
    await page.getByRole('option', { name: /任务 2/ }).click()
    await expect(page.locator('#task-2')).toBeInViewport()
    await page.locator('.document').getByText('各乡镇人民政府应在').click()
    await expect(selected(page)).toContainText('各乡镇人民政府')
    await page.locator('.document').getByText('为护好滨湖的土壤').click()
    await expect(selected(page)).toContainText('为护好滨湖的土壤')
    await page.getByRole('option', { name: /任务 1/ }).click()
    // It is shown before the server has it, and what is loaded next would break the request off.
    const noted = page.waitForResponse((answer) => answer.url().includes('/accepted/') && answer.request().method() === 'PUT')
    await page.keyboard.press('a')
    await expect(page.getByRole('option', { name: /任务 1.*已确认/ })).toBeVisible()
    await expect(selected(page)).toContainText('任务 2')
    await noted
  })

  await test.step('what was accepted is there when the draft is opened again', async () => {
    await page.goto('/plans')
    const list = page.getByRole('region', { name: '待采用（1）' })
    await expect(list.getByRole('row', { name: /滨湖/ })).toContainText(people.coordinator().username)
    await inspect(page, 'plans-waiting')
    await list.getByRole('link', { name: '核对' }).click()
    await expect(page.getByRole('option', { name: /任务 1.*已确认/ })).toBeVisible()
  })

  await test.step('nothing of it is among the plans', async () => {
    expect(await (await page.request.get('/api/plans')).text()).not.toContain('滨湖')
  })

  await test.step('it is adopted with a corrected entry', async () => {
    await page.getByRole('button', { name: '滨湖县2027年度土壤污染防治计划' }).click()
    await expect(page.getByRole('option', { name: /任务 1/ })).toContainText('农膜')
    await page.getByRole('button', { name: '采用', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '采用方案' })
    const first = dialog.getByRole('group', { name: '第 1 份' })
    const second = dialog.getByRole('group', { name: '第 2 份' })
    await expect(first.getByLabel('类型')).toHaveValue('WORK_PLAN')
    await expect(first.getByLabel('有效期止')).toHaveValue('2030-12-31')
    await expect(second.getByLabel('类型')).toHaveValue('ANNUAL_PLAN')
    await expect(second.getByLabel('有效期起')).toHaveValue('2027-01-01')
    await inspect(page, 'adopt')
    await first.getByLabel('标题').fill('')
    await dialog.getByRole('button', { name: '采用', exact: true }).click()
    await expect(first.getByText('请填写标题')).toBeVisible()
    await first.getByLabel('标题').fill('滨湖县净土方案')
    await first.getByLabel('文号').fill('滨政发〔2026〕3号')
    await dialog.getByRole('button', { name: '采用', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '方案', exact: true })).toBeVisible()
  })

  await test.step('filters of the register find it', async () => {
    await page.getByLabel('筛选：类型').selectOption('年度计划')
    await expect(page.getByRole('row', { name: /滨湖县2027年度/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /滨湖县净土方案/ })).toHaveCount(0)
    await page.getByLabel('筛选：类型').selectOption('全部')
    await page.getByLabel('筛选：层级').selectOption('县级')
    await expect(page.getByRole('row', { name: /滨湖县净土方案/ })).toContainText('滨政发〔2026〕3号')
    await page.getByLabel('筛选：状态').selectOption({ index: 1 })
    await inspect(page, 'plans-filtered')
    await page.getByRole('button', { name: '清除筛选' }).click()
  })

  await test.step('its entry is corrected later, the text is not', async () => {
    await page.getByRole('link', { name: '滨湖县2027年度土壤污染防治计划' }).click()
    await page.locator('.register summary').click()
    await expect(page.locator('.register')).toContainText('未登记')
    await page.getByRole('button', { name: '更正登记信息' }).click()
    const dialog = page.getByRole('dialog', { name: '更正登记信息' })
    await dialog.getByLabel('上级方案').selectOption({ label: '滨湖县净土方案' })
    await dialog.getByLabel('标题').fill('滨湖县2027年净土计划')
    await inspect(page, 'correct')
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('heading', { level: 1, name: '滨湖县2027年净土计划' })).toBeVisible()
    await expect(page.getByRole('article', { name: '正文' })).toContainText('滨湖县2027年度土壤污染防治计划')
    await expect(page.locator('.register').getByRole('link', { name: '滨湖县净土方案' })).toBeVisible()
    await inspect(page, 'plan-register')
    await page.locator('.register').getByRole('link', { name: '滨湖县净土方案' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '滨湖县净土方案' })).toBeVisible()
  })

  await test.step('both plans of the file are taken back together', async () => {
    await page.getByRole('button', { name: '撤回' }).click()
    const dialog = page.getByRole('dialog', { name: '撤回导入' })
    await expect(dialog).toContainText('滨湖县2027年净土计划')
    await dialog.getByRole('button', { name: '撤回这次导入' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '方案', exact: true })).toBeVisible()
    await expect(page.getByRole('row', { name: /滨湖/ })).toHaveCount(0)
  })
})

test('a draft is discarded whole, and the same file may come again', async ({ page }) => {
  await signIn(page, people.coordinator())
  await importFile(page, inventedPlan('苇塘'))
  const review = page.url()
  await page.goto('/plans')
  await page.getByRole('button', { name: '导入方案' }).first().click()
  await page.getByLabel('方案文件').setInputFiles(inventedPlan('苇塘'))
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('alert')).toContainText('文件已经导入，等待采用')
  await inspect(page, 'import-waiting')
  await page.getByRole('link', { name: '去核对已导入的文件' }).click()
  await expect(page).toHaveURL(review)

  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '放弃导入' })).toContainText('苇塘.txt')
  await inspect(page, 'discard')
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await expect(page.getByText('已放弃“苇塘.txt”的导入')).toBeVisible()
  expect(await waiting(page)).toEqual([])
  await page.goto(review)
  await expect(page.getByRole('alert')).toContainText('文件不存在，或已被采用、放弃')

  await importFile(page, inventedPlan('苇塘'))
  await adopt(page)
  await page.goto('/plans')
  await page.getByRole('button', { name: '导入方案' }).first().click()
  await page.getByLabel('方案文件').setInputFiles(inventedPlan('苇塘'))
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('alert')).toContainText('文件已经导入过')
  await takeBack(page, /苇塘/)
})

test('a file marked secret is refused, with what to do, and nothing is kept', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('button', { name: '导入方案' }).first().click()
  await expect(page.getByText('非涉密系统：标有“秘密”及以上')).toBeVisible()
  await page.getByLabel('方案文件').setInputFiles(file('密.txt', `机密★10年\n${TWO_PLANS}`))
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('文件带有密级标志“机密')
  await inspect(page, 'import-secret')
  expect(await waiting(page)).toEqual([])
  await expect(page.getByRole('banner')).toContainText('非涉密系统')
})

test('an upload that is cancelled leaves nothing', async ({ page }) => {
  await signIn(page, people.coordinator())
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const throttle = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput })
  await throttle(100_000)
  await page.getByRole('button', { name: '导入方案' }).first().click()
  await page.getByLabel('方案文件').setInputFiles(file('大.txt', TWO_PLANS + '各乡镇要认真组织实施。'.repeat(200_000)))
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText(/正在上传：[1-9]\d?%/)).toBeVisible()
  await inspect(page, 'import-sending')
  await page.getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByText('已取消，什么都没有保存')).toBeVisible()
  await throttle(-1)
  expect(await waiting(page)).toEqual([])
})

test('the review speaks English where that is chosen', async ({ page }) => {
  await signIn(page, people.coordinator())
  await importFile(page, inventedPlan('蒲圻'))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review the import' })).toBeVisible()
  await expect(page.getByRole('option', { name: /Task 1/ })).toContainText('Lead:')
  await inspect(page, 'review-en')
  const words = await page.locator('main').locator('h1, button, label, .group, .keys, .mark').allTextContents()
  expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
  await page.getByRole('button', { name: 'Adopt', exact: true }).click()
  const labels = await page.getByRole('dialog').locator('label, select[name=kind] option, select[name=level] option, .help').allTextContents()
  expect(labels.filter((text) => /\p{Script=Han}/u.test(text.replace('某政发〔2026〕5号', '')))).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.locator('.register summary')).toContainText('Register: Work plan')
  await page.getByRole('button', { name: '中文' }).click()
  await takeBack(page, /蒲圻/)
})

test('the keyboard alone imports, reviews and adopts', async ({ page }) => {
  const press = (key: string) => page.keyboard.press(key)
  await signIn(page, people.coordinator())
  await tabTo(page, '导入方案')
  await press('Enter')
  await expect(page.getByRole('dialog', { name: '导入方案' })).toBeVisible()
  const chosen = page.waitForEvent('filechooser')
  await tabTo(page, '选择文件…')
  await press('Enter')
  await (await chosen).setFiles(file('键盘.txt', TWO_PLANS.replaceAll('滨湖', '键盘').replace('93%', '**%')))
  await tabTo(page, '开始导入')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '核对导入' })).toBeVisible()

  await expect(page.getByRole('listbox', { name: '读出的内容' })).toBeFocused()
  await press('End')
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  await press('Home')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await press('ArrowDown')
  await press('n')
  await expect(selected(page)).toHaveClass(/of-doubt/)
  await press('a')
  await expect(page.getByRole('option', { name: /已确认/ })).toHaveCount(1)
  await expect(selected(page)).not.toHaveText(/已确认/)
  await tabTo(page, '采用')
  await press('Enter')
  await expect(page.getByRole('dialog', { name: '采用方案' })).toBeVisible()
  await press('Control+s')
  await expect(page.getByRole('row', { name: /键盘县2027年度/ })).toBeVisible()
  await takeBack(page, /键盘/)
})

/** Presses Tab, round the page, until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 100; pressed++) {
    const names = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map(({ textContent }) => textContent) : []
      return [element?.textContent, ...labels].map((text) => text?.trim())
    })
    if (names.includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}`)
}
