import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { bringBack, bringBackTasks, done, historyOf, LABELS } from './bringing-back'
import { Corrector, planNamed, planOf, type PlanRead, type Task } from './correcting'
import { seeded, spoil } from './damage'
import { goldOf, wrongFields, type GoldTask } from './gold'
import { need } from './needs'
import { adopt, expect, importFile, inspect, people, signIn, takeBack, test, type Handed } from './product'

const SHARED = resolve(import.meta.dirname, '../../../shared/plans')
const PLAN = join(SHARED, 'zhengzhou-2019.txt')
const GOLD = join(SHARED, 'gold/zhengzhou-2019.jsonl')
const SEED = 20190412

const wrong = (gold: readonly GoldTask[], tasks: readonly Task[]) =>
  gold.flatMap((wanted, at) => {
    const task = tasks[at]
    return task ? wrongFields(wanted, task).map((field) => `${wanted.id} ${field}`) : [`${wanted.id} missing`]
  })

/** The page holds a published text; its picture stays out of docs/shots. */
async function inspectOnce(page: Page): Promise<void> {
  const shots = process.env.SHOTS
  delete process.env.SHOTS
  await inspect(page, 'correct-published')
  if (shots !== undefined) process.env.SHOTS = shots
}

/** An entry without what is not undone: its version, and who touched it last. */
function withoutStamps(entries: readonly object[]): object[] {
  return entries.map((entry) => ({ ...entry, version: 0, corrected: null }))
}

const SMALL = `汀溪县土壤污染防治工作方案（2027年）

为护好汀溪的土壤，制定本方案。

一、工作目标

到2027年底，受污染耕地安全利用率达到93%以上。

二、主要任务

（一）摸底

1.走访菜园。上门登记菜园位置和面积，11月底前登记完毕。逐户发放明白纸，讲清用肥要求。（县农业农村局牵头，县供销合作社参与）

2.清点厂房。每年6月底前清点一遍，整改任务另行下达。（县工业和信息化局牵头，县自然资源局参与）

3.回收农膜。2027年9月底前回收率达到80%。（责任部门：县农业农村局、县供销合作社）

三、工作要求

各乡镇要定期报送进展。县财政局保障经费，县审计局要加强监督。
`

