import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import DisableDialog from './features/access/DisableDialog.vue'
import InviteDialog from './features/access/InviteDialog.vue'
import LinksDialog from './features/link/LinksDialog.vue'
import AreaDialog from './features/organisation/AreaDialog.vue'
import EndDialog from './features/organisation/EndDialog.vue'
import LiaisonsDialog from './features/organisation/LiaisonsDialog.vue'
import SuccessionDialog from './features/organisation/SuccessionDialog.vue'
import ProposeDialog from './features/plan/decomposition/ProposeDialog.vue'
import DecideDialog from './features/plan/names/DecideDialog.vue'
import TurnDialog from './features/plan/names/TurnDialog.vue'
import AddressDialog from './features/plan/overview/AddressDialog.vue'
import DiscardDialog from './features/plan/review/DiscardDialog.vue'
import TakeBackDialog from './features/plan/TakeBackDialog.vue'
import { held, PretendServer } from './features/register/fixtures/server'
import AssignDialog from './features/register/functions/AssignDialog.vue'
import ViewTabs from './features/register/list/ViewTabs.vue'
import { EVERYTHING } from './features/register/list/query'
import { chooseLanguage } from './shared/i18n'

/** Dialogs that are no form of their own: what each is opened with, its button, and what that sends. */
const DIALOGS: [name: string, dialog: Component, props: object, button: string, route: string][] = [
  ['DisableDialog', DisableDialog, { account: { id: 'a1', displayName: '谢某', username: 'xie' } }, '停用', 'PUT /api/accounts/a1/disabled'],
  ['DiscardDialog', DiscardDialog, { draft: { id: 'd1', importedAt: '2026-09-10T01:00:00Z' }, accepted: 0 }, '放弃这次导入', 'DELETE /api/plan-drafts/d1'],
  ['TakeBackDialog', TakeBackDialog, { plan: { id: 'p1', documentId: 'f1', importedAt: '2026-09-10T01:00:00Z' } }, '撤回这次导入', 'DELETE /api/plans/p1'],
  ['ProposeDialog', ProposeDialog, { plan: 'p1' }, '采用 1 项', 'POST /api/plans/p1/work-items/proposals'],
  ['AddressDialog', AddressDialog, { names: ['县水利局'], chosen: '县水利局' }, '生成地址', 'POST /api/calendar-addresses'],
  ['LinksDialog', LinksDialog, { round: 'r1', organisations: [{ id: 'o1', name: '县水利局' }], organisation: 'o1' }, '生成链接', 'POST /api/reporting-links'],
]

const WATER = { id: 'o1', name: '县水利局', version: 1, kept: true, liaisons: [], regionCode: '990001' }
const OTHER = { ...WATER, id: 'o2', name: '县林业局' }
const CANDIDATE = { organisation: OTHER, reason: '承接' }

/** Forms: what each is opened with, the fields that it needs, and what it sends. */
const FORMS: [name: string, form: Component, props: object, fields: Record<string, string | boolean>, route: string][] = [
  ['InviteDialog', InviteDialog, { organisations: [WATER] }, { '[name=username]': 'wei', '[name=display-name]': '卫某', '[name=organisation]': 'o1' }, 'POST /api/accounts'],
  ['AreaDialog', AreaDialog, { region: { code: '990001', name: '某县' } }, { '[name=name]': '开发区' }, 'POST /api/areas'],
  ['EndDialog', EndDialog, { organisation: WATER }, { '[name=ended-on]': '2026-09-01' }, 'PUT /api/organisations/o1/end'],
  ['LiaisonsDialog', LiaisonsDialog, { organisation: WATER }, {}, 'PUT /api/organisations/o1/liaisons'],
  ['SuccessionDialog', SuccessionDialog, { predecessor: WATER, organisations: [WATER, OTHER] }, { '[name=successor]': 'o2', '[name=effective-on]': '2026-09-01' }, 'POST /api/successions'],
  ['DecideDialog', DecideDialog, { id: 'p1', name: { name: '水务局', version: 1, tasks: [], candidates: [] } }, { '[value=nobody]': true }, 'PUT /api/plans/p1/names'],
  [
    'TurnDialog',
    TurnDialog,
    { id: 'p1', turn: { predecessor: WATER, on: '2026-09-01', candidates: [CANDIDATE], tasks: [{ task: { id: 't1', number: '1', heading: '清河道' }, version: 1 }] } },
    { '[name=successor]': true },
    'PUT /api/plans/p1/names/successors',
  ],
  ['AssignDialog', AssignDialog, { held: { id: 'f', label: '牵头', region: '990001', holders: [] }, region: '990001', regions: [] }, {}, 'PUT /api/functions'],
]

