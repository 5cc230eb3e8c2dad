import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

const ID = '0b6f6f0a-0000-4000-8000-0000000003'

function toSign(number: number, sentence: string, told: object = {}) {
  return {
    id: `${ID}${number}`,
    organisation: '0b6f6f0a-0000-4000-8000-000000000012',
    organisationName: '净原县水利局',
    own: true,
    again: false,
    months: 1,
    year: 2026,
    number: 11,
    sentence,
    reporter: '净原县林业局',
    said: { state: 'GOING_ON', progress: '已完成前两个乡镇的外业。', completion: '', problems: '', nextSteps: '下月会同水利部门复核。', reason: '', proof: '' },
    version: 2,
    askedBy: 'xie',
    askedAt: '2026-11-27T01:00:00Z',
    ...told,
  }
}

/** What waits for a signature depends on the days of the demo: this is told on every day. */
async function pretend(page: Page): Promise<void> {
  let waiting = [
    toSign(10, '对林地食用产品产地开展土壤调查，登记三类以上产品的产地位置和面积。'),
    toSign(11, '每季度对退化林地巡查一次，发现倾倒废渣的及时移交。', { again: true }),
    toSign(12, '在砚坪堆场外围补种乔木三百株。', { own: false, organisationName: '砚坪镇人民政府' }),
  ]
  await page.route('**/api/countersigns', (route) => route.fulfill({ json: { total: waiting.length, waiting } }))
  await page.route('**/api/countersigns/*/answer', (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-2)
    waiting = waiting.filter((each) => each.id !== id)
    return route.fulfill({ status: 204 })
  })
}

test('reports that wait are signed from the keyboard: agreed to, objected to in words, or written down for others', async ({ page }) => {
  await signIn(page, people.coordinator())
  await pretend(page)
  await page.goto('/countersigns')
  await expect(page.getByRole('heading', { level: 2, name: '等本单位会签的（2）' })).toBeVisible()
  await expect(page.getByText('报告已改，需重新会签')).toBeVisible()
  await inspect(page, 'countersigns')

  await page.getByRole('button', { name: '同意：对林地' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: '同意：每季度' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const agree = page.getByRole('dialog', { name: '会签：同意' })
  await expect(agree).toContainText('已完成前两个乡镇的外业。')
  await inspect(page, 'countersign')
  await page.keyboard.press('Control+s')
  await expect(agree).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: '等本单位会签的（1）' })).toBeVisible()

  await page.getByRole('button', { name: '有意见：每季度' }).click()
  const object = page.getByRole('dialog', { name: '会签：有意见' })
  await page.keyboard.press('Control+s')
  await expect(object.getByText('请写明意见')).toBeVisible()
  await object.getByLabel('意见', { exact: true }).fill('十月的巡查没有列入。')
  await page.keyboard.press('Control+s')
  await expect(object).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2, name: /^等本单位会签的/ })).toHaveCount(0)

  await page.getByRole('button', { name: '代录同意，砚坪镇人民政府' }).click()
  const behalf = page.getByRole('dialog', { name: '代录砚坪镇人民政府的会签：同意' })
  await behalf.getByLabel('由谁、怎样告知').fill('镇办公室来电')
  await behalf.getByRole('button', { name: '提交会签' }).click()
  await expect(page.getByText('没有等着会签的报告')).toBeVisible()
  await inspect(page, 'countersigns-none')
})

test('a line of the demo is told, others of its sentence are asked, that is withdrawn and taken back, and one of them signs', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/round-ups')
  await page.getByRole('table', { name: '各期调度' }).getByRole('link').first().click()
  const organisations = page.getByRole('table', { name: '报送单位' })
  await organisations.locator('tbody a[lang]').first().click()
  await expect(page).toHaveURL(/organisation=/)

  // Of the lines that are still to be told, the first whose sentence calls on others as well.
  const section = page.getByRole('region', { name: '会签' })
  const boxes = section.getByRole('checkbox')
  const told = page.getByRole('button', { name: /^代录：/ })
  await expect(told.first()).toBeVisible()
  const lines = await told.count()
  for (let at = 0; at < lines; at++) {
    await told.nth(at).click()
    const dialog = page.getByRole('dialog', { name: '代录进展' })
    await dialog.getByRole('radio', { name: '推进中' }).check()
    await dialog.getByLabel('进展', { exact: true }).fill(`会签用的进展${at}。`)
    await dialog.getByLabel('由谁、怎样告知').fill('联络员来电')
    await page.keyboard.press('Control+s')
    await expect(dialog).toHaveCount(0)
    await page.getByRole('row').filter({ hasText: `会签用的进展${at}。` }).getByRole('button', { name: /^经过：/ }).click()
    await expect(section.getByText('没有请其他单位会签。')).toBeVisible()
    if ((await boxes.count()) > 0) break
    await page.keyboard.press('Escape')
    await expect(section).toHaveCount(0)
  }
  await boxes.first().check()
  await section.getByRole('button', { name: '请 1 个单位会签' }).click()
  await expect(section.getByText(/^已请 .+ 会签。/)).toBeVisible()
  await section.getByRole('button', { name: /^撤回.+的会签$/ }).click()
  await expect(section.getByText(/^已撤回/)).toBeVisible()
  await section.getByRole('button', { name: '撤销' }).click()
  await expect(section.getByText(/^仍请/)).toBeVisible()
  await inspect(page, 'countersign-section')

  await section.getByRole('link', { name: '代录所辖单位的会签' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '待会签' })).toBeVisible()
  const item = page.getByRole('listitem').filter({ hasText: '会签用的进展' })
  await item.getByRole('button', { name: /有意见/ }).click()
  const object = page.getByRole('dialog', { name: /会签：有意见$/ })
  await object.getByLabel('意见', { exact: true }).fill('数字与我局台账不一致。')
  const teller = object.getByLabel('由谁、怎样告知')
  if ((await teller.count()) > 0) await teller.fill('联络员来电')
  await object.getByRole('button', { name: '提交会签' }).click()
  await expect(object).toHaveCount(0)

  await page.goBack()
  const row = page.getByRole('row').filter({ hasText: '会签用的进展' })
  await expect(row.filter({ hasText: '会签：1 家有意见' })).toBeVisible()
  await row.filter({ hasText: '会签：1 家有意见' }).getByRole('button', { name: /^经过：/ }).click()
  await expect(section.getByText('数字与我局台账不一致。')).toBeVisible()
})