function small(place: string): Handed {
  const text = SMALL.replaceAll('汀溪', place)
  return { name: `${place}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

async function adopted(page: Page, place: string): Promise<string> {
  await importFile(page, small(place))
  await adopt(page)
  return planNamed(page, place)
}

/** Where some words stand in a plan. */
function words(plan: PlanRead, text: string): { start: number; end: number } {
  const passage = plan.passages.find((each) => each.text.includes(text))
  if (passage === undefined) throw new Error(`not in the plan: ${text}`)
  const start = passage.start + Array.from(passage.text.slice(0, passage.text.indexOf(text))).length
  return { start, end: start + Array.from(text).length }
}

const leads = async (page: Page, plan: string) => (await planOf(page, plan)).tasks.map(({ lead }) => lead.join('、'))

test('two people correct the same task: the second is told, nothing is overwritten, and undoing works after a reload', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, people.coordinator())
  const plan = await adopted(page, '苇洲')
  const other = await invitedCoordinator(browser)
  const [mine, theirs] = [new Corrector(page), new Corrector(other)]
  await mine.open(plan)
  await theirs.open(plan)
  await mine.show('任务', 1)
  await theirs.show('任务', 1)

  await theirs.setNames('lead', LABELS.lead, ['县生态环境局'])
  await theirs.save()
  await mine.setNames('lead', LABELS.lead, ['县水利局'])
  await mine.row('participants').getByLabel('添加参与').fill('县档案馆')
  await page.keyboard.press('Control+s')
  const conflict = mine.editor.getByRole('alert').first()
  await expect(conflict).toContainText('改了这一条')
  await expect(conflict.getByRole('row', { name: /牵头/ })).toContainText(/县农业农村局\s*县生态环境局\s*县水利局/)
  await inspect(page, 'correct-conflict')
  expect((await leads(page, plan))[0]).toBe('县生态环境局')
  expect(await mine.values('lead')).toEqual(['县水利局'])

  await test.step('what was typed is put on top of the other person’s change, on purpose', async () => {
    await page.getByRole('button', { name: '仍用我填的' }).click()
    await expect(conflict).toBeHidden()
    expect((await leads(page, plan))[0]).toBe('县生态环境局')
    await mine.save()
    expect((await leads(page, plan))[0]).toBe('县水利局')
    expect((await planOf(page, plan)).tasks[0]?.participants).toEqual(['县供销合作社', '县档案馆'])
  })

  await test.step('the other person takes what is there', async () => {
    await theirs.setNames('lead', LABELS.lead, ['县财政局'])
    await other.keyboard.press('Control+s')
    await other.getByRole('button', { name: '采用对方的' }).click()
    await expect.poll(() => theirs.values('lead')).toEqual(['县水利局'])
  })

  await test.step('after a reload both corrections are undone, and one is redone', async () => {
    await page.reload()
    await expect(mine.group('任务')).toBeVisible()
    await mine.button(/^撤销：修改任务 1/).click()
    await expect.poll(async () => (await leads(page, plan))[0]).toBe('县生态环境局')
    await mine.button(/^撤销：修改任务 1/).click()
    await expect.poll(async () => (await leads(page, plan))[0]).toBe('县农业农村局')
    await expect(mine.button('撤销')).toBeDisabled()
    await mine.button(/^重做：修改任务 1/).click()
    await expect.poll(async () => (await leads(page, plan))[0]).toBe('县生态环境局')
  })
  await other.context().close()
  await takeBack(page, /苇洲/)
})

/** Invites somebody who acts for the same region, and signs in as them in a browser of their own. */
async function invitedCoordinator(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.E2E_ADDRESS, viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, people.administrator())
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请新账号' }).click()
  await page.locator('[name=username]').fill('zhu-corrector')
  await page.locator('[name=display-name]').fill('同事')
  await page.locator('[name=role]').selectOption('COORDINATOR')
  const organisation = await page.locator('[name=organisation] option').filter({ hasText: '净原分局' }).first().getAttribute('value')
  await page.locator('[name=organisation]').selectOption(organisation ?? '')
  await page.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await context.clearCookies()
  await page.goto(link)
  await page.getByLabel('新密码').fill('one long enough')
  await page.getByLabel('再输一遍').fill('one long enough')
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await page.goto('/plans')
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()
  return page
}

test('the keyboard alone goes to the next doubt, names a lead, saves and undoes', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, people.coordinator())
  const plan = await adopted(page, '芦汀')
  await page.goto(`/plans/${plan}`)
  const screen = new Corrector(page)
  const tab = page.getByRole('link', { name: '更正', exact: true })
  await tab.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()

  const doubts = screen.group('待确认').getByRole('option')
  await expect(doubts.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('n')
  await expect(doubts.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(doubts.nth(1)).toContainText('没有读出牵头单位')
  const count = await doubts.count()
  const number = Number(/任务 (\d)/.exec((await screen.editor.getByRole('heading').textContent()) ?? '')?.[1])
  const before = (await leads(page, plan))[number - 1] ?? ''

  await page.keyboard.press('e')
  await expect(screen.row('lead').getByLabel('添加牵头', { exact: true })).toBeFocused()
  await page.keyboard.type('县生态环境局')
  await screen.save()
  expect((await leads(page, plan))[number - 1]).toBe('县生态环境局')

  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await leads(page, plan))[number - 1]).toBe(before)
  // The server has it before the page has been told; a key that comes in between is for nobody.
  await screen.settled()
  await page.keyboard.press('Control+y')
  await expect.poll(async () => (await leads(page, plan))[number - 1]).toBe('县生态环境局')

  await test.step('a doubt is accepted', async () => {
    await screen.settled()
    await expect(doubts).toHaveCount(count - 1)
    // The list is drawn anew after the change, and keys that come meanwhile are not for it.
    await expect(async () => {
      await page.keyboard.press('Home')
      await expect(doubts.first()).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 })
    }).toPass()
    await screen.settled()
    await page.keyboard.press('a')
    await expect(doubts).toHaveCount(count - 2)
  })

  await test.step('a sentence is selected, made longer and taken for the body', async () => {
    await page.keyboard.press('s')
    await expect(page.getByText(/^已选 \d+ 字/)).toBeVisible()
    const told = await page.getByText(/^已选 \d+ 字/).textContent()
    await page.keyboard.press('s')
    await expect(page.getByText(/^已选 \d+ 字/)).not.toHaveText(told ?? '')
  })
  await takeBack(page, /芦汀/)
})

test('a small plan is split, merged, moved, marked, left unknown and filled in later, and its history shows the print', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, people.coordinator())
  const plan = await adopted(page, '汀溪')
  const first = await planOf(page, plan)
  const screen = new Corrector(page)
  await screen.open(plan)
  await inspect(page, 'correct-entry')
  const texts = async () => (await planOf(page, plan)).tasks.map(({ text }) => text)

  await test.step('a task is split at a place that a pointer chooses, and merged again', async () => {
    await screen.show('任务', 1)
    await screen.select(words(await planOf(page, plan), '逐户发放明白纸'))
    await done(screen, plan, '在此处拆分')
    expect(await texts()).toHaveLength(4)
    expect((await texts())[1]).toMatch(/^逐户发放明白纸/)
    await expect(screen.editor.getByRole('heading')).toContainText('任务 2')
    expect((await planOf(page, plan)).tasks[1]?.deadlines).toEqual([])
    await screen.show('任务', 1)
    await done(screen, plan, '与下一条合并')
    expect(await texts()).toHaveLength(3)
    expect((await texts())[0]).toContain('逐户发放明白纸')
  })

  await test.step('a task is moved down and up', async () => {
    await screen.show('任务', 1)
    await done(screen, plan, '下移')
    expect((await leads(page, plan)).slice(0, 2)).toEqual(['县工业和信息化局', '县农业农村局'])
    await expect(screen.editor.getByRole('heading')).toContainText('任务 2')
    await done(screen, plan, '上移')
    expect((await leads(page, plan)).slice(0, 2)).toEqual(['县农业农村局', '县工业和信息化局'])
  })

  await test.step('words are marked as a task, a goal, a further duty and an action', async () => {
    const read = await planOf(page, plan)
    await screen.select(words(read, '县财政局保障经费，县审计局要加强监督。'))
    await done(screen, plan, '标为任务')
    await expect(screen.editor.getByRole('heading')).toContainText('任务 4')
    await screen.setNames('lead', LABELS.lead, ['县财政局'])
    await screen.save()
    expect((await planOf(page, plan)).tasks[3]).toMatchObject({ lead: ['县财政局'], path: ['三、工作要求'] })
    await screen.select(words(read, '县审计局要加强监督。'))
    await done(screen, plan, '标为措施')
    expect((await planOf(page, plan)).tasks[3]?.actions.map(({ text }) => text)).toContain('县审计局要加强监督。')
    await screen.select(words(read, '为护好汀溪的土壤'))
    await done(screen, plan, '标为目标')
    expect((await planOf(page, plan)).goals.map(({ text }) => text)).toContain('为护好汀溪的土壤')
    await screen.select(words(read, '制定本方案'))
    await done(screen, plan, '标为其他责任')
    await expect(screen.editor.getByRole('heading')).toContainText('其他责任')
    await screen.row('actor').getByLabel('责任人').fill('县人民政府')
    await screen.save()
    expect((await planOf(page, plan)).obligations.map(({ text }) => text)).toContain('制定本方案')
  })

  await test.step('a date and a value that nobody knows are written so, listed apart, and filled in later', async () => {
    await screen.show('任务', 3)
    await screen.addDate('未知')
    await expect(screen.row('deadlines')).toContainText('未知，待补')
    await screen.addTarget({ indicator: '农膜回收面积', comparator: '>=', value: null, unit: '亩', by: null, reference: '' })
    await screen.target().locator('[name=target-state]').selectOption('unknown')
    await screen.save()
    const gaps = screen.group('待补').getByRole('option')
    await expect(gaps.filter({ hasText: '时限未知' })).toHaveCount(1)
    await expect(gaps.filter({ hasText: '目标值未知：农膜回收面积' })).toHaveCount(1)
    await inspect(page, 'correct-unknown')
    await gaps.filter({ hasText: '目标值未知' }).click()
    await page.keyboard.press('e')
    await screen.target().locator('[name=target-state]').selectOption('known')
    await screen.target().locator('[name=target-value]').fill('１,200')
    const dates = screen.row('deadlines').getByLabel(/^时限 \d+$/)
    await dates.last().fill('2027年10月底前')
    await screen.save()
    await expect(gaps.filter({ hasText: '未知' })).toHaveCount(0)
    const filled = (await planOf(page, plan)).tasks[2]
    expect(filled?.targets.at(-1)).toMatchObject({ indicator: '农膜回收面积', value: 1200, unit: '亩' })
    expect(filled?.deadlines.at(-1)?.notation).toBe('2027-10-31')
  })

  await test.step('what cannot be is refused at its field, and what was typed stays', async () => {
    const dates = screen.row('deadlines').getByLabel(/^时限 \d+$/)
    await dates.last().fill('尽快')
    await page.keyboard.press('Control+s')
    await expect(screen.row('deadlines').getByRole('alert')).toContainText('看不懂这个时限')
    await screen.show('任务', 1)
    await screen.show('任务', 3)
    await expect(dates.last()).toHaveValue('尽快')
    await expect(screen.editor.getByRole('heading')).toContainText('未保存')
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.getByRole('link', { name: '任务清单' }).click()
    await expect(dates.last()).toHaveValue('尽快')
    await screen.button('还原').click()
    await expect(dates.last()).toHaveValue('2027-10-31')
  })

  await test.step('the history shows who changed what, with the printed words', async () => {
    await screen.editor.getByText(/^本条更正记录/).click()
    await expect(screen.editor.getByRole('list').last()).toContainText('农膜回收面积')
    await screen.button('更正记录').click()
    const dialog = page.getByRole('dialog', { name: /^更正记录/ })
    await expect(dialog).toContainText('原文')
    await expect(dialog).toContainText('上门登记菜园位置和面积')
    await expect(dialog).toContainText(people.coordinator().username)
    await inspect(page, 'correct-history')
    await dialog.getByRole('button', { name: /关闭|Close/ }).first().click()
  })

  await test.step('everything is undone, and the plan is as it was read', async () => {
    for (let next = (await historyOf(page, plan)).nextUndo; next; next = (await historyOf(page, plan)).nextUndo) {
      await screen.button(/^撤销：/).click()
      await expect.poll(async () => (await historyOf(page, plan)).nextUndo).not.toBe(next)
      await screen.settled()
    }
    await expect(screen.button('撤销')).toBeDisabled()
    const { tasks, goals, obligations } = await planOf(page, plan)
    expect({ tasks: withoutStamps(tasks), goals: withoutStamps(goals), obligations: withoutStamps(obligations) }).toEqual({
      tasks: withoutStamps(first.tasks),
      goals: withoutStamps(first.goals),
      obligations: withoutStamps(first.obligations),
    })
  })
  await takeBack(page, /汀溪/)
})

test.describe('a published plan', () => {
  need('shared', existsSync(PLAN) && existsSync(GOLD), 'the folder ../shared with plans and what people read in them')

  test('whose reading was spoilt in a third of its fields is brought back through the screens', async ({ page }) => {
    test.setTimeout(900_000)
    const gold = goldOf(GOLD)
    await signIn(page, people.coordinator())
    await importFile(page, PLAN)
    await adopt(page)
    await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
    const plan = new URL(page.url()).pathname.split('/')[2] ?? ''
    const { title } = await planOf(page, plan)
    expect(wrong(gold, (await planOf(page, plan)).tasks)).toEqual([])

    const damage = await spoil(page, plan, 1 / 3, seeded(SEED))
    const spoilt = wrong(gold, (await planOf(page, plan)).tasks)
    const fields = Object.values(damage.fields).reduce((sum, count) => sum + count, 0)
    const of = gold.length * Object.keys(damage.fields).length
    console.log(`spoilt by seed ${SEED}: ${fields} of ${of} fields ${JSON.stringify(damage.fields)}, tasks ${JSON.stringify(damage.whole)}`)
    expect(spoilt.length).toBeGreaterThan(fields / 2)

    const screen = new Corrector(page)
    await screen.open(plan)
    await inspectOnce(page)
    const started = Date.now()
    await bringBackTasks(screen, plan, gold)
    let repaired = 0
    for (const [at, wanted] of gold.entries()) {
      const task = (await planOf(page, plan)).tasks[at]
      if (task !== undefined) repaired += await bringBack(screen, wanted, task)
    }
    const left = wrong(gold, (await planOf(page, plan)).tasks)
    console.log(`${repaired} fields and ${Object.values(damage.whole).reduce((sum, count) => sum + count, 0)} tasks brought back in ${Math.round((Date.now() - started) / 1000)} s, ${left.length} left`)
    expect((await planOf(page, plan)).tasks).toHaveLength(gold.length)
    expect(left).toEqual([])
    await takeBack(page, new RegExp(title.slice(0, 12)))
  })
})
