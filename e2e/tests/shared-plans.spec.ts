import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { need } from './needs'
import { adopt, expect, importFile, signIn, test } from './product'
import { startProduct, type Product } from './server'

const FOLDER = resolve(import.meta.dirname, '../../../shared/plans')
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : []

/** Where pictures of published plans are kept to be looked at; they hold texts of others and stay out of docs/shots. */
const PICTURES = process.env.SHARED_SHOTS

interface Span {
  start: number
  end: number
}

interface Found extends Span {
  text: string
  deadlines: (Span & { notation: string })[]
  targets: (Span & { indicator: string; value?: number | null; reference?: string | null })[]
}

interface Read {
  passages: (Span & { text: string })[]
  goals: Found[]
  tasks: (Found & { clauseStart?: number | null; clauseEnd?: number | null; actions: Found[] })[]
  obligations: Found[]
}

/** The words between two offsets of a file, which count code points. */
function words(path: string): (span: Span) => string {
  const points = Array.from(readFileSync(path, 'utf8').replace(/^\ufeff/, '').replaceAll('\r\n', '\n'))
  return ({ start, end }) => points.slice(start, end).join('')
}

const HAN_DIGITS = '〇一二三四五六七八九十'

/** What some words can mean as figures: digits in either width, alone or as so many 万, Han digits, 零增长 and 全覆盖. */
function figures(words: string): number[] {
  const half = words.replace(/[０-９．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/(?<=\d)[,，](?=\d{3})/g, '')
  return [
    ...[...half.matchAll(/\d+(?:\.\d+)?/g)].flatMap(([digits]) => [Number(digits), Number(digits) * 10_000]),
    ...[...half].map((letter) => HAN_DIGITS.indexOf(letter)).filter((value) => value >= 0),
    ...(/[零负不]/.test(half) ? [0] : []),
    ...(/[全均都]|所有/.test(half) ? [100] : []),
  ]
}

/** The years, months and days of a date or period, and of a year the number of the five-year plan that it ends. */
function calendarFigures(notation: string): number[] {
  const parts = (notation.match(/\d+/g) ?? []).map(Number)
  return [...parts, ...parts.filter((part) => part > 1950).map((year) => Math.ceil((year - 1950) / 5) % 10)]
}

/** Whether words can be read as a date: they name a figure of it, or a period such as 每季度 or 年度. */
function saysWhen(words: string, notation: string): boolean {
  if (notation.startsWith('R') || !/[\d０-９〇一二三四五六七八九十]/.test(words)) return /[年月日季周旬]|每|定期/.test(words)
  return calendarFigures(notation).some((figure) => figures(words).includes(figure))
}

/** Holds every offset of a plan against the file: between them stand the words that are returned. */
function compare(read: Read, of: (span: Span) => string): number {
  const found = [...read.goals, ...read.tasks, ...read.tasks.flatMap(({ actions }) => actions), ...read.obligations]
  for (const each of [...read.passages, ...found]) expect(each.text).toBe(of(each))
  const dates = found.flatMap(({ deadlines }) => deadlines)
  const targets = found.flatMap(({ targets: all }) => all)
  for (const date of dates) expect(saysWhen(of(date), date.notation), `${date.notation}: ${of(date)}`).toBe(true)
  for (const { value, reference, ...target } of targets) {
    if (value != null) expect(figures(of(target)), `${target.indicator}: ${of(target)}`).toContain(Math.abs(value))
    else if (reference) expect(of(target).replace(/\s/g, ''), target.indicator).toContain(reference.replace(/\s/g, ''))
  }
  for (const { clauseStart, clauseEnd } of read.tasks) {
    if (clauseStart != null && clauseEnd != null) expect(of({ start: clauseStart, end: clauseEnd }).trim()).not.toBe('')
  }
  return read.passages.length + found.length + dates.length + targets.length
}

/** Holds what the page shows against the file, passage by passage, and the marked dates of tasks word by word. */
async function compareShown(page: Page, read: Read, of: (span: Span) => string): Promise<void> {
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('[id^=passage-]')].map((passage) => {
      const copy = passage.cloneNode(true) as HTMLElement
      copy.querySelectorAll('.badge').forEach((badge) => badge.remove())
      return [passage.id, copy.textContent ?? ''] as const
    }),
  )
  expect(new Map(shown)).toEqual(new Map(read.passages.map((passage) => [`passage-${passage.start}`, of(passage)])))
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.text [data-mark*=-date-]')].map(({ dataset, textContent }) => [dataset.mark ?? '', textContent ?? ''] as const),
  )
  const dates = new Map(read.tasks.flatMap((task, at) => task.deadlines.map((date, index) => [`task-${at + 1}-date-${index}`, of(date)])))
  expect([...dates.keys()].filter((id) => !marks.some(([mark]) => mark === id))).toEqual([])
  for (const [mark, text] of marks) if (dates.has(mark)) expect(dates.get(mark), mark).toContain(text)
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })
}