let server: PretendServer
let opened: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  server = new PretendServer()
    .on('GET /api/plans', { body: [{ id: 'p1', documentId: 'f1', title: '方案', taskCount: 1, findingCount: 0 }] })
    .on('GET /api/plans/p1/work-items/proposals', { body: [{ key: 'k', item: { organisation: '县水利局', sentence: '清河道', task: '', heading: '', role: 'LEAD', deadline: '' } }] })
    .on('GET /api/calendar-addresses', { body: [] })
    .on('GET /api/reporting-links', { body: { links: [], usual: '2026-04-14', earliest: '2026-04-01', latest: '2026-05-01' } })
  server.install()
})
afterEach(() => {
  opened.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it.each(DIALOGS)('%s sends once, and does not close before it is answered', async (_name, dialog, props, label, route) => {
  opened = mount(dialog, { props, attachTo: document.body })
  await flushPromises()
  const button = (...labels: string[]) => {
    const found = new DOMWrapper(document.body).findAll('button').filter((each) => labels.includes(each.text()))
    if (found.length !== 1) throw new Error(`${found.length} buttons ${labels.join()} in ${document.body.textContent}`)
    return found[0] as DOMWrapper<HTMLButtonElement>
  }
  const press = (pressed: DOMWrapper<HTMLButtonElement>) => {
    const form = pressed.element.type === 'submit' ? document.querySelector('form') : null
    return form ? new DOMWrapper(form).trigger('submit') : pressed.trigger('click')
  }
  const coming = held({ status: 500, body: { type: '/problems/failed', title: '出错了', status: 500 } })
  server.on(route, coming.answer)
  const sends = button(label)
  await press(sends)
  await press(sends)
  await flushPromises()
  await button('取消', '关闭').trigger('click')
  expect(opened.emitted('close')).toBeUndefined()
  expect(server.asked(route)).toHaveLength(1)

  await coming.letGo()
  await button('取消', '关闭').trigger('click')
  expect(opened.emitted('close')).toHaveLength(1)
})

it.each(FORMS)('%s sends once, and does not close before it is answered', async (_name, form, props, fields, route) => {
  opened = mount(form, { props, attachTo: document.body })
  await sendsOnce(fields, route)
  expect(opened.emitted('close')).toBeUndefined()
})

it('ViewTabs keeps a view once', async () => {
  server.on('GET /api/registers/pond/views', { body: { views: [] } })
  opened = mount(ViewTabs, { props: { register: 'pond', query: EVERYTHING, chosen: '' }, attachTo: document.body })
  await flushPromises()
  await opened.findAll('button').find((button) => button.text() === '保存为视图')?.trigger('click')
  await sendsOnce({ '[name=name]': '治理中' }, 'POST /api/registers/pond/views')
  expect(document.querySelector('form')).not.toBeNull()
})

/** Fills the open form, sends it twice and asks to cancel it. */
async function sendsOnce(fields: Record<string, string | boolean>, route: string): Promise<void> {
  await flushPromises()
  const body = new DOMWrapper(document.body)
  for (const [field, value] of Object.entries(fields)) await body.get(`form ${field}`).setValue(value)
  server.on(route, held({ body: {} }).answer)
  vi.stubGlobal('confirm', () => true)
  await body.get('form').trigger('submit')
  await body.get('form').trigger('submit')
  await flushPromises()
  await body.findAll('button').find((button) => button.text() === '取消')?.trigger('click')
  expect(server.asked(route)).toHaveLength(1)
}
