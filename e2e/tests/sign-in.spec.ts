import { expect, inspect, people, signIn, test } from './product'

test('a page that needs an account asks to sign in and then opens', async ({ page }) => {
  await page.goto('/organisations')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await inspect(page, 'sign-in')
  await page.getByLabel('用户名').fill(people.coordinator().username)
  await page.getByLabel('密码').fill(people.coordinator().password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/organisations$/)
  await expect(page.getByRole('banner')).toContainText('演示数据，均为虚构')
})

test('a wrong password is refused in words, five of them lock the account and say until when', async ({ page, request }) => {
  const username = await somebody(page)
  await page.goto('/sign-in')
  for (let attempt = 1; attempt <= 6; attempt++) {
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(`wrong password ${attempt}`)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('button', { name: '登录' })).toBeEnabled()
    await expect(page.getByRole('alert')).toBeVisible()
    if (await page.getByText('账号已锁定').isVisible()) break
  }
  await expect(page.getByText('账号已锁定')).toBeVisible()
  await expect(page.getByText(/可在 \d{4}-\d\d-\d\d \d\d:\d\d 以后再试/)).toBeVisible()
  await inspect(page, 'sign-in-locked')
  expect((await request.get('/api/plans')).status()).toBe(401)
})

test('signing in with English shows English everywhere, and the choice stays', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Demonstration data, all invented')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
  await inspect(page, 'plans-en')
  await page.getByRole('navigation').getByRole('link', { name: 'Organisations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible()
  const words = await page.locator('main').locator('h1, th, button').allTextContents()
  expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
})

test('when the session ends, one signs in over the page and nothing typed is lost', async ({ page, context }) => {
  await signIn(page, people.administrator())
  await page.goto('/organisations')
  await page.getByRole('button', { name: '添加单位' }).click()
  await page.getByLabel('名称').last().fill('虚构县渡口管理站')
  await page.getByLabel('地区').last().selectOption({ index: 0 })
  await context.clearCookies()
  await page.getByRole('button', { name: '添加', exact: true }).click()

  const again = page.getByRole('dialog', { name: '请重新登录' })
  await again.getByLabel('密码').fill(people.administrator().password)
  await inspect(page, 'sign-in-again')
  await again.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '虚构县渡口管理站' })).toBeVisible()
})

/** Invites somebody who may then be locked without harm to other tests. */
async function somebody(page: Parameters<typeof signIn>[0]): Promise<string> {
  const username = `locked-${Date.now()}`
  await signIn(page, people.administrator())
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=display-name]').fill('试锁账号')
  await page.locator('[name=role]').selectOption('AUDITOR')
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await page.goto(link)
  await page.getByLabel('新密码').fill('a password to be locked')
  await page.getByLabel('再输一遍').fill('a password to be locked')
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()
  await page.locator('summary').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  return username
}