async function registered(page: Page): Promise<{ id: string; title: string }[]> {
  return (await page.request.get('/api/plans')).json()
}

/** Everything that has a place in the text, without what is named anew when it is adopted. */
function places(read: Read | undefined): unknown {
  const place = ({ start, end }: Span) => [start, end]
  const dated = (each: Found) => [place(each), each.deadlines.map(place), each.targets.map(place)]
  return (
    read && [read.passages.map(place), read.goals.map(dated), read.tasks.map((task) => [dated(task), task.actions.map(dated)]), read.obligations.map(dated)]
  )
}

test.describe('published plans', () => {
  need('shared', FILES.length > 0, 'the folder ../shared with plans')
  let data: string
  let product: Product

  test.beforeAll(async () => {
    test.setTimeout(240_000)
    data = mkdtempSync(join(tmpdir(), 'jingtu-shared-'))
    product = await startProduct(data)
  })
  test.afterAll(async () => {
    await product.stop()
    rmSync(data, { recursive: true, force: true })
  })

  test('are imported through the browser and, after a restart, are there with every offset at its words', async ({ browser }) => {
    test.setTimeout(900_000)
    const drafts = new Map<string, Read[]>()
    const ids = new Map<string, string[]>()
    let page = await browser.newPage({ baseURL: product.told.address })
    await signIn(page, product.told)
    for (const name of FILES) {
      await test.step(`import ${name}`, async () => {
        const of = words(join(FOLDER, name))
        await importFile(page, join(FOLDER, name))
        await expect(page.getByRole('option').first()).toBeVisible()
        const draft = `/api/plan-drafts/${basename(new URL(page.url()).pathname)}`
        const { plans } = (await (await page.request.get(draft)).json()) as { plans: (Read & { entry: { title: string } })[] }
        drafts.set(name, plans)
        for (const [at, plan] of plans.entries()) {
          if (plans.length > 1) await page.locator('.plans button').nth(at).click()
          compare(plan, of)
          await expect(page.locator('.document [id^=passage-]')).toHaveCount(plan.passages.length)
          await compareShown(page, plan, of)
          await picture(page, `review-${basename(name, '.txt')}-${at + 1}`)
        }
        const before = new Set((await registered(page)).map((plan) => plan.id))
        await adopt(page)
        const added = (await registered(page)).filter((plan) => !before.has(plan.id))
        expect(added).toHaveLength(plans.length)
        ids.set(
          name,
          plans.map(({ entry }) => added.find((plan) => plan.title === entry.title)?.id ?? ''),
        )
      })
    }
    await page.close()

    await product.stop()
    product = await startProduct(data)
    page = await browser.newPage({ baseURL: product.told.address })
    await signIn(page, product.told)
    let compared = 0
    for (const name of FILES) {
      await test.step(`read ${name} again`, async () => {
        const of = words(join(FOLDER, name))
        for (const [at, id] of (ids.get(name) ?? []).entries()) {
          const plan = (await (await page.request.get(`/api/plans/${id}`)).json()) as Read
          compared += compare(plan, of)
          expect(places(plan)).toEqual(places(drafts.get(name)?.[at]))
          await page.goto(`/plans/${id}`)
          await expect(page.getByRole('article', { name: '正文' })).toBeVisible()
          await compareShown(page, plan, of)
          await picture(page, `plan-${basename(name, '.txt')}-${at + 1}`)
        }
      })
    }
    expect(compared).toBeGreaterThan(0)
    console.log(`${FILES.length} published files, ${[...ids.values()].flat().length} plans: ${compared} stretches of text compared`)
    await page.goto('/plans')
    await picture(page, 'plans')
    await page.close()
  })
})
