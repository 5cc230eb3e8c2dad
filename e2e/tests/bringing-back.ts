import type { Page } from '@playwright/test'
import { Corrector, PARTIES, planOf, type Task } from './correcting'
import { missingDates, missingTargets, shared, surplusDates, surplusTargets, wrongFields, type GoldTask } from './gold'
import { expect } from './product'

/** The names of the lists of words, as the screen has them. */
export const LABELS = { lead: '牵头', responsible: '责任', participants: '参与', implementers: '落实', path: '所在标题' } as const

/** A date as a plan would write it, so that the field has something to understand. */
function typed(notation: string): string {
  const [year = '', month = '', day = ''] = notation.split('-')
  const ends = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() === Number(day)
  if (/^\d{4}-12-31$/.test(notation)) return `${year}年底前`
  if (/^\d{4}-\d\d-\d\d$/.test(notation)) return ends ? `${year}年${Number(month)}月底前` : `${year}年${Number(month)}月${Number(day)}日前`
  return { 'R/P1Y': '每年', 'R/P5Y': '每5年', '2019-01-01/..': '2019年起' }[notation] ?? notation
}

/** Brings the tasks themselves back: their order, those in two pieces, those run together, those missing. */
export async function bringBackTasks(screen: Corrector, plan: string, gold: readonly GoldTask[]): Promise<void> {
  const { page } = screen
  for (;;) {
    const { tasks, passages } = await planOf(page, plan)
    const misplaced = tasks.findIndex((task, at) => at > 0 && task.start < (tasks[at - 1]?.start ?? 0))
    if (misplaced >= 0) {
      await screen.show('任务', misplaced + 1)
      await done(screen, plan, '上移')
      continue
    }
    const own = (task: Task | undefined) => gold.filter((wanted) => task && shared(wanted, task) > (wanted.end - wanted.start) / 2)
    const pieces = tasks.findIndex((task, at) => gold.some((wanted) => [task, tasks[at + 1]].every((piece) => piece && shared(wanted, piece) > (wanted.end - wanted.start) / 5)))
    if (pieces >= 0) {
      await screen.show('任务', pieces + 1)
      await done(screen, plan, '与下一条合并')
      continue
    }
    const joined = tasks.findIndex((task) => own(task).length > 1)
    if (joined >= 0) {
      const second = own(tasks[joined])[1]
      await screen.show('任务', joined + 1)
      await screen.select({ start: second?.start ?? 0, end: (second?.start ?? 0) + 4 })
      await done(screen, plan, '在此处拆分')
      continue
    }
    const missing = gold.find((wanted) => !tasks.some((task) => shared(wanted, task) > 0))
    if (missing === undefined) return
    expect(passages.some(({ start, end }) => start <= missing.start && missing.start < end)).toBe(true)
    await screen.select(missing)
    await done(screen, plan, '标为任务')
  }
}

/** Presses a button of the screen and waits until the plan has another change. */
export async function done(screen: Corrector, plan: string, button: string): Promise<void> {
  const count = await changesOf(screen.page, plan)
  await screen.button(button).click()
  await expect.poll(() => changesOf(screen.page, plan)).toBe(count + 1)
  await screen.settled()
}

/** The corrections of a plan, as the server tells of them. */
export async function historyOf(page: Page, plan: string): Promise<{ changes: unknown[]; nextUndo?: string | null }> {
  return (await page.request.get(`/api/plans/${plan}/changes`)).json()
}

async function changesOf(page: Page, plan: string): Promise<number> {
  return (await historyOf(page, plan)).changes.length
}

/** Brings the fields of one task back; answers how many were wrong. */
export async function bringBack(screen: Corrector, wanted: GoldTask, task: Task): Promise<number> {
  const fields = wrongFields(wanted, task)
  if (fields.length === 0) return 0
  await screen.show('任务', task.number)
  if (fields.includes('start') || fields.includes('end')) await screen.take(wanted, '正文')
  for (const party of PARTIES) if (fields.includes(party)) await screen.setNames(party, LABELS[party], wanted[party])
  if (fields.includes('implementersSource') || fields.includes('implementers')) {
    await screen.row('implementersSource').getByLabel('落实来自').selectOption((wanted.implementers_source ?? '').toUpperCase())
  }
  if (fields.includes('open')) await screen.row('implementersSource').getByRole('checkbox').setChecked(wanted.open)
  if (fields.includes('path')) await screen.setNames('path', LABELS.path, wanted.path)
  if (fields.includes('deadlines')) {
    for (const at of surplusDates(wanted, task).reverse()) await screen.removeDate(at + 1)
    for (const notation of missingDates(wanted, task)) await screen.addDate(typed(notation))
  }
  if (fields.includes('targets')) {
    for (const at of surplusTargets(wanted, task).reverse()) await screen.removeTarget(at + 1)
    for (const { indicator, comparator, value, unit, by, ref } of missingTargets(wanted, task)) {
      await screen.addTarget({ indicator, comparator, value, unit: unit ?? '', by: by ?? null, reference: ref ?? null })
    }
  }
  await screen.save()
  return fields.length
}
