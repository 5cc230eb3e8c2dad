import { expect, people, signIn, test } from './product'

const LIMIT = 400 * 1024

test('the first load stays small', async ({ page }) => {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  const toSignIn = bytes
  await signIn(page, people.coordinator())
  await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().click()
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
  console.log(`first load, as transferred: ${toSignIn} bytes to sign in, ${bytes} bytes to the plan page with its data`)
  expect(bytes).toBeGreaterThan(toSignIn)
  expect(bytes).toBeLessThan(LIMIT)
})
