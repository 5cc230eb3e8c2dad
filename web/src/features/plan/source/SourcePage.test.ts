import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { held, open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Duty } from './duties'
import SourcePage from './SourcePage.vue'

const duty = (start: number, sentence: string, taken = false): Duty => ({
  start,
  end: start + sentence.length,
  sentence,
  heading: '',
  organisations: [{ organisation: '县水利局', role: 'LEAD' }],
  deadline: '',
  targets: '',
  taken,
})
const item = { id: 'i1', version: 1, code: 'T-1', sentence: '清河道', organisation: '县水利局', work: '', standard: '', deadline: '', person: '' }
const source = { id: 's1', code: 'T', kind: 'NOTICE', title: '通知', number: '', issuer: '', text: '清河道查堆场', version: 1, changedBy: 'xie', changedAt: '2026-09-10T01:00:00Z' }
const told = (duties: Duty[]) => ({ body: { source, duties, items: [item] } })

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/work-sources/s1', told([duty(0, '清河道'), duty(3, '查堆场')]))
    .on('POST /api/work-sources/s1/changes', { body: [item] })
  server.install()
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  ;({ page } = await open('/work-sources/:id', SourcePage, '/work-sources/s1'))
}

async function press(name: string): Promise<void> {
  await page.findAll('button').find((button) => [button.text(), button.attributes('aria-label')].includes(name))?.trigger('click')
  await flushPromises()
}

const draftFields = () => page.findAll('fieldset.duty').map((draft) => draft.findAll('input'))

it('keeps what was corrected in the duties when a taken item is removed, and takes what is chosen then', async () => {
  await show()
  await draftFields()[0]?.[0]?.setValue(false)
  await draftFields()[1]?.[1]?.setValue('石漪镇')
  await press('删除 T-1')
  server.on('GET /api/work-sources/s1', told([duty(0, '清河道'), duty(3, '查堆场', true)]))
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/work-sources/s1/changes').at(-1)?.body).toMatchObject({ changes: [{ kind: 'ADD', cells: { SENTENCE: '查堆场', ORGANISATION: '石漪镇' } }] })
  expect(draftFields().map(([wanted]) => wanted?.element.checked)).toEqual([false, false])
})

it('adds an item once, however often it is sent', async () => {
  await show()
  await press('添加一项')
  const coming = held({ body: [item] })
  server.on('POST /api/work-sources/s1/changes', coming.answer)
  const form = new DOMWrapper(document.body).get('[role=dialog] form')
  await form.trigger('submit')
  await form.trigger('submit')
  await coming.letGo()
  expect(server.asked('POST /api/work-sources/s1/changes')).toHaveLength(1)
  expect(document.querySelector('[role=dialog] form')).toBeNull()
})
