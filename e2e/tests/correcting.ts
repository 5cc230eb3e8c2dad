import type { Locator, Page } from '@playwright/test'
import { expect } from './product'

export interface Span {
  start: number
  end: number
}

export interface Deadline extends Span {
  notation: string
  assumed: boolean
}

export interface Target extends Span {
  indicator: string
  comparator: string
  value?: number | null
  unit: string
  by?: string | null
  reference?: string | null
  implied: boolean
  aspirational: boolean
}

export const PARTIES = ['lead', 'responsible', 'participants', 'implementers'] as const
export type Party = (typeof PARTIES)[number]

/** A task as the server tells of it, as far as it is corrected here. */
export interface Task extends Span, Record<Party, string[]> {
  id: string
  text: string
  version: number
  number: number
  clauseStart?: number | null
  clauseEnd?: number | null
  path: string[]
  implementersSource?: string | null
  open: boolean
  deadlines: Deadline[]
  targets: Target[]
  actions: (Span & { id: string; text: string })[]
}

export interface PlanRead {
  title: string
  passages: (Span & { text: string })[]
  tasks: Task[]
  goals: (Span & { id: string; text: string })[]
  obligations: (Span & { id: string; text: string })[]
  findings: { id: number; settled?: unknown }[]
}

export async function planOf(page: Page, id: string): Promise<PlanRead> {
  return (await page.request.get(`/api/plans/${id}`)).json()
}

/** The plans of the register whose titles begin so. */
export async function planNamed(page: Page, title: string): Promise<string> {
  const plans = (await (await page.request.get('/api/plans')).json()) as { id: string; title: string }[]
  return plans.find((plan) => plan.title.startsWith(title))?.id ?? ''
}

/** What is sent to correct a task, with parts of it changed. */
export function contentOf(task: Task, part: Partial<Task> = {}): Record<string, unknown> {
  const all = { ...task, ...part }
  const { id: _id, version: _version, number: _number, text: _text, corrected: _corrected, ...content } = all as Task & { corrected?: unknown }
  const actions = content.actions.map(({ text: _words, ...action }) => action)
  return { ...content, events: [], actions }
}

export interface Change {
  kind: string
  entries: { kind: string; id?: string; version?: number; position?: number; after?: Record<string, unknown> }[]
}

/** Corrects without the screen; answers the status. */
export async function change(page: Page, plan: string, data: Change): Promise<number> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const answer = await page.request.post(`/api/plans/${plan}/changes`, { data, headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
  if (answer.status() !== 201) console.log(await answer.text())
  return answer.status()
}

/** Corrects through the screen what the page of a plan shows. */
export class Corrector {
  readonly editor: Locator

  constructor(readonly page: Page) {
    this.editor = page.getByRole('region', { name: '更正这一条' })
  }

  async open(plan: string): Promise<void> {
    await this.page.goto(`/plans/${plan}/correct`)
    await expect(this.page.getByRole('listbox', { name: '读出的内容' })).toBeVisible()
    await expect(this.editor.getByRole('heading')).toBeVisible()
  }

  group(name: '待确认' | '待补' | '任务' | '目标' | '其他责任'): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${name}（`) })
  }

  async show(kind: '任务' | '目标' | '其他责任', number: number): Promise<void> {
    await this.group(kind).getByRole('option').nth(number - 1).click()
    await expect(this.editor.getByRole('heading')).toContainText(`${kind} ${number}`)
  }

  row(field: string): Locator {
    return this.editor.locator(`[data-field=${field}]`)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** Selects words of the text, as a pointer drawn over them would. */
  async select({ start, end }: Span): Promise<void> {
    await this.page.evaluate(
      ([from, to]) => {
        const point = (place: number, atEnd: boolean): [Node, number] => {
          for (const passage of document.querySelectorAll<HTMLElement>('.document [id^=passage-]')) {
            let at = Number(passage.id.slice('passage-'.length))
            const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
            while (walker.nextNode()) {
              const node = walker.currentNode as Text
              if (node.parentElement?.closest('.badge')) continue
              const length = Array.from(node.data).length
              if (place >= at && (atEnd ? place <= at + length : place < at + length)) {
                return [node, Array.from(node.data).slice(0, place - at).join('').length]
              }
              at += length
            }
          }
          throw new Error(`no text at ${place}`)
        }
        document.getSelection()?.setBaseAndExtent(...point(from, false), ...point(to, true))
      },
      [start, end] as const,
    )
    await expect(this.page.getByText(/^已选 \d+ 字/)).toBeVisible()
  }

  async take(span: Span, field: string): Promise<void> {
    await this.select(span)
    await this.editor.getByRole('button', { name: `取选中文字为${field}`, exact: true }).click()
  }

  async values(field: string): Promise<string[]> {
    const fields = this.row(field).locator('li input')
    return (await fields.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).slice(0, -1)
  }

  /** Makes a list of names say so: what differs is taken away from the first difference on, and typed. */
  async setNames(field: Party | 'path', label: string, wanted: readonly string[]): Promise<void> {
    const now = await this.values(field)
    let same = 0
    while (same < now.length && now[same] === wanted[same]) same++
    for (let at = now.length; at > same; at--) await this.row(field).getByRole('button', { name: `去掉 ${label} ${at}`, exact: true }).click()
    const adding = this.row(field).getByLabel(`添加${label}`, { exact: true })
    const missing = wanted.slice(same)
    for (const words of field === 'path' ? missing : missing.length > 0 ? [missing.join('、')] : []) {
      await adding.fill(words)
      await adding.press('Enter')
    }
  }

  async addDate(typed: string): Promise<void> {
    const row = this.row('deadlines')
    await row.getByRole('button', { name: '添加时限' }).click()
    await row.getByLabel(/^时限 \d+$/).last().fill(typed)
  }

  async removeDate(number: number): Promise<void> {
    await this.row('deadlines').getByRole('button', { name: `去掉时限 ${number}`, exact: true }).click()
  }

  async removeTarget(number: number): Promise<void> {
    await this.row('targets').getByRole('button', { name: `去掉目标值 ${number}`, exact: true }).click()
  }

  async addTarget(target: Pick<Target, 'indicator' | 'comparator' | 'value' | 'unit' | 'by' | 'reference'>): Promise<void> {
    const row = this.row('targets')
    await row.getByRole('button', { name: '添加目标值' }).click()
    const fields = this.target()
    await fields.locator('[name=target-indicator]').fill(target.indicator)
    if (target.comparator !== '>=') await fields.locator('[name=target-comparator]').selectOption(target.comparator)
    if (target.value == null) {
      await fields.locator('[name=target-state]').selectOption('elsewhere')
      await fields.locator('[name=target-reference]').fill(target.reference ?? '')
    } else {
      await fields.locator('[name=target-value]').fill(String(target.value))
    }
    await fields.locator('[name=target-unit]').fill(target.unit)
    if (target.by) await fields.locator('[name=target-by]').selectOption(target.by)
  }

  /** The fields of the last target of an entry. */
  target(): Locator {
    return this.row('targets').getByRole('group', { name: /^目标值 \d+$/ }).last()
  }

  /** Waits until the page has the plan as it is after a change. */
  async settled(): Promise<void> {
    await expect(this.page.locator('.correct')).toHaveAttribute('aria-busy', 'false')
  }

  /** Saves with the keyboard and waits until that is done. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s')
    await expect(this.editor.locator('.status')).toContainText('已保存')
  }
}
