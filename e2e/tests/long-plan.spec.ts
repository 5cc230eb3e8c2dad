import type { Page } from '@playwright/test'
import { adopt, expect, importFile, people, signIn, takeBack, test } from './product'

const TASKS = 600

/** An invented plan as long as a province's task table. */
function longPlan(): { name: string; mimeType: string; buffer: Buffer } {
  const offices = ['县农业农村局', '县水利局', '县自然资源局', '县城市管理局', '县工业和信息化局']
  const task = (number: number) => {
    const [lead, other] = [offices[number % 5], offices[(number + 2) % 5]]
    return (
      `${(number % 20) + 1}.整治第${number}号堆场。逐个登记堆场的位置、面积和来源，分类提出整治办法，由专人按月巡查并记录在册。` +
      `2027年${(number % 12) + 1}月底前整治率达到${50 + (number % 50)}%以上，每季度公布一次进展。（${lead}牵头，${other}参与，各乡镇人民政府落实）\n`
    )
  }
  const chapters = Array.from({ length: TASKS / 20 }, (_, chapter) => {
    const tasks = Array.from({ length: 20 }, (_, at) => task(chapter * 20 + at))
    return `（${chapter + 1}）第${chapter + 1}片区\n\n该片区地势平缓，堆场分散，宜先易后难。\n\n${tasks.join('\n')}`
  })
  const text = `长河县土壤污染防治工作方案（2026—2030年）\n\n为护好长河的土壤，制定本方案。\n\n一、主要任务\n\n${chapters.join('\n')}`
  return { name: '长河.txt', mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

// A snapshot of the whole page at every step is work of the trace's, not of the page's, and was half of what was measured.
test.use({ trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false } })

/**
 * How long the slowest input of some acts took until the next picture, or the longest stretch in which the page did
 * not listen before the acts ended, in milliseconds (Event Timing and Long Tasks of the W3C).
 */
async function slowest(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = []
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    observer.observe({ type: 'longtask' })
    Object.assign(window, { seen, observer })
  })
  await act()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))))
  return page.evaluate(() => {
    const { seen, observer } = window as unknown as { seen: number[]; observer: PerformanceObserver }
    seen.push(...observer.takeRecords().map(({ duration }) => duration))
    observer.disconnect()
    return Math.max(0, ...seen)
  })
}

test('a plan of 600 tasks stays fluent in review, on its page and in every view', async ({ page }) => {
  test.setTimeout(300_000)
  const measured: Record<string, number> = {}
  const measure = async (name: string, act: () => Promise<void>) => {
    measured[name] = await slowest(page, act)
  }
  const press = async (key: string, times: number) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key)
  }

  await signIn(page, people.coordinator())
  await importFile(page, longPlan())
  await expect(page.getByText(`任务（${TASKS}）`)).toBeAttached()
  await page.getByRole('listbox').focus()
  await measure('review: ↓ 20 times', () => press('ArrowDown', 20))
  await measure('review: PageDown 10 times', () => press('PageDown', 10))
  await measure('review: End, Home', async () => {
    await press('End', 1)
    await press('Home', 1)
  })
  await measure('review: A 10 times', () => press('a', 10))
  await measure('review: N 5 times', () => press('n', 5))
  await page.getByRole('option', { name: /任务 300 / }).click()
  await expect(page.locator('.document #task-300')).toBeInViewport()
  await measure('review: click in the text', () => page.locator('.document #task-301').click())
  await measure('review: open the form', () => page.getByRole('button', { name: '采用', exact: true }).click())
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await adopt(page)
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
  await measure('plan: hover over tasks', async () => {
    for (const number of [1, 2, 3]) await page.locator(`#task-${number}`).hover()
  })
  await measure('plan: go to task 500', async () => {
    await page.getByLabel('转到任务').fill('500')
    await page.keyboard.press('Enter')
  })
  await expect(page.locator('#task-500')).toBeInViewport()
  await measure('plan: fold all', () => page.getByRole('button', { name: '全部收起' }).click())
  await measure('plan: unfold all', () => page.getByRole('button', { name: '全部展开' }).click())

  await measure('plan: find as one types', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('整治率')
    await expect(page.getByRole('search').getByRole('status')).toHaveText(`1 / ${TASKS}`)
  })
  await measure('plan: go from hit to hit', () => press('Enter', 10))
  await measure('plan: find a sign that stands everywhere', async () => {
    await page.getByLabel('查找', { exact: true }).fill('县')
    await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ \/ \d{4}$/)
  })
  await page.keyboard.press('Escape')

  const views = page.getByRole('navigation', { name: '方案的各种看法' })
  const rows = page.locator('tbody tr')
  const open = async (view: string, address: string, count?: number) => {
    await views.getByRole('link', { name: view, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/${address}$`))
    await (count === undefined ? expect(rows.first()).toBeVisible() : expect(rows).toHaveCount(count))
  }
  await measure('open the targets', () => open('目标', 'goals'))
  await measure('open the task list', () => open('任务清单', 'tasks', 50))
  await measure('tasks: search as one types', async () => {
    await page.getByLabel('搜索').focus()
    await page.keyboard.type('号堆场')
  })
  await measure('tasks: clear', () => page.getByRole('search').getByRole('button', { name: '清除筛选' }).click())
  await measure('tasks: sort', () => page.getByRole('columnheader', { name: '牵头' }).getByRole('button').click())
  await measure('tasks: next page', () => page.getByRole('button', { name: '下一页' }).click())
  await measure('open the organisations', () => open('单位', 'organisations'))
  await measure('open one of them', async () => {
    await rows.getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('的工作')
  })
  await measure('open the matrix', () => open('矩阵', 'matrix', TASKS))
  await measure('open the calendar', () => open('日历', 'calendar', 150))
  await measure('calendar: show more', async () => {
    await page.getByRole('button', { name: /还有 \d+ 个到期日/ }).click()
    await expect(rows).toHaveCount(300)
  })
  console.log(`slowest input or stretch without listening, ${TASKS} tasks, in ms: ${JSON.stringify(measured, undefined, 1)}`)
  await takeBack(page, /长河/)
})
