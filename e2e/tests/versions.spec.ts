import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { adopt, expect, inspect, inventedPlan, importFile, people, signIn, takeBack, test } from './product'

const REVISION = resolve(import.meta.dirname, '../../server/src/test/resources/plan/revision')
const TITLE = '净原县土壤污染防治工作方案'

const KINDS: Record<string, string> = { CHANGED: '修改', MOVED: '移动', SPLIT: '拆分', MERGED: '合并', REGROUPED: '重组', ADDED: '新增', REMOVED: '删除' }
const SUBJECTS: Record<string, string> = { HEAD: '文首', HEADING: '标题', GOAL: '目标', TASK: '任务', OBLIGATION: '其他责任', TEXT: '其他文字' }
const FIELDS: Record<string, string> = {
  NUMBER: '文号',
  DATE: '成文日期',
  LEAD: '牵头',
  PARTICIPANTS: '参与',
  IMPLEMENTERS: '落实',
  OPEN: '未列尽',
  DEADLINES: '时限',
  TARGETS: '目标值',
  ACTORS: '责任主体',
}

/** The list of the planted changes, in the words of the screen. */
function planted(): string[] {
  return readFileSync(resolve(REVISION, 'county-plan-changes.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line
        .replace(/^(\d+) ([A-Z]+) ([A-Z]+) /, (_, number: string, kind: string, subject: string) => `${number} ${KINDS[kind]}${SUBJECTS[subject]} `)
        .replace(/^ {2}([A-Z]+): /, (_, field: string) => `  ${FIELDS[field]}: `),
    )
}

/** The comparison on the screen, written down as a person would. */
async function shown(page: Page): Promise<string[]> {
  return page.locator('article.change').evaluateAll((articles) =>
    articles.flatMap((article) => {
      const text = (selector: string) => [...article.querySelectorAll<HTMLElement>(selector)].map((each) => each.textContent?.trim() ?? '')
      const [number = ''] = text('header .number')
      const [what = ''] = text('header strong')
      const same = text('p.places')
      const both = text('div.places p')
      const of = (mark: string) => both.filter((place) => place.startsWith(mark)).map((place) => place.slice(mark.length).trim()).join(' + ')
      const [before, after] = [of('原'), of('现')]
      const place = same.length > 0 ? same.join(' + ') : before === '' || after === '' ? before + after : `${before} => ${after}`
      const sentences = [...article.querySelectorAll<HTMLElement>('.sentence')].map((sentence) => {
        const mark = sentence.querySelector('.mark')?.textContent ?? ''
        let words = ''
        let open = ''
        for (const node of [...sentence.childNodes].slice(1)) {
          const said = node.nodeType === Node.COMMENT_NODE ? '' : (node.textContent ?? '').trim()
          const name = node.nodeName
          if (mark !== '改' || (name !== 'DEL' && name !== 'INS')) {
            if (open !== '' && said !== '') {
              words += `${open}|]`
              open = ''
            }
            words += said
          } else if (name === 'DEL') open = `[${said}`
          else {
            words += `${open === '' ? '[' : open}|${said}]`
            open = ''
          }
        }
        const sign = { 改: '~', 句序移动: '^', 增: '+', 删: '-' }[mark] ?? '?'
        return `  ${sign} ${words}`
      })
      const names = text('dt')
      const was = text('.was')
      const is = text('.is')
      const word = (words: string | undefined) => (words === '（无）' ? '-' : (words ?? ''))
      const fields = names.map((name, index) => `  ${name}: ${word(was[index])} => ${word(is[index])}`)
      return [`${number} ${what.replace(/^\S+ /, '')} ${place}`, ...sentences, ...fields]
    }),
  )
}

/** Opens the demo's plan and hands its revision in. */
async function handInRevision(page: Page): Promise<void> {
  await signIn(page, people.coordinator())
  await page.getByRole('row').filter({ hasText: TITLE }).getByRole('link').first().click()
  await page.getByRole('button', { name: '导入修订稿' }).click()
  await expect(page.getByRole('dialog', { name: new RegExp(`导入《${TITLE}.*》的修订稿`) })).toBeVisible()
  await page.getByLabel('方案文件').setInputFiles(resolve(REVISION, 'county-plan-revised.txt'))
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '核对导入' })).toBeVisible()
}

