import { adopt, expect, importFile, inspect, inventedPlan, openDemo, people, signIn, takeBack, test } from './product'
import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

test('the demo plan reads as printed, with who leads each task beside its passage', async ({ page }) => {
  await openDemo(page)
  await inspect(page, 'plan')
  const notes = page.getByRole('note', { name: /任务 \d+ 的旁注/ })
  expect(await notes.count()).toBeGreaterThanOrEqual(40)
  for (const number of [1, 20, 40]) {
    const note = page.getByRole('note', { name: `任务 ${number} 的旁注` })
    await expect(note).toContainText(/牵头|责任/)
    const lead = (await note.locator('dd').first().locator('span').first().textContent()) ?? ''
    await note.scrollIntoViewIfNeeded()
    const passage = page.locator('.block', { has: page.locator(`#task-${number}`) }).locator('.text')
    await expect(passage).toContainText(lead)
    const [noteBox, passageBox] = [await note.boundingBox(), await passage.boundingBox()]
    expect(noteBox && passageBox && noteBox.x > passageBox.x + passageBox.width - 1).toBe(true)
    expect(noteBox && passageBox && noteBox.y < passageBox.y + passageBox.height).toBe(true)
  }
})

test('a note lights up its words and the words their note', async ({ page }) => {
  await openDemo(page)
  const note = page.getByRole('note', { name: '任务 1 的旁注' })
  await note.getByRole('link').hover()
  const body = page.locator('.text [data-mark="task-1"]:not(a)').first()
  await expect(body).toHaveClass(/lit/)
  await page.locator('h1').hover()
  await expect(body).not.toHaveClass(/lit/)
  await body.hover()
  await expect(note).toHaveClass(/lit/)
  await note.getByRole('link').focus()
  await expect(body).toHaveClass(/lit/)
})

test('a link to a task opens the plan there, even in a folded chapter', async ({ page }) => {
  await openDemo(page)
  await page.getByLabel('转到任务').fill('30')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#task-30$/)
  await expect.poll(() => fromTop(page, 30)).toBeLessThan(200)
  await inspect(page, 'plan-task')
  await page.reload()
  await expect.poll(() => fromTop(page, 30)).toBeLessThan(200)
  await page.getByRole('button', { name: '全部收起' }).click()
  await expect(page.locator('#task-30')).toBeHidden()
  await inspect(page, 'plan-folded')
  await page.getByLabel('转到任务').fill('12')
  await page.keyboard.press('Enter')
  await expect.poll(() => fromTop(page, 12)).toBeLessThan(200)
})

/** How far a task's number is from the top of the window, in pixels; infinite above it. */
async function fromTop(page: Page, task: number): Promise<number> {
  const y = (await page.locator(`#task-${task}`).boundingBox())?.y ?? -1
  return y < 0 ? Number.POSITIVE_INFINITY : y
}

test('on paper the margin becomes numbers and a list', async ({ page }) => {
  await openDemo(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('note').first()).toBeHidden()
  await expect(page.getByRole('heading', { name: '旁注' })).toBeVisible()
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.getByRole('cell', { name: '[1]' })).toBeVisible()
})

test('goals, duties and doubts are on paper too, under a head with county, disclosure and page', async ({ page }) => {
  await signIn(page, people.coordinator())
  const { buffer, ...file } = inventedPlan('芦湾')
  const text = buffer
    .toString('utf8')
    .replace('一、主要任务', '一、工作目标\n\n到2030年，受污染耕地安全利用率达到**%以上，农膜回收率达到85%以上。\n\n二、主要任务')
  const duty = '三、工作要求\n\n各乡镇人民政府应在2026年5月15日前报送联络员名单。\n'
  await importFile(page, { ...file, buffer: Buffer.from(`${text}\n${duty}`, 'utf8') })
  await adopt(page)
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
  await page.getByRole('button', { name: '全部收起' }).click()
  const plan = await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()
  const pages = await printed(page)
  for (const [index, paper] of pages.entries()) {
    expect(plain(paper)).toContain(plain(plan.title))
    expect(paper).toMatch(/净原县 · 公开属性：\S+/)
    expect(plain(paper)).toMatch(new RegExp(`(^|\\D)${index + 1}/${pages.length}(\\D|$)`))
  }
  const words = plain(pages.join(''))
  for (const list of ['任务', '目标', '其他责任', '待确认']) expect(words).toContain(list)
  for (const { problem, remedy } of plan.findings) {
    expect(words).toContain(plain(problem).slice(0, 6))
    expect(words).toContain(plain(remedy).slice(0, 6))
  }

  await page.emulateMedia({ media: 'print' })
  const signs = await page.locator('article [data-sign]').evaluateAll((pieces) => pieces.map((piece) => getComputedStyle(piece, '::before').content.slice(1, -1)))
  const said = [
    ...plan.goals.map(({ text: goal }: { text: string }, at: number) => [`[目${at + 1}]`, goal]),
    ...plan.obligations.map(({ text: task }: { text: string }, at: number) => [`[责${at + 1}]`, task]),
    ...plan.findings.map(({ problem }: { problem: string }, at: number) => [`[?${at + 1}]`, problem]),
  ]
  expect(said.map(([sign]) => sign)).toEqual(expect.arrayContaining(['[目1]', '[责1]', '[?1]']))
  expect([...signs].sort()).toEqual(said.map(([sign]) => sign).sort())
  for (const [sign, text] of said) {
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: sign, exact: true }) })
    await expect(row).toBeVisible()
    await expect(row).toContainText(text)
  }
  await page.emulateMedia({ media: 'screen' })
  await takeBack(page, /芦湾/)
})

