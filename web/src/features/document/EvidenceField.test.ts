import { DOMWrapper, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseLanguage } from '@/shared/i18n'
import EvidenceField from './EvidenceField.vue'
import { madeEvidence } from './fixtures'
import PreviewDialog from './PreviewDialog.vue'
import { slidesOf } from './evidence'

const PIECES = [madeEvidence('a', 'plan.pdf', { versions: 2, pages: 2 }), { ...madeEvidence('b', 'old.jpg', { pages: 1 }), removal: { by: 'li', at: '2026-03-19T00:00:00Z', reason: 'wrong one' } }]

beforeEach(() => {
  chooseLanguage('en')
  vi.stubGlobal('fetch', async () => Response.json(PIECES))
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function field(props: object) {
  const page = mount(EvidenceField, { props: { modelValue: ['a', 'b'], ...props }, attachTo: document.body })
  await flushPromises()
  return page
}

it('offers to replace and remove what is there, and to restore what is not, with the reason', async () => {
  const page = await field({})
  const rows = page.findAll('tbody tr')
  expect(rows[0]?.text()).toContain('Replace')
  expect(rows[0]?.text()).toContain('Remove')
  expect(rows[0]?.text()).toContain('old-1-plan.pdf')
  expect(rows[1]?.text()).toContain('removed by li')
  expect(rows[1]?.text()).toContain('wrong one')
  expect(rows[1]?.text()).toContain('Restore')
  expect(rows[1]?.text()).not.toContain('Replace')
})

it('shows what is there and what was taken out, without controls, where it is to be read', async () => {
  const page = await field({ readonly: true })
  expect(page.findAll('tbody tr')).toHaveLength(2)
  expect(page.findAll('tbody tr')[1]?.text()).toContain('removed by li')
  expect(page.text()).not.toContain('Restore')
  expect(page.find('input[type=file]').exists()).toBe(false)
  expect(page.text()).not.toContain('Replace')
  expect(page.text()).toContain('Download')
})

it('says what holds a settled file, and takes it off here only', async () => {
  const by = { place: '逐个登记堆场', problem: 'The report was accepted.', remedy: 'Open it again.' }
  vi.stubGlobal('fetch', async () => Response.json([{ ...madeEvidence('a', 'plan.pdf'), held: [by] }]))
  const page = await field({ modelValue: ['a'] })
  const row = page.get('tbody tr')
  for (const words of [by.place, by.problem, by.remedy]) expect(row.text()).toContain(words)
  expect(row.text()).not.toContain('Replace')
  expect(row.text()).not.toContain('Remove')
  const press = (label: string) => page.findAll('button').find((each) => each.text() === label)?.trigger('click')
  await press('Take off here')
  expect(page.emitted('update:modelValue')).toEqual([[[]]])
  await page.setProps({ modelValue: [] })
  expect(page.get('[role=status]').text()).toContain('plan.pdf')
  await press('Put back')
  expect(page.emitted('update:modelValue')?.at(-1)).toEqual([['a']])
})

it('says in words why a file that was settled meanwhile cannot be taken out', async () => {
  const page = await field({})
  await page.findAll('tbody tr')[0]?.findAll('button').find((each) => each.text() === 'Remove')?.trigger('click')
  await flushPromises()
  const body = new DOMWrapper(document.body)
  await body.get('form input.plain').setValue('wrong')
  const finding = { place: '逐个登记堆场', problem: 'The report was accepted.', remedy: 'Open it again.' }
  const refusal = { type: '/problems/held', title: 'The evidence is settled', status: 409, findings: [finding] }
  vi.stubGlobal('fetch', async () =>
    Response.json(refusal, { status: 409, headers: { 'Content-Type': 'application/problem+json' } }),
  )
  await body.get('form').trigger('submit')
  await flushPromises()
  for (const words of [refusal.title, finding.problem, finding.remedy]) expect(body.text()).toContain(words)
})

it('takes dropped files, and none where it is only read', async () => {
  const sent: string[] = []
  vi.stubGlobal('XMLHttpRequest', class {
    upload = {}
    open(): void {}
    setRequestHeader(): void {}
    send(form: FormData): void {
      sent.push((form.get('file') as File).name)
    }
  })
  document.cookie = 'XSRF-TOKEN=t'
  const page = await field({})
  const typed = vi.fn()
  page.element.parentElement?.addEventListener('input', typed)
  await page.get('.drop').trigger('drop', { dataTransfer: { files: [new File(['x'], 'photo.jpg')] } })
  await flushPromises()
  expect(sent).toEqual(['photo.jpg'])
  expect(typed).toHaveBeenCalledOnce()
  expect(page.emitted('busy')).toEqual([[true]])
  expect(page.text()).toContain('photo.jpg')
})

it('does not take out what others know of without a reason', async () => {
  const page = await field({})
  const button = page.findAll('tbody tr')[0]?.findAll('button').find((each) => each.text() === 'Remove')
  await button?.trigger('click')
  await flushPromises()
  const body = new DOMWrapper(document.body)
  await body.get('form').trigger('submit')
  expect(body.text()).toContain('Say why.')
})

it('turns pages with the arrow keys, from the first to the last and no further', async () => {
  const slides = slidesOf([madeEvidence('a', 'plan.pdf', { pages: 2 }), madeEvidence('b', 'photo.jpg', { pages: 1 })])
  mount(PreviewDialog, { props: { slides, start: 1 }, attachTo: document.body })
  await flushPromises()
  const body = new DOMWrapper(document.body)
  const seen: (string | undefined)[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
    await body.trigger('keydown', { key })
    seen.push(body.get('img').attributes('src'))
  }
  expect(seen).toEqual([slides[2], slides[2], slides[1], slides[0], slides[0]].map((slide) => slide?.address))
})

it('says that a page cannot be drawn', async () => {
  mount(PreviewDialog, { props: { slides: slidesOf([madeEvidence('a', 'plan.pdf', { pages: 1 })]), start: 0 }, attachTo: document.body })
  await flushPromises()
  const body = new DOMWrapper(document.body)
  await body.get('img').trigger('error')
  expect(body.text()).toContain('This page cannot be drawn')
})
