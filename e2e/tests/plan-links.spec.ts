import type { Locator, Page } from '@playwright/test'
import { expect, inspect, openDemo, test } from './product'

/** Marked words of one kind in a task well into the text. */
function words(page: Page, kind: 'date' | 'target' | 'organisation'): Locator {
  return page.locator(`article section:nth-of-type(n + 3) .text a.mark-${kind}`).first()
}

/** Follows marked words and comes back; what is looked at on the way is told by `there`. */
async function followAndReturn(page: Page, link: Locator, there: () => Promise<void>): Promise<void> {
  const anchor = await link.getAttribute('id')
  await link.click()
  await there()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`#${anchor}$`))
  await expect(page.locator(`[id="${anchor}"]`)).toBeFocused()
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport()
}

test('a date leads to the calendar and back to its words', async ({ page }) => {
  await openDemo(page)
  const date = words(page, 'date')
  const note = date.locator('xpath=ancestor::div[contains(@class, "block")]').locator('.margin')
  await date.hover()
  await expect(note.locator('.now').first()).toBeVisible()
  const title = (await date.getAttribute('title')) ?? ''
  expect(title).toContain('看日历')
  await followAndReturn(page, date, async () => {
    await expect(page).toHaveURL(/\/calendar\?of=(task|goal|obligation)-\d+&when=/)
    const row = page.locator('tr[aria-current]').first()
    await expect(row).toBeInViewport()
    await expect(page.locator('tr[aria-current]:focus')).toBeInViewport()
    await inspect(page, 'calendar-of-a-date')
  })
})

test('every date of the text is found in the calendar', async ({ page }) => {
  await openDemo(page)
  const addresses = await page.locator('article .text a.mark-date').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(addresses.length).toBeGreaterThan(20)
  for (const address of addresses.filter((_, index) => index % 12 === 0)) {
    await page.goto(address)
    await expect(page.locator('tr[aria-current]:focus')).toBeInViewport()
  }
})

test('a figure leads to the targets and back to its words', async ({ page }) => {
  await openDemo(page)
  const target = words(page, 'target')
  const indicator = /^\S+/.exec((await target.getAttribute('title')) ?? '')?.[0] ?? ''
  await followAndReturn(page, target, async () => {
    await expect(page).toHaveURL(/\/goals\?figure=\d+-\d+/)
    const row = page.locator('tr[aria-current]').first()
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport()
    await expect(row).toContainText(indicator)
    await inspect(page, 'goals-of-a-figure')
  })
})

test('an organisation leads to its page and back to its name', async ({ page }) => {
  await openDemo(page)
  const organisation = words(page, 'organisation')
  const name = (await organisation.textContent()) ?? ''
  await followAndReturn(page, organisation, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`涉及 ${name} 的工作`)
    await expect(page.locator('tbody tr').first()).toBeVisible()
  })
})

test('by keyboard each passage is one stop, and the arrow keys go between its links', async ({ page }) => {
  await openDemo(page)
  await page.getByLabel('转到任务').fill('12')
  await page.keyboard.press('Enter')
  await expect(page.locator('#task-12')).toBeFocused()
  const passage = page.locator('.text > *', { has: page.locator('#task-12') })
  const links = passage.getByRole('link')
  expect(await links.count()).toBeGreaterThan(1)
  await page.keyboard.press('ArrowRight')
  await expect(links.nth(1)).toBeFocused()
  expect(await passage.locator('a[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('Tab')
  expect(await passage.locator(':focus').count()).toBe(0)
  await page.keyboard.press('Shift+Tab')
  await expect(links.nth(1)).toBeFocused()
  const address = (await links.nth(1).getAttribute('href')) ?? ''
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url().endsWith(address) || decodeURIComponent(page.url()).endsWith(decodeURIComponent(address))).toBe(true)
})