async function openVersions(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: '版本' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '版本' })).toBeVisible()
}

function versionRow(page: Page, number: number) {
  return page.getByRole('region', { name: '版本', exact: true }).getByRole('row', { name: new RegExp(`第${number}版`) })
}

/** Takes the plan that is shown back with its import. */
async function takeThisBack(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '方案的各种看法' }).getByRole('link', { name: '正文' }).click()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('dialog', { name: '撤回导入' }).getByRole('button', { name: '撤回这次导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '方案' })).toBeVisible()
}

test('a revision is handed in, compared, adopted in place of the plan, and taken back', async ({ page }) => {
  // Seven screens are inspected on the way, and forty changes read off them.
  test.setTimeout(240_000)
  await handInRevision(page)

  await test.step('the review shows just the planted changes before it is adopted', async () => {
    await page.getByRole('button', { name: '与原方案对照' }).click()
    await expect(page.locator('article.change')).toHaveCount(20)
    expect(await shown(page)).toEqual(planted())
    await inspect(page, 'revision-review')
    await adopt(page)
  })

  await test.step('the page of versions shows them as well', async () => {
    await openVersions(page)
    await expect(page.locator('article.change')).toHaveCount(20)
    expect(await shown(page)).toEqual(planted())
    await expect(versionRow(page, 2)).toContainText('2027-01-15')
    await inspect(page, 'versions')
    await page.getByText('仅序号变化（4）').click()
    await expect(page.getByText('3.修复废弃矿山 → 2.修复废弃矿山')).toBeVisible()
  })

  await test.step('what is in force on a day follows from the days of the versions', async () => {
    await page.getByLabel('在某日有效的版本').fill('2027-01-14')
    await page.getByLabel('在某日有效的版本').dispatchEvent('change')
    await expect(page.getByText('2027-01-14 有效的是第1版。')).toBeVisible()
    await page.getByLabel('在某日有效的版本').fill('2027-01-15')
    await page.getByLabel('在某日有效的版本').dispatchEvent('change')
    await expect(page.getByText('2027-01-15 有效的是第2版。')).toBeVisible()
    await expect(versionRow(page, 1)).toContainText('已修订')
    await expect(versionRow(page, 2)).toContainText('生效中')
  })

  await test.step('changes are narrowed by kind and walked through by keyboard', async () => {
    await page.getByRole('button', { name: /删除 2/ }).click()
    await expect(page.locator('article.change')).toHaveCount(2)
    await page.getByRole('group', { name: '差别（2）' }).focus()
    await page.keyboard.press('n')
    await expect(page.locator('article.change').first()).toBeFocused()
    await page.keyboard.press('n')
    await expect(page.locator('article.change').nth(1)).toBeFocused()
    await page.keyboard.press('p')
    await expect(page.getByText('第 1 处，共 2 处')).toBeVisible()
    await page.getByRole('button', { name: '全部 20' }).click()
    await page.getByRole('button', { name: '并排' }).click()
    await expect(page.locator('article.change .sides').first()).toBeVisible()
    await inspect(page, 'versions-sides')
  })

  await test.step('they are taken along as a workbook', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 .xlsx' }).click()
    expect((await download).suggestedFilename()).toContain(TITLE)
  })

  await test.step('a person corrects which task was which', async () => {
    const added = page.locator('article.change').filter({ hasText: '新增任务' })
    await added.getByRole('button', { name: '改正对应' }).click()
    const dialog = page.getByRole('dialog', { name: '改正任务的对应' })
    await expect(dialog.getByLabel('现版本的任务').locator('option:checked')).toContainText('储备应急物资')
    const older = await dialog.getByLabel('原版本的任务').locator('option').filter({ hasText: '保障灌溉水质' }).getAttribute('value')
    await dialog.getByLabel('原版本的任务').selectOption(older)
    await inspect(page, 'versions-pair')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.locator('article.change').filter({ hasText: '人工对应' })).toHaveCount(1)
    await expect(page.locator('article.change').filter({ hasText: '新增任务' })).toHaveCount(0)
  })

  await test.step('taking the revision back leaves the plan as it was', async () => {
    await takeThisBack(page)
    const row = page.getByRole('row').filter({ hasText: '净政发〔2026〕5号' })
    await expect(row).toHaveCount(1)
    await row.getByRole('link').first().click()
    await openVersions(page)
    await expect(page.getByText('只有一个版本')).toBeVisible()
  })
})

