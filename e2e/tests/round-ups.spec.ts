import type { Page } from '@playwright/test'
import { expect, inspect, people, signIn, test } from './product'

const ROUND = '0b6f6f0a-0000-4000-8000-000000000001'
const FORESTRY = '0b6f6f0a-0000-4000-8000-000000000011'
const WATER = '0b6f6f0a-0000-4000-8000-000000000012'
const FINANCE = '0b6f6f0a-0000-4000-8000-000000000013'

function counts(lines: number, told: object) {
  return { lines, open: 0, reported: 0, returned: 0, accepted: 0, missing: 0, late: 0, ...told }
}

function said(state: string, progress: string, told: object = {}) {
  return { state, progress, completion: '', problems: '', nextSteps: '', reason: '', proof: '', files: [], ...told }
}

function line(number: number, sentence: string, told: object = {}) {
  return {
    id: `0b6f6f0a-0000-4000-8000-0000000001${number}`,
    version: 1,
    status: 'OPEN',
    organisation: FORESTRY,
    organisationName: '净原县林业局',
    duty: `0b6f6f0a-0000-4000-8000-0000000002${number}`,
    plan: '0b6f6f0a-0000-4000-8000-000000000003',
    task: 3,
    heading: '三、主要任务 / （二）农用地 / 7.林地土壤',
    sentence,
    due: null,
    said: null,
    before: null,
    channel: null,
    toldBy: '',
    missing: false,
    late: false,
    reopened: 0,
    returnedReason: '',
    changedBy: 'system',
    changedAt: '2026-11-25T00:05:00Z',
    owed: false,
    ...told,
  }
}

const LINES = [
  line(10, '对林地食用产品产地开展土壤调查，登记三类以上产品的产地位置和面积。', {
    due: '2026-12-31',
    before: said('GOING_ON', '已完成前两个乡镇的外业，共布点三十六个。'),
  }),
  line(11, '每季度对退化林地巡查一次，发现倾倒废渣的及时移交。', {
    status: 'REPORTED',
    said: said('STEADY', '本月巡查四次，没有发现新的倾倒点。', { nextSteps: '下月与乡镇联合巡查。', proof: '巡查记录四份' }),
    before: said('STEADY', '本月巡查三次，移交线索一条。'),
    channel: 'ON_BEHALF',
    toldBy: '林业局值班室，11月27日电话',
  }),
  line(12, '在砚坪堆场外围补种乔木三百株。', {
    status: 'RETURNED',
    said: said('BEHIND', '已整地两亩，树苗没有到。', { completion: '整地完成四成', problems: '树苗没有到货', reason: '供货方延期' }),
    channel: 'FORM',
    returnedReason: '请写明树苗到货的日期',
  }),
  line(13, '建立林地土壤监测点台账。', {
    heading: '五、保障措施',
    task: null,
    status: 'ACCEPTED',
    said: said('DONE', '台账已建，共十二个监测点。', { completion: '全部完成', proof: '监测点台账' }),
    channel: 'SHEET',
    reopened: 1,
  }),
]

const ORGANISATIONS = [
  { id: FINANCE, name: '净原县财政局', counts: counts(2, { accepted: 2 }) },
  { id: FORESTRY, name: '净原县林业局', counts: counts(4, { open: 1, reported: 1, returned: 1, accepted: 1 }) },
  { id: WATER, name: '净原县水利局', counts: counts(3, { open: 3 }) },
]

/** A round-up opens on its day of the month, so that the demo has one on some days only: this one is told on every day. */
async function pretend(page: Page): Promise<void> {
  const round = {
    id: ROUND,
    region: '990001',
    months: 1,
    year: 2026,
    number: 11,
    first: '2026-11-01',
    last: '2026-11-30',
    opened: '2026-11-25',
    due: '2026-12-07',
    closed: null,
    kept: true,
    counts: counts(9, { open: 4, reported: 1, returned: 1, accepted: 3 }),
  }
  await page.route(`**/api/round-ups/${ROUND}`, (route) => route.fulfill({ json: { round, organisations: ORGANISATIONS } }))
  await page.route(`**/api/round-ups/${ROUND}/lines**`, (route) => route.fulfill({ json: { lines: LINES } }))
}

