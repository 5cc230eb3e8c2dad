import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import type { Reminder, Settings } from './api'
import RemindersPage from './RemindersPage.vue'
import ReminderSettingsPage from './ReminderSettingsPage.vue'
import { daysOf } from './say'
import SendNow from './SendNow.vue'

const BUREAU = { id: 'o1', name: '某县林业局', mailboxes: [] as string[] }

function settings(told: Partial<Settings> = {}): Settings {
  return {
    times: { on: false, daysBefore: [30, 7, 3], overdueEvery: 7, overdueFor: 30, quietFrom: '18:00', quietTo: '08:30', workingDaysOnly: true, digestAt: '09:00' },
    mailLack: 'HOST',
    mailFrom: null,
    robotHosts: ['qyapi.weixin.qq.com'],
    organisations: [BUREAU],
    unknownYears: [2027],
    ...told,
  }
}

function message(told: Partial<Reminder>): Reminder {
  return {
    id: 'm1',
    organisation: 'o1',
    name: '某县林业局',
    way: 'EMAIL',
    target: 'li@county.example',
    reasons: ['NOT_REPORTED', 'OVERDUE'],
    subject: '提醒',
    text: '请报。',
    status: 'SENT',
    explanation: '',
    urgent: false,
    notBefore: '2026-09-01T01:00:00Z',
    attempts: 1,
    by: 'system',
    created: '2026-09-01T01:00:00Z',
    started: null,
    ended: null,
    repeats: null,
    settledBy: null,
    question: false,
    ...told,
  }
}

const question = message({ id: 'm2', status: 'UNCONFIRMED', question: true, explanation: '没有等到答复' })
const list = (told: object) => ({ body: { unconfirmed: [], messages: [], organisations: [{ id: 'o1', name: '某县林业局' }], next: null, ...told } })

let server: PretendServer
let page: VueWrapper

const body = () => new DOMWrapper(document.body)

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  vi.stubGlobal('confirm', () => true)
  server = new PretendServer()
    .on('GET /api/reminders', list({}))
    .on('GET /api/reminders/settings', { body: settings() })
    .on('PUT /api/reminders/settings', (sent) => ({ body: settings({ times: sent.body as Settings['times'] }) }))
    .on('PUT /api/reminders/addresses', { body: settings({ organisations: [{ ...BUREAU, mailboxes: ['li@county.example'] }] }) })
    .on('POST /api/reminders/m2/arrival', { body: question })
    .on('POST /api/reminders/m2/repetition', { body: question })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(address = '/round-ups/reminders'): Promise<void> {
  ;({ page } = await open('/round-ups/reminders', RemindersPage, address))
}

async function showSettings(): Promise<void> {
  ;({ page } = await open('/round-ups/reminders/settings', ReminderSettingsPage, '/round-ups/reminders/settings'))
}

it('says what to do where nothing was sent, and that nothing is configured', async () => {
  await show()
  expect(page.text()).toContain('还没有发过消息')
  expect(page.text()).toContain('自动提醒：没有开启。')
  expect(page.text()).toContain('邮件：没有配置。')
})

it('has what nobody knows on top, with the two things that one can do', async () => {
  server.on('GET /api/reminders', list({ unconfirmed: [question], messages: [question, message({})] }))
  await show()
  const top = page.get('.question')
  expect(top.text()).toContain('待确认 1 条')
  expect(top.text()).toContain('没有等到答复')
  await top.get('[aria-label^="已送达"]').trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/reminders/m2/arrival')).toHaveLength(1)
  await page.get('.question [aria-label^="再发一次"]').trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/reminders/m2/repetition')).toHaveLength(1)
  expect(page.text()).toContain('再发给li@county.example')
})

it('filters by state and organisation in the address', async () => {
  server.on('GET /api/reminders', list({ messages: [message({})] }))
  await show('/round-ups/reminders?status=FAILED')
  await page.get('select[name=organisation]').setValue('o1')
  await flushPromises()
  expect(server.asked('GET /api/reminders').at(-1)?.address).toBe('/api/reminders?status=FAILED&organisation=o1')
})

it('keeps times, and takes none that cannot be', async () => {
  await showSettings()
  expect(page.text()).toContain('SPRING_MAIL_HOST')
  expect(page.text()).toContain('2027年的放假安排还没有载入')
  await page.get('input[name=days-before]').setValue('七天')
  await page.get('form.times').trigger('submit')
  expect(page.text()).toContain('填1至6个0到90的整数')
  await page.get('input[name=days-before]').setValue('10 3')
  await page.get('input[name=on]').setValue(true)
  await page.get('form.times').trigger('submit')
  await flushPromises()
  expect(server.asked('PUT /api/reminders/settings').map(({ body: sent }) => sent)).toEqual([{ ...settings().times, on: true, daysBefore: [10, 3] }])
  expect(page.text()).toContain('已保存')
})

it('keeps the mailboxes of an organisation and leaves its robot alone', async () => {
  await showSettings()
  await page.get('[aria-label="更改：某县林业局"]').trigger('click')
  await flushPromises()
  await body().get('textarea').setValue('li@county.example\n')
  await body().get('[role=dialog] form').trigger('submit')
  await flushPromises()
  expect(server.asked('PUT /api/reminders/addresses').map(({ body: sent }) => sent)).toEqual([
    { organisation: 'o1', mailboxes: ['li@county.example'], removeRobot: false },
  ])
  expect(page.text()).toContain('li@county.example')
})

it('asks what to do in quiet hours before anything is sent', async () => {
  server.on('POST /api/round-ups/r1/chasing/messages', ({ body: sent }) =>
    (sent as { inQuietHours: string }).inQuietHours === 'ASK'
      ? { status: 409, body: { type: '/problems/quiet', title: '免打扰', until: '2026-09-02T00:30:00Z' } }
      : { body: { messages: 1, unreached: ['某县水利局'], from: null } },
  )
  page = mount(SendNow, { props: { round: 'r1', organisations: ['o1', 'o2'] }, attachTo: document.body, global: { stubs: { RouterLink: true } } })
  await page.get('button').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('现在是免打扰时段')
  const now = page.findAll('button').find((each) => each.text() === '现在就发')
  await now?.trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/round-ups/r1/chasing/messages').map(({ body: sent }) => (sent as { inQuietHours: string }).inQuietHours)).toEqual(['ASK', 'SEND'])
  expect(page.text()).toContain('已放入发件箱 1 条')
  expect(page.text()).toContain('某县水利局')
})

it('reads days as people write them', () => {
  expect(daysOf('30 7、3')).toEqual([30, 7, 3])
  expect(daysOf('')).toBeUndefined()
  expect(daysOf('91')).toBeUndefined()
  expect(daysOf('1 2 3 4 5 6 7')).toBeUndefined()
})
