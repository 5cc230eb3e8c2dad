import { expect, inspect, people, signIn, test } from './product'

test('an invited officer sets a password through the link and sees plans, but may not import', async ({ page, context }) => {
  await signIn(page, people.administrator())
  await page.goto('/accounts')
  await expect(page.getByRole('cell', { name: 'admin', exact: true })).toBeVisible()
  await inspect(page, 'accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await inspect(page, 'invite')
  await page.locator('[name=username]').fill('liu-officer')
  await page.locator('[name=display-name]').fill('柳经办')
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  await expect(page.getByText('还要选择单位')).toBeVisible()
  await page.locator('[name=organisation]').selectOption({ index: 1 })
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await inspect(page, 'invited')

  await context.clearCookies()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: '柳经办，欢迎使用净土' })).toBeVisible()
  await page.getByLabel('新密码').fill('a long enough one')
  await page.getByLabel('再输一遍').fill('a long enough one')
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()
  await expect(page.getByRole('button', { name: '导入方案' })).toHaveCount(0)
  await page.goto('/accounts')
  await expect(page.getByRole('heading', { name: '您的账号不能看这一页' })).toBeVisible()
  await inspect(page, 'forbidden')
})

test('every remaining page passes inspection', async ({ page }) => {
  await signIn(page, people.administrator())
  await page.goto('/organisations')
  await expect(page.getByRole('table')).toBeVisible()
  await inspect(page, 'organisations')
  await page.goto('/patterns')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await inspect(page, 'patterns')
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  await inspect(page, 'missing')
  await page.goto('/plans')
  await inspect(page, 'plans')
})

test('an account changes its password and signs in with the new one', async ({ page }) => {
  const invitee = await invite(page, 'SECURITY_OFFICER')
  await page.locator('summary').click()
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByLabel('当前密码').fill(invitee.password)
  await page.getByLabel('新密码').fill('another long one')
  await page.getByLabel('再输一遍').fill('another long one')
  await inspect(page, 'change-password')
  await page.getByRole('dialog').getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('密码已修改')).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, { username: invitee.username, password: 'another long one' })
  await page.goto('/accounts')
  await expect(page.getByRole('button', { name: '停用' }).first()).toBeVisible()
  await inspect(page, 'accounts-security')
})

test('the auditor reads who did what', async ({ page }) => {
  await invite(page, 'AUDITOR')
  await page.goto('/audit')
  await expect(page.getByRole('cell', { name: 'admin', exact: true }).first()).toBeVisible()
  await inspect(page, 'audit')
})

/** Invites somebody and signs in as them. */
async function invite(page: Parameters<typeof signIn>[0], role: string): Promise<{ username: string; password: string }> {
  const username = `${role.toLowerCase().replace('_', '-')}-${Date.now()}`
  const password = 'one long enough'
  await signIn(page, people.administrator())
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=display-name]').fill('受邀者')
  await page.locator('[name=role]').selectOption(role)
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  await page.goto(await page.getByRole('textbox', { name: '邀请链接' }).inputValue())
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()
  return { username, password }
}
