import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Cookie, type Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { startOwnProduct, type Product } from './server'

/** The project whose test opens the link of the first start by itself. */
const FIRST_START = 'first-start'

const SHOTS = resolve(import.meta.dirname, '../../docs/shots')

function told(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} was not set by the start of the server`)
  return value
}

/** Who can sign in, and what the first start told. */
export const people = {
  coordinator: () => ({ username: told('E2E_USERNAME'), password: told('E2E_PASSWORD') }),
  administrator: () => ({ username: 'admin', password: told('E2E_ADMIN_PASSWORD') }),
  firstLink: () => told('E2E_FIRST_LINK'),
}

/** Sets the password of the first administrator by the link that the start told. */
export async function becomeAdministrator(page: Page): Promise<void> {
  const { password } = people.administrator()
  await page.goto(people.firstLink())
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page.getByRole('link', { name: '账号' })).toBeVisible()
}

/**
 * The tests of one worker share one product, started on a folder of its own. Every page of a test reports what its
 * console complained about.
 */
export const test = base.extend<{ complaints: string[] }, { product: Product }>({
  product: [
    async ({ browser }, use, { project }) => {
      const product = await startOwnProduct()
      if (project.name !== FIRST_START) {
        const page = await browser.newPage({ baseURL: product.told.address, locale: 'zh-CN' })
        await becomeAdministrator(page)
        await page.close()
      }
      await use(product)
      await product.stop()
    },
    { scope: 'worker', auto: true, timeout: 240_000 },
  ],
  baseURL: async ({ product }, use) => use(product.told.address),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // A refused request is part of some tests; the browser logs each of them as an error of its own.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/**
 * Waits until a form for signing in or for a first password has been answered. Its page goes then; the navigation alone
 * tells nothing, for it stands there for whoever was signed in before.
 */
export async function signedIn(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/(sign-in|welcome)\b/)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}

/** What the browsers of those who have signed in keep: trying a password is work for the server, and takes its time. */
const sessions = new Map<string, Cookie[]>()

/** Signs in with the password once, and later goes on in the same session as long as the server knows it. */
export async function signIn(page: Page, who: { username: string; password: string }): Promise<void> {
  const account = `${who.username} ${who.password}`
  const plans = page.getByRole('heading', { level: 1, name: '方案' })
  await page.context().addCookies(sessions.get(account) ?? [])
  await page.goto('/plans')
  await expect(plans.or(page.getByLabel('用户名'))).toBeVisible()
  if (await plans.isVisible()) {
    if (sessions.has(account)) return
    await page.context().clearCookies()
    await page.goto('/sign-in')
  }
  await page.getByLabel('用户名').fill(who.username)
  await page.getByLabel('密码').fill(who.password)
  await page.getByRole('button', { name: '登录' }).click()
  await signedIn(page)
  await page.goto('/plans')
  await expect(plans).toBeVisible()
  sessions.set(account, await page.context().cookies())
}

/** Opens the plan of the demo. */
export async function openDemo(page: Page): Promise<void> {
  await signIn(page, people.coordinator())
  await page.getByRole('row').filter({ hasText: '净原县土壤污染防治工作方案' }).getByRole('link').first().click()
  await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
}

/** A file as a browser hands it in. */
export type Handed = string | { name: string; mimeType: string; buffer: Buffer }

/** Hands a file in and waits for its review. */
export async function importFile(page: Page, file: Handed): Promise<void> {
  await page.goto('/plans')
  await page.getByRole('button', { name: '导入方案' }).first().click()
  await page.getByLabel('方案文件').setInputFiles(file)
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '核对导入' })).toBeVisible()
}

/** Adopts what is being reviewed as it is proposed. */
export async function adopt(page: Page): Promise<void> {
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await page.getByRole('dialog', { name: '采用方案' }).getByRole('button', { name: '采用', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '核对导入' })).toBeHidden({ timeout: 120_000 })
}

/** Takes back the import with which a plan in the register came. */
export async function takeBack(page: Page, title: RegExp): Promise<void> {
  await page.goto('/plans')
  await page.getByRole('row', { name: title }).first().getByRole('button', { name: '撤回' }).click()
  const dialog = page.getByRole('dialog', { name: '撤回导入' })
  await dialog.getByRole('button', { name: '撤回这次导入' }).click()
  // A plan of many tasks takes a while; the dialog says so until it is done.
  await expect(dialog).toBeHidden({ timeout: 120_000 })
  await expect(page.getByRole('row', { name: title })).toHaveCount(0)
}

/** The files that wait to be adopted, as whoever is signed in sees them. */
export async function waiting(page: Page): Promise<{ id: string; fileName: string }[]> {
  return (await page.request.get('/api/plan-drafts')).json()
}

/**
 * What every screen must pass: axe finds nothing serious, nothing is wider than an office screen.
 * With SHOTS=write its picture is kept in docs/shots.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  // What turns as long as something is on its way never comes to an end by itself.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  )
  // Only violations are counted, so only they need be written down; and no page here has frames, for which axe would
  // carry all it found to a second page. Both together were more than half of the work on a page of a whole plan.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), `axe on ${name}`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${name} is wider than the screen by`).toBe(0)
  if (process.env.SHOTS === 'write') await keep(page, name)
}

/** The browser's own PNG packs text better than what could be had besides; it stays small enough for a page of text. */
async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.mouse.move(0, 0)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(picture.length, `bytes of ${name}.png`).toBeLessThan(300_000)
  writeFileSync(resolve(SHOTS, `${name}.png`), picture)
}

/** An invented plan of two tasks, told apart from others by its place. */
export function inventedPlan(place: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = `${place}土壤污染防治工作方案

为护好${place}的土壤，制定本方案。

一、主要任务

（一）摸底

1.逐村走访菜园。由工作人员上门登记菜园位置和面积，2027年5月底前登记完毕。（县农业农村局牵头，县供销合作社参与，各乡镇人民政府落实）

2.清点闲置厂房。每年6月底前清点一遍，并公布结果。（县工业和信息化局牵头，县自然资源局参与）
`
  return { name: `${place}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}
