import { expect, inspect, people, test } from './product'

test('the one-time link of the first start makes an administrator, once', async ({ page }) => {
  await page.goto(people.firstLink())
  await expect(page.getByText('至少 10 个字符')).toBeVisible()
  await inspect(page, 'welcome')

  await page.getByLabel('新密码').fill('short')
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByText('现在是 5 个')).toBeVisible()

  const { password } = people.administrator()
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('link', { name: '账号' })).toBeVisible()

  await page.goto(people.firstLink())
  await expect(page.getByRole('alert')).toBeVisible()
  await inspect(page, 'welcome-over')
})