/** The pages that would come out of the printer, as text. */
async function printed(page: Page): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jingtu-paper-'))
  try {
    const path = join(folder, 'plan.pdf')
    await page.pdf({ path, preferCSSPageSize: true })
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
    return text.split('\f').filter((paper) => paper.trim() !== '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function plain(text: string): string {
  return text.replace(/\s/g, '')
}

test('a plan is taken back after saying what is lost', async ({ page }) => {
  await signIn(page, people.coordinator())
  await importFile(page, inventedPlan('柳溪'))
  await adopt(page)
  await page.goto('/plans')
  await page.getByRole('row', { name: /柳溪/ }).getByRole('button', { name: '撤回' }).click()
  const dialog = page.getByRole('dialog', { name: '撤回导入' })
  await expect(dialog).toContainText('柳溪土壤污染防治工作方案')
  await expect(dialog).toContainText('2 项任务')
  await inspect(page, 'take-back')
  await dialog.getByRole('button', { name: '撤回这次导入' }).click()
  await expect(page.getByText('已撤回《柳溪土壤污染防治工作方案》的导入')).toBeVisible()
  await expect(page.getByRole('row', { name: /柳溪/ })).toHaveCount(0)
})

test('the annex stands as a table, its cells under each other', async ({ page }) => {
  await openDemo(page)
  const rows = page.getByRole('article', { name: '正文' }).locator('.row')
  await rows.first().scrollIntoViewIfNeeded()
  await expect(rows).toHaveCount(11)
  for (const row of await rows.all()) await expect(row.locator('.cell')).toHaveCount(5)
  const lefts = await rows.evaluateAll((all) => all.map((row) => row.querySelectorAll('.cell')[3]?.getBoundingClientRect().left))
  expect(new Set(lefts).size).toBe(1)
  await inspect(page, 'plan-annex')
})

test("the county's plan leads to the city's that it carries out", async ({ page }) => {
  await openDemo(page)
  await page.locator('.register summary').click()
  await page.locator('.register').getByRole('link', { name: '云岫市土壤污染防治工作方案（2026—2030年）', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '云岫市土壤污染防治工作方案（2026—2030年）' })).toBeVisible()
  await expect(page.getByRole('note', { name: '任务 1 的旁注' })).toContainText('市生态环境局')
  await page.locator('.register summary').click()
  await expect(page.getByRole('button', { name: '撤回' })).toHaveCount(0)
  await expect(page.locator('.register').getByRole('button')).toHaveCount(0)
  await page.goto('/plans')
  await expect(page.getByRole('row', { name: /净原县土壤污染防治工作方案/ }).getByRole('button', { name: '撤回' })).toBeVisible()
  await expect(page.getByRole('row', { name: /云岫市土壤污染防治工作方案/ }).getByRole('button')).toHaveCount(0)
})

test('a file that cannot be read is refused, with what to do about it, and nothing is stored', async ({ page }) => {
  await signIn(page, people.coordinator())
  await expect(page.getByRole('row', { name: /净原县土壤污染防治工作方案/ })).toBeVisible()
  const before = await page.getByRole('row').count()
  await page.getByRole('button', { name: '导入方案' }).click()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('请先选择文件')).toBeVisible()
  const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')
  await page.getByLabel('方案文件').setInputFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: picture })
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await inspect(page, 'import-refused')
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await expect(page.getByRole('row')).toHaveCount(before)
})

test('the keyboard alone signs in, walks the list, opens a plan and goes to a task', async ({ page }) => {
  const press = (key: string) => page.keyboard.press(key)
  await page.goto('/sign-in')
  await page.getByLabel('用户名').focus()
  await page.keyboard.type(people.coordinator().username)
  await press('Tab')
  await page.keyboard.type(people.coordinator().password)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '今日工作' })).toBeVisible()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '方案' }).focus()
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()

  await page.getByLabel('筛选：标题').focus()
  await press('ArrowDown')
  await expect(page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first()).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
  await page.getByLabel('转到任务').focus()
  await page.keyboard.type('2')
  await press('Enter')
  await expect(page.locator('#task-2')).toBeFocused()
  await expect(page.getByRole('note', { name: '任务 2 的旁注' })).toHaveClass(/lit/)

  await page.goto('/plans')
  await page.getByRole('button', { name: '导入方案' }).focus()
  await press('Enter')
  await expect(page.getByRole('dialog', { name: '导入方案' })).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('dialog', { name: '导入方案' })).toBeHidden()
})
