import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage, useMessages } from '@/shared/i18n'
import type { Duty, DueProposal } from './api'
import { duty } from './fixtures'
import { messages } from './messages'
import { eventsOf, lackingOf, ruleText } from './occurrences'
import OccurrencesSection from './OccurrencesSection.vue'
import PartsSection from './PartsSection.vue'
import { partText } from './say'

const NOTICE = '接到书面通知后六个月内'
const DEMOLITION = '拆除活动前15个工作日'
const event = (words: string) => ({ notation: null, words, assumed: false })
const whole = (told: Partial<Duty> = {}) => duty('d0', { times: [event(NOTICE)], mayStart: true, ...told })
const started = (told: Partial<Duty> = {}) =>
  duty('d1', {
    handed: {
      parent: 'd0',
      by: '',
      content: `${NOTICE}：宏达厂（2026-12-03）`,
      person: '',
      due: '2027-06-03',
      acceptance: 'ACCEPTED',
      occurrence: { event: NOTICE, happening: '宏达厂', day: '2026-12-03' },
    },
    mayWithdraw: true,
    ...told,
  })
const proposal = (told: Partial<DueProposal> = {}): DueProposal => ({
  due: '2027-06-03',
  lengths: [{ count: 6, unit: 'MONTH', before: false }],
  planned: false,
  moved: false,
  unknownYears: [],
  ...told,
})

let server: PretendServer
let section: VueWrapper

const body = () => new DOMWrapper(document.body)
const value = (name: string) => (body().get(`[name=${name}]`).element as HTMLInputElement).value

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('OFFICER')
  server = new PretendServer()
    .on('GET /api/duties/d0/occurrences', { body: { events: [NOTICE], occurrences: [] } })
    .on('GET /api/duties/d0/occurrences/proposal', { body: proposal() })
    .on('POST /api/duties/d0/occurrences', { status: 201, body: started() })
    .on('GET /api/duties/d1/parts', { body: { parts: [] } })
    .on('GET /api/organisations', { body: [] })
    .on('POST /api/duties/d1/withdrawal', { body: started({ ended: 'WITHDRAWN' }) })
  server.install()
})

