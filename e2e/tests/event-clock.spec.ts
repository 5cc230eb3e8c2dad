import type { Page } from '@playwright/test'
import { adopt, expect, importFile, inspect, people, signIn, takeBack, test } from './product'

/** An invented plan: one duty waits for a notice, another for a demolition that is planned. */
function plan(place: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = `${place}地块整改方案（2026—2030年）

2026年3月1日

一、主要任务

1.落实整改。接到书面通知后六个月内，完成整改并报告。（县农业农村局牵头）

2.监管拆除。拆除活动前15个工作日，报送拆除方案备案。（县农业农村局牵头）

二、保障措施

领导小组成员单位要实行月调度。
`
  return { name: `${place}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

const rows = (page: Page) => page.getByRole('grid', { name: '承办事项' }).locator('tr[data-duty]')

test('a notice starts the clock of a duty, twice is refused, and a mistake is taken back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await importFile(page, plan('砚溪'))
  await adopt(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '承办事项' }).click()
  await page.locator('[name=plan]').selectOption({ label: '砚溪地块整改方案（2026—2030年）' })
  await rows(page).filter({ hasText: '接到书面通知后六个月内' }).filter({ hasText: '净原县农业农村局' }).getByRole('gridcell', { name: '牵头' }).click()
  const drawer = page.getByRole('complementary', { name: '所选事项' })
  await expect(drawer.getByRole('heading', { name: '触发事项' })).toBeVisible()
  await expect(drawer).toContainText('还没有登记。')

  await drawer.getByRole('button', { name: '登记发生' }).click()
  const dialog = page.getByRole('dialog', { name: '登记发生' })
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog.getByText('请写明发生了什么')).toBeVisible()
  await dialog.getByLabel('日期', { exact: true }).fill('2026-03-02')
  await expect(dialog.getByRole('status')).toContainText('2026-03-02 起 6 个月 → 2026-09-02')
  await expect(dialog.getByLabel('时限')).toHaveValue('2026-09-02')
  await dialog.getByLabel('发生了什么').fill('净环函〔2026〕3号')
  await inspect(page, 'event-clock-recording')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记，到期日 2026-09-02。')).toBeVisible()
  await expect(drawer.getByRole('row').filter({ hasText: '净环函〔2026〕3号' })).toContainText('2026-09-02')
  await expect(rows(page).filter({ hasText: '净环函〔2026〕3号' })).toContainText('触发事项 · 进行中')
  await inspect(page, 'event-clock-recorded')

  await drawer.getByRole('button', { name: '登记发生' }).click()
  await dialog.getByLabel('日期', { exact: true }).fill('2026-03-02')
  await expect(dialog.getByLabel('时限')).toHaveValue('2026-09-02')
  await dialog.getByLabel('发生了什么').fill('净环函〔2026〕3号')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog.getByText(/没有重复登记/)).toBeVisible()
  page.once('dialog', (asking) => asking.accept())
  await dialog.getByRole('button', { name: '取消' }).click()

  await drawer.getByRole('button', { name: '净环函〔2026〕3号' }).click()
  await expect(drawer.getByRole('heading', { name: '发生事项' })).toBeVisible()
  await expect(drawer.getByRole('listitem').filter({ hasText: '登记发生：接到书面通知后六个月内' })).toBeVisible()
  await drawer.getByRole('button', { name: '收回登记' }).click()
  const taking = page.getByRole('dialog', { name: /收回/ })
  await taking.getByLabel('理由').fill('登记有误')
  await taking.getByRole('button', { name: '收回登记' }).click()
  await expect(page.getByText('已收回登记。')).toBeVisible()
  await expect(rows(page).filter({ hasText: '净环函〔2026〕3号' })).toHaveCount(0)
  await takeBack(page, /砚溪/)
})
