import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { session } from '@/shared/session'
import type { Duty } from './api'
import { duty } from './fixtures'
import { faultOfPart, sentParts, blankPart } from './parts'
import PartsSection from './PartsSection.vue'

let server: PretendServer
let section: VueWrapper

const body = () => new DOMWrapper(document.body)
const handed = { parent: 'd0', by: '某县林业局', content: '栽三百株', person: '林某', acceptance: 'OFFERED' as const }
const part = (told: Partial<Duty> = {}) => duty('d1', { organisationId: 'o2', organisationName: '某镇人民政府', handed, mayAnswer: true, ...told })

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('OFFICER')
  server = new PretendServer()
    .on('GET /api/duties/d0/parts', { body: { parts: [{ duty: part(), last: { period: '2026年7月', state: 'GOING_ON', progress: '栽了百株', status: 'REPORTED' } }] } })
    .on('GET /api/duties/d1/parts', { body: { parts: [] } })
    .on('GET /api/organisations', { body: [] })
    .on('POST /api/duties/d0/parts', { status: 201, body: { parts: [{ duty: part() }] } })
    .on('POST /api/duties/d1/acceptance', { body: part() })
  server.install()
})

afterEach(() => {
  section.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(which: Duty): Promise<void> {
  section = mount(PartsSection, { props: { duty: which }, attachTo: document.body, global: { stubs: { RouterLink: true } } })
  await flushPromises()
}

async function press(text: string): Promise<void> {
  await body().findAll('button').find((each) => each.text() === text)?.trigger('click')
  await flushPromises()
}

it('lists what was handed down with how far it is', async () => {
  await show(duty('d0'))
  expect(section.text()).toContain('栽三百株')
  expect(section.text()).toContain('○ 待签收')
  expect(section.text()).toContain('2026年7月：推进中。栽了百株')
  await press('某镇人民政府')
  expect(section.emitted('open')).toEqual([['d1']])
})

it('hands down to a village by its name, and to nobody not at all', async () => {
  await show(duty('d0', { mayHand: true }))
  await press('分解下达')
  await press('下达')
  expect(body().text()).toContain('请选择单位或写名称')
  await body().get('input[name=name-1]').setValue(' 大槐村 ')
  await body().get('textarea[name=content-1]').setValue('登记五户')
  await press('下达')
  expect(server.asked('POST /api/duties/d0/parts')[0]?.body).toEqual({ parts: [{ name: '大槐村', content: '登记五户', person: '' }] })
  expect(section.emitted('changed')).toEqual([['已分解下达 1 份，待签收。']])
})

it('is accepted with one click by whose it is, and by others with who told it', async () => {
  await show(part())
  await press('代为签收')
  await press('签收')
  expect(body().text()).toContain('请写明')
  expect(server.asked('POST /api/duties/d1/acceptance')).toHaveLength(0)
  section.unmount()
  Object.assign(session.value?.account ?? {}, { organisationId: 'o2' })
  await show(part())
  await press('签收')
  expect(server.asked('POST /api/duties/d1/acceptance')[0]?.body).toEqual({ version: 1, accepted: true, why: '' })
})

it('sends a day only where one was typed, and an organisation before a name', () => {
  expect(sentParts([{ organisation: 'o2', name: '忘了删', content: '', person: '', due: '2027-03-31' }])).toEqual([
    { organisation: 'o2', content: '', person: '', due: '2027-03-31' },
  ])
  expect(faultOfPart(blankPart())).toBe(true)
})