afterEach(() => {
  section?.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(which: Duty, component: typeof OccurrencesSection | typeof PartsSection = OccurrencesSection): Promise<void> {
  section = mount(component, { props: { duty: which }, attachTo: document.body, global: { stubs: { RouterLink: true } } })
  await flushPromises()
}

async function press(text: string): Promise<void> {
  await body().findAll('button').find((each) => each.text() === text)?.trigger('click')
  await flushPromises()
}

async function type(name: string, text: string): Promise<void> {
  await body().get(`[name=${name}]`).setValue(text)
  await flushPromises()
}

it('says that nothing has happened yet, and offers recording to those who may', async () => {
  await show(whole())
  expect(section.text()).toContain(NOTICE)
  expect(section.text()).toContain('还没有登记。事件发生')
  expect(section.text()).toContain('登记发生')
  section.unmount()
  await show(whole({ mayStart: false }))
  expect(section.text()).toContain('还没有登记。')
  expect(section.text()).not.toContain('登记发生')
})

it('lists what happened with its due day and its light, ended ones without', async () => {
  server.on('GET /api/duties/d0/occurrences', {
    body: { events: [NOTICE], occurrences: [{ duty: started(), light: 'RED' }, { duty: started({ id: 'd2', ended: 'WITHDRAWN' }), light: null }] },
  })
  await show(whole())
  const rows = section.findAll('tbody tr').map((row) => row.text())
  expect(rows[0]).toBe('宏达厂2026-12-032027-06-03▲逾期')
  expect(rows[1]).toBe('宏达厂2026-12-032027-06-03已收回')
  await press('宏达厂')
  expect(section.emitted('open')).toEqual([['d1']])
})

it('reckons the due day while one types, shows the rule and sends what was typed', async () => {
  await show(whole())
  await press('登记发生')
  await press('登记')
  expect(body().text()).toContain('请填写日期')
  expect(body().text()).toContain('请写明发生了什么')
  expect(server.asked('POST /api/duties/d0/occurrences')).toHaveLength(0)

  await type('day', '2026-12-03')
  expect(server.asked('GET /api/duties/d0/occurrences/proposal')[0]?.address).toContain('day=2026-12-03')
  expect(value('due')).toBe('2027-06-03')
  expect(body().get('[role=status]').text()).toBe('2026-12-03 起 6 个月 → 2027-06-03')
  await type('happening', ' 宏达厂 ')
  await press('登记')
  expect(server.asked('POST /api/duties/d0/occurrences')[0]?.body).toEqual({ event: NOTICE, day: '2026-12-03', happening: '宏达厂', due: '2027-06-03' })
  expect(section.emitted('changed')).toEqual([['已登记，到期日 2027-06-03。']])
})

it('keeps a due day that was overwritten, until the reckoned one is taken', async () => {
  await show(whole())
  await press('登记发生')
  await type('day', '2026-12-03')
  await type('due', '2027-05-01')
  server.on('GET /api/duties/d0/occurrences/proposal', { body: proposal({ due: '2027-06-04' }) })
  await type('day', '2026-12-04')
  expect(value('due')).toBe('2027-05-01')
  await press('用推算的日期')
  expect(value('due')).toBe('2027-06-04')
})

it('tells at the field why a day cannot be, and proposes nothing then', async () => {
  const findings = [{ place: '', problem: '发生日期应在2016-11-30至2026-11-30之间', remedy: '' }]
  server.on('GET /api/duties/d0/occurrences/proposal', { status: 422, body: { type: '/problems/duty', title: '没有办理', findings } })
  await show(whole())
  await press('登记发生')
  await type('day', '2027-12-03')
  expect(body().text()).toContain('发生日期应在2016-11-30至2026-11-30之间')
  expect(value('due')).toBe('')
})

it('is told apart from what was handed down, and its record is taken back with a reason', async () => {
  await show(started(), PartsSection)
  expect(section.text()).toContain('发生事项')
  expect(section.text()).toContain('由 综合科 登记')
  expect(section.text()).not.toContain('已签收')
  await press('收回登记')
  await type('why', '误登')
  await body().get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/duties/d1/withdrawal')[0]?.body).toEqual({ version: 1, why: '误登' })
  expect(partText(started(), useMessages(messages))).toBe('触发事项 · 进行中')
})

it('says in words how a day comes about, and why there is none', () => {
  const say = useMessages(messages)
  const rule = (told: Partial<DueProposal>) => ruleText(proposal(told), '2026-12-21', say)
  const fifteen = { count: 15, unit: 'WORKING_DAY' as const, before: true }
  expect(rule({ due: '2026-11-30', lengths: [fifteen] })).toBe('2026-12-21 前 15 个工作日 → 2026-11-30')
  expect(rule({ moved: true })).toContain('顺延')
  expect(rule({ unknownYears: [2027] })).toContain('2027 年的放假安排尚未载入')
  expect(rule({ due: null, lengths: [fifteen], unknownYears: [2027] })).toContain('2027 年的工作日安排尚未载入，不作推算')
  expect(rule({ due: null, lengths: [] })).toBe('原文没有写明时长，请填写到期日')
  expect(rule({ due: null, lengths: [fifteen, { count: 5, unit: 'DAY', before: false }] })).toContain('15 个工作日、5 日')
})

it('knows the events of a duty and what is still lacking', () => {
  expect(eventsOf(whole({ times: [event(NOTICE), event(DEMOLITION), event(NOTICE), { notation: '2026-10-31', words: '', assumed: false }] }))).toEqual([NOTICE, DEMOLITION])
  expect(lackingOf({ event: NOTICE, day: '', happening: ' ', due: '' })).toEqual(['day', 'happening', 'due'])
})