test('a plan is declared the revision of another, withdrawn and archived, and each is taken back', async ({ page }) => {
  await signIn(page, people.coordinator())
  for (const place of ['柳溪', '柳溪新']) {
    await importFile(page, inventedPlan(place))
    await adopt(page)
  }
  await openVersions(page)

  await test.step('declared afterwards', async () => {
    await page.getByRole('button', { name: '声明为另一方案的修订' }).click()
    const dialog = page.getByRole('dialog', { name: '声明为另一方案的修订' })
    await dialog.getByRole('button', { name: '声明', exact: true }).click()
    await expect(dialog.getByText('请选择原方案。')).toBeVisible()
    await expect(dialog.getByText('请填写生效日期。')).toBeVisible()
    await inspect(page, 'versions-declare')
    const older = await dialog.getByLabel('原方案').locator('option').filter({ hasText: '柳溪土壤' }).getAttribute('value')
    await dialog.getByLabel('原方案').selectOption(older)
    await dialog.getByLabel('生效日期').fill('2026-05-01')
    await dialog.getByRole('button', { name: '声明', exact: true }).click()
    await expect(versionRow(page, 2)).toContainText('生效中')
    await expect(versionRow(page, 1)).toContainText('已修订')
    await expect(page.locator('article.change').first()).toBeVisible()
  })

  await test.step('the register leaves what was revised out until it is asked for', async () => {
    const register = await page.context().newPage()
    await register.goto('/plans')
    const older = register.getByRole('row', { name: /柳溪土壤/ })
    await expect(register.getByRole('row', { name: /柳溪新土壤/ })).toHaveCount(1)
    await expect(older).toHaveCount(0)
    await register.getByLabel(/含已归档/).check()
    await expect(register).toHaveURL(/archived=1/)
    await expect(older).toHaveCount(1)
    await inspect(register, 'plans-archived')
    await register.close()
  })

  await test.step('withdrawn, with the document that says so', async () => {
    await versionRow(page, 2).getByRole('button', { name: '废止' }).click()
    const dialog = page.getByRole('dialog', { name: '废止方案' })
    await dialog.getByLabel('废止日期').fill('2026-06-01')
    await dialog.getByLabel('依据文件').fill('净政发〔2026〕9号')
    await inspect(page, 'versions-withdraw')
    await dialog.getByRole('button', { name: '废止', exact: true }).click()
    await expect(versionRow(page, 2)).toContainText('已废止 自 2026-06-01 起，依据 净政发〔2026〕9号')
    await versionRow(page, 2).getByRole('button', { name: '撤销废止' }).click()
    await page.getByRole('dialog', { name: '撤销废止' }).getByRole('button', { name: '确定' }).click()
    await expect(versionRow(page, 2)).toContainText('生效中')
  })

  await test.step('archived, and of two people the second is told', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await versionRow(other, 2).getByRole('button', { name: '归档' }).click()
    await other.getByRole('dialog', { name: '方案归档' }).getByRole('button', { name: '确定' }).click()
    await expect(versionRow(other, 2)).toContainText('已归档')
    await other.close()
    await versionRow(page, 2).getByRole('button', { name: '归档' }).click()
    await page.getByRole('dialog', { name: '方案归档' }).getByRole('button', { name: '确定' }).click()
    await expect(page.getByRole('dialog', { name: '方案归档' })).toContainText('已被他人更改')
    await page.getByRole('dialog', { name: '方案归档' }).getByRole('button', { name: '取消' }).click()
    await page.reload()
    await versionRow(page, 2).getByRole('button', { name: '取消归档' }).click()
    await page.getByRole('dialog', { name: '取消归档' }).getByRole('button', { name: '确定' }).click()
    await expect(versionRow(page, 2)).toContainText('生效中')
  })

  await test.step('the revision is taken back, and both plans stand alone', async () => {
    await versionRow(page, 2).getByRole('button', { name: '解除修订关系' }).click()
    await page.getByRole('dialog', { name: '解除修订关系' }).getByRole('button', { name: '确定' }).click()
    await expect(page.getByText('只有一个版本')).toBeVisible()
    await takeBack(page, /柳溪新土壤/)
    await takeBack(page, /柳溪土壤/)
  })
})