test('round-ups are listed, or it is said when one opens; the calendar is changed and changed back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '调度' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '调度' })).toBeVisible()
  await expect(page.getByRole('table', { name: '各期调度' }).or(page.getByText('还没有开始过调度'))).toBeVisible()
  const halfYears = page.getByRole('row', { name: '每半年' })
  await expect(halfYears).toContainText('期末当月20日')
  await inspect(page, 'round-ups')

  for (const day of ['21', '20']) {
    await page.getByRole('button', { name: '更改：每半年' }).click()
    const dialog = page.getByRole('dialog', { name: '调度日历：每半年' })
    await dialog.getByLabel('开始日').fill('32')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByText('请填1至31的整数')).toBeVisible()
    await dialog.getByLabel('开始日').fill(day)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(halfYears).toContainText(`期末当月${day}日`)
    await expect(dialog).toHaveCount(0)
  }
})

test('a round-up leads from who has not reported to a sheet, which is filled from the keyboard', async ({ page }) => {
  await signIn(page, people.coordinator())
  await pretend(page)
  await page.goto(`/round-ups/${ROUND}`)
  await expect(page.getByRole('heading', { level: 1, name: '2026年11月调度' })).toBeVisible()
  const organisations = page.getByRole('table', { name: '报送单位' })
  await expect(organisations.locator('tbody a[lang]')).toHaveText(['净原县水利局', '净原县林业局', '净原县财政局'])
  await inspect(page, 'round-up')

  await organisations.getByRole('link', { name: '净原县林业局', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '净原县林业局' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`organisation=${FORESTRY}$`))
  await page.getByRole('checkbox', { name: '选择：每季度' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: '审核通过 1 项' })).toBeVisible()
  await inspect(page, 'round-up-sheet')

  await page.getByRole('button', { name: '代录：对林地' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '代录进展' })
  await dialog.getByRole('button', { name: '沿用上期' }).click()
  await expect(dialog.getByLabel('进展')).toHaveValue('已完成前两个乡镇的外业，共布点三十六个。')
  await dialog.getByRole('radio', { name: '滞后' }).check()
  await page.keyboard.press('Control+s')
  await expect(dialog.getByText('滞后、不涉及的须写明原因')).toBeVisible()
  await expect(dialog.getByText('请写明由谁、怎样告知')).toBeVisible()
  await inspect(page, 'round-up-report')
})

test('the round-up of the demo is told on behalf, accepted, opened again, asked for, and its table comes back', async ({ page }) => {
  await signIn(page, people.coordinator())
  await page.goto('/round-ups')
  await page.getByRole('table', { name: '各期调度' }).getByRole('link').first().click()
  const organisations = page.getByRole('table', { name: '报送单位' })
  await organisations.locator('tbody a[lang]').first().click()
  await expect(page).toHaveURL(/organisation=/)

  await page.getByRole('button', { name: /^代录：/ }).first().click()
  const dialog = page.getByRole('dialog', { name: '代录进展' })
  await dialog.getByRole('radio', { name: '推进中' }).check()
  await dialog.getByLabel('进展', { exact: true }).fill('已走访三个村。')
  await dialog.getByLabel('由谁、怎样告知').fill('联络员来电')
  await page.keyboard.press('Control+s')
  await expect(dialog).toHaveCount(0)
  const row = page.getByRole('row').filter({ hasText: '已走访三个村。' })
  await expect(row).toContainText('待审核')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '审核通过 1 项' }).click()
  await expect(row).toContainText('已通过')

  const address = new URL(page.url())
  const sheet = await page.request.get(`/api${address.pathname}/sheet.xlsx${address.search}`)
  await page.getByRole('button', { name: '导入交回的表' }).click()
  const sheets = page.getByRole('dialog', { name: '导入交回的表' })
  await sheets.locator('input[type=file]').setInputFiles({ name: '交回.xlsx', mimeType: 'application/octet-stream', buffer: await sheet.body() })
  await expect(sheets.getByRole('heading', { name: '交回.xlsx' })).toBeVisible()
  await expect(sheets.getByRole('button', { name: '没有可导入的' })).toBeDisabled()
  await sheets.getByRole('button', { name: '取消' }).click()

  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '重新开放 1 项' }).click()
  const reason = page.getByRole('dialog', { name: /重新开放/ })
  await reason.getByRole('textbox').fill('数字待核')
  await page.keyboard.press('Control+s')
  await expect(row).toContainText('重新开放 1 次')

  await page.getByRole('link', { name: '全部单位' }).click()
  await page.getByRole('button', { name: '催报' }).click()
  const chase = page.getByRole('dialog', { name: '催报' })
  await expect(chase.getByText('以下单位尚未报全')).toBeVisible()
  await chase.getByRole('checkbox').first().check()
  await inspect(page, 'round-up-chase')
  await chase.getByRole('button', { name: '记下（1 个单位）' }).click()
  await expect(chase.getByText('已记下 1 个单位。')).toBeVisible()
})
