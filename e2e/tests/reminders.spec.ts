import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

const FORESTRY = '0b6f6f0a-0000-4000-8000-000000000011'

function message(number: number, told: object) {
  return {
    id: `0b6f6f0a-0000-4000-8000-0000000003${number}`,
    organisation: FORESTRY,
    name: '净原县林业局',
    way: 'EMAIL',
    target: 'linye@county.example',
    reasons: ['NOT_REPORTED'],
    subject: '净原县林业局：土壤污染防治工作提醒（1项）',
    text: '净原县林业局：\n\n【调度报送】\n· 净原县林业局：请于2026-12-07前报送2026年11月工作进展。尚未报送1项：对林地食用产品产地开展土壤调查。',
    status: 'SENT',
    explanation: '',
    urgent: false,
    notBefore: '2026-11-30T01:00:00Z',
    attempts: 1,
    by: 'system',
    created: '2026-11-30T01:00:00Z',
    started: '2026-11-30T01:00:03Z',
    ended: '2026-11-30T01:00:04Z',
    repeats: null,
    settledBy: null,
    question: false,
    ...told,
  }
}

const UNKNOWN = message(11, { status: 'UNCONFIRMED', question: true, ended: null, explanation: '发送途中程序停止，可能已送达，也可能没有。' })
const MESSAGES = [
  message(13, { name: '', organisation: null, way: 'WECOM', target: 'qyapi.weixin.qq.com/…3f9a', reasons: ['OVERDUE', 'NOT_REPORTED'] }),
  message(12, { name: '净原县水利局', target: 'shuili@county.example', status: 'FAILED', reasons: ['DUE'], explanation: '对方不收：550 5.1.1 no such mailbox' }),
  UNKNOWN,
  message(10, { name: '净原县财政局', target: 'caizheng@county.example', reasons: ['ASKED'], by: 'linhe' }),
]

/** No mail server answers in a test of the browser: what one brought about is told. */
async function pretend(page: Page): Promise<void> {
  await page.route(/\/api\/reminders(\?.*)?$/, (route) =>
    route.fulfill({
      json: { unconfirmed: [UNKNOWN], messages: MESSAGES, organisations: [{ id: FORESTRY, name: '净原县林业局' }], next: null },
    }),
  )
}

test('reminders are set without a mail server, and the page says how to have one', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '调度' }).click()
  await page.getByRole('link', { name: '催办消息' }).click()
  await expect(page.getByText('还没有发过消息')).toBeVisible()
  await inspect(page, 'reminders-empty')
  await page.getByRole('link', { name: '提醒设置' }).first().click()
  await expect(page.getByText('SPRING_MAIL_HOST')).toBeVisible()
  await inspect(page, 'reminders-settings')

  await page.getByLabel('提前天数').fill('十天')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('填1至6个0到90的整数')).toBeVisible()
  await page.getByLabel('提前天数').fill('10 3')
  await page.getByLabel('汇总时间').fill('19:00')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('汇总时间须在免打扰时段')).toBeVisible()
  await page.getByLabel('汇总时间').fill('09:30')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存。')).toBeVisible()

  await page.getByRole('button', { name: '更改：净原县林业局' }).click()
  const dialog = page.getByRole('dialog', { name: '净原县林业局：邮箱和群机器人' })
  await dialog.getByLabel('邮箱').fill('linye@county')
  await dialog.getByLabel('机器人', { exact: true }).selectOption({ label: '换成新的' })
  await dialog.getByLabel('Webhook 地址').fill('https://10.0.0.1/robot')
  await inspect(page, 'reminders-address')
  await dialog.getByLabel('邮箱').fill('linye@county.example')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByText('只接受 https 地址')).toBeVisible()
  await dialog.getByLabel('Webhook 地址').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d3f9a')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
  const row = page.getByRole('row', { name: /净原县林业局/ })
  await expect(row).toContainText('linye@county.example')
  await expect(row).toContainText('qyapi.weixin.qq.com/…3f9a')
  await expect(page.locator('body')).not.toContainText('0a1b2c3d')
})

test('what nobody knows stands on top, and a message is read', async ({ page }) => {
  await signIn(page, people.coordinator())
  await pretend(page)
  await page.goto('/round-ups/reminders')
  await expect(page.getByRole('heading', { level: 2, name: '待确认 1 条' })).toBeVisible()
  await inspect(page, 'reminders')
  await page.getByRole('button', { name: /^看全文：净原县水利局/ }).click()
  await expect(page.getByRole('dialog')).toContainText('【调度报送】')
  await page.keyboard.press('Escape')
  await page.getByLabel('状态').selectOption('已发')
  await expect(page).toHaveURL(/status=SENT/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Messages sent' })).toBeVisible()
  await inspect(page, 'reminders-en')
})
