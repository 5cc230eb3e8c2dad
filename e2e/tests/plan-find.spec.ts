import type { Page } from '@playwright/test'
import { expect, inspect, openDemo, people, signIn, test } from './product'

/** What stands in the text under one of the highlights. */
async function lit(page: Page, highlight: 'found' | 'found-now'): Promise<string[]> {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])].map((part) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      return range.toString()
    })
    return ranges
  }, highlight)
}

/** Whether the hit that is looked at is in the window, clear of the bars at its top. */
async function hitIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [part] = [...(CSS.highlights.get('found-now') ?? [])] as Range[]
    const { top, bottom, height } = part?.getBoundingClientRect() ?? { top: 0, bottom: 0, height: 0 }
    return height > 0 && top > 100 && bottom < window.innerHeight
  })
}

test('words are found in folded chapters too, one after the other, and the address tells them', async ({ page }) => {
  await openDemo(page)
  const address = page.url()
  await page.getByRole('button', { name: '全部收起' }).click()
  await page.keyboard.press('/')
  const field = page.getByRole('search', { name: '在正文中查找' }).getByLabel('查找')
  await expect(field).toBeFocused()
  await page.keyboard.type('安全利用率')
  const told = page.getByRole('search', { name: '在正文中查找' }).getByRole('status')
  await expect(told).toHaveText(/^1 \/ \d+$/)
  const count = Number(/\d+$/.exec((await told.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(1)
  await expect.poll(() => hitIsSeen(page)).toBe(true)
  await expect.poll(async () => [...new Set(await lit(page, 'found'))]).toEqual(['安全利用率'])
  expect(await lit(page, 'found-now')).toEqual(['安全利用率'])
  await expect(page).toHaveURL(/\?find=/)
  await inspect(page, 'plan-find')

  for (let at = 2; at <= count; at++) {
    await page.keyboard.press(at % 2 === 0 ? 'Enter' : 'F3')
    await expect(told).toHaveText(`${at} / ${count}`)
    await expect.poll(() => hitIsSeen(page)).toBe(true)
  }
  await page.keyboard.press('Enter')
  await expect(told).toHaveText(`1 / ${count}`)
  await page.keyboard.press('Shift+Enter')
  await expect(told).toHaveText(`${count} / ${count}`)
  await page.keyboard.press('Shift+F3')
  await expect(told).toHaveText(`${count - 1} / ${count}`)

  await page.reload()
  await expect(field).toHaveValue('安全利用率')
  await expect(told).toHaveText(`1 / ${count}`)
  await expect.poll(() => hitIsSeen(page)).toBe(true)

  await field.fill('没有写进方案的话')
  await expect(told).toHaveText('没有找到')
  expect(await lit(page, 'found')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  expect(page.url()).toBe(address)
})

test('words are found across marks, and in spite of width and spaces', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: '查找', exact: true }).click()
  const search = page.getByRole('search', { name: '在正文中查找' })
  // The words of a date and a sign before and after it stand in three pieces of the text.
  const around = await page.locator('article .text .mark-date').evaluateAll((dates) => {
    const found = dates.flatMap((date) => {
      const text = date.closest('p')?.textContent ?? ''
      const at = text.indexOf(date.textContent ?? '')
      const words = text.slice(at - 1, at + (date.textContent?.length ?? 0) + 1)
      return at > 4 && text.length > at + words.length && /^[^\d\s]\d/.test(words) ? [words] : []
    })
    return found[0] ?? ''
  })
  expect(around.length).toBeGreaterThan(3)
  const wide = around.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  await search.getByLabel('查找').fill(` ${wide.slice(0, 1)} ${wide.slice(1)}`)
  await expect(search.getByRole('status')).toHaveText(/^\d+ \/ \d+$/)
  expect(await lit(page, 'found-now')).toEqual([around])
  await search.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('button', { name: '查找', exact: true })).toBeFocused()
})

test('the keys of the browser’s own search open ours, and pressed again the browser’s', async ({ page }) => {
  await openDemo(page)
  const prevented = () =>
    page.evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true })
      return !(document.activeElement ?? document.body).dispatchEvent(event)
    })
  expect(await prevented()).toBe(true)
  const field = page.getByRole('search', { name: '在正文中查找' }).getByLabel('查找')
  await expect(field).toBeFocused()
  expect(await prevented()).toBe(false)
  await page.getByLabel('转到任务').focus()
  expect(await prevented()).toBe(true)
  await expect(field).toBeFocused()
  await page.keyboard.type('1/2')
  await expect(field).toHaveValue('1/2')
})

test('finding speaks English too', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  const search = page.getByRole('search', { name: 'Find in the text' })
  await search.getByLabel('Find').fill('方案')
  await expect(search.getByRole('status')).toHaveText(/^1 \/ \d+$/)
  await inspect(page, 'plan-find-english')
  await search.getByLabel('Find').fill('nowhere')
  await expect(search.getByRole('status')).toHaveText('Not found')
})

test('an address with words and a place opens at the place', async ({ page }) => {
  await signIn(page, people.coordinator())
  const plan = await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().getAttribute('href')
  await page.goto(`${plan}?find=${encodeURIComponent('县')}#task-30`)
  const search = page.getByRole('search', { name: '在正文中查找' })
  await expect(search.getByRole('status')).toHaveText(/^共 \d+ 处$/)
  await expect(page.locator('#task-30')).toBeFocused()
  await expect(page.locator('#task-30')).toBeInViewport()
})
