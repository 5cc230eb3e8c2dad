import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, PretendServer, signInAs } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { session } from '@/shared/session'
import { coordinatorHome, leaderHome, organisationHome } from './fixtures'
import HomePage from './HomePage.vue'
import { daysBetween, dueOf, viewsOf } from './homes'

let server: PretendServer
let page: VueWrapper

beforeEach(() => {
  chooseLanguage('zh')
  server = new PretendServer()
    .on('GET /api/home/coordinator', { body: coordinatorHome() })
    .on('GET /api/home/organisation', { body: organisationHome() })
    .on('GET /api/home/leader', { body: leaderHome() })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(role: 'COORDINATOR' | 'OFFICER', address: string, organisation?: string): Promise<void> {
  signInAs(role)
  if (session.value?.account) session.value = { ...session.value, account: { ...session.value.account, organisationId: organisation ?? null } }
  ;({ page } = await open('/home/:view?', HomePage, address))
  await flushPromises()
}

const list = (title: string) => page.get(`section[aria-label="${title}"]`)
const links = (title: string) => list(title).findAll('a').map((link) => [link.text(), link.attributes('href')])

it('writes the words for what is due, to paste for all and for each', async () => {
  const text = '某县林业局：以下1项工作已过时限。\n1. 补种乔木（时限2026-11-18，已过12天）'
  server.on('GET /api/home/coordinator/words', {
    body: { text: '截至2026-11-30，以下单位有工作已过时限：', organisations: [{ organisation: 'o1', name: '某县林业局', duties: 1, text }], nobodys: 2 },
  })
  const copied: string[] = []
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', { clipboard: { writeText: (words: string) => Promise.resolve(copied.push(words)) } })
  await show('COORDINATOR', '/home?due=OVERDUE', 'o1')
  await list('已逾期').findAll('button').find((each) => each.text() === '催办的话')?.trigger('click')
  await flushPromises()

  expect(server.asked('GET /api/home/coordinator/words').map(({ address }) => address)).toEqual(['/api/home/coordinator/words?due=OVERDUE'])
  const dialog = new DOMWrapper(document.body).get('[role=dialog]')
  expect(dialog.get('pre').text()).toBe('截至2026-11-30，以下单位有工作已过时限：')
  expect(dialog.text()).toContain('另有 2 项还不在任何单位的清单里')
  await dialog.findAll('button').find((each) => each.text() === '复制给某县林业局的话')?.trigger('click')
  await flushPromises()
  expect(copied).toEqual([text])
})

it('gives each account its homes', async () => {
  expect(viewsOf('COORDINATOR', 'o1')).toEqual(['coordinator', 'organisation', 'leader'])
  expect(viewsOf('COORDINATOR', null)).toEqual(['coordinator', 'leader'])
  expect(viewsOf('OFFICER', 'o1')).toEqual(['organisation'])
  expect(viewsOf('AUDITOR', null)).toEqual([])
  await show('OFFICER', '/home/leader', 'o1')
  expect(page.get('h1').text()).toBe('某县林业局的工作')
  expect(server.asked('GET /api/home/leader')).toEqual([])
})

it('shows the coordinator four lists whose rows end in the one thing to do', async () => {
  await show('COORDINATOR', '/home', 'o1')
  expect(page.findAll('h2').map((head) => head.text())).toEqual(['今天到期', '待审核', '未报（2026年11月，截止12月7日）', '待确认'])
  expect(page.findAll('nav[aria-label="首页"] a').map((tab) => tab.text())).toEqual(['今日工作', '本单位', '一页总览'])
  expect(list('今天到期').findAll('tr').map((row) => row.text())).toEqual([
    expect.stringMatching(/11月30日.*今天到期.*补种乔木.*某县林业局/s),
    expect.stringMatching(/11月18日.*逾期12天.*（原文未写明）/s),
  ])
  expect(links('今天到期')).toContainEqual(['逾期 2', '/home?due=OVERDUE'])
  expect(links('今天到期').at(-1)).toEqual(['全部 1 项', '/duties?due=TODAY'])
  expect(links('待审核')).toEqual([['审核', '/round-ups/r1?organisation=o1&status=REPORTED']])
  expect(links('未报（2026年11月，截止12月7日）')).toEqual([
    ['未报 2 项', '/round-ups/r1?organisation=o2&status=OPEN'],
    ['退回 1 项', '/round-ups/r1?organisation=o2&status=RETURNED'],
    ['催办', '/round-ups/r1?chase=true'],
    ['全部 1 家，欠 3 项', '/round-ups/r1'],
  ])
  expect(links('待确认')).toEqual([
    ['确认', '/duties?plan=p1&asleep=true'],
    ['指定单位', '/duties?plan=p1'],
    ['核对', '/plans/p1'],
  ])
})

it('asks for what is due as the address says, and walks rows with the arrows', async () => {
  await show('COORDINATOR', '/home?due=DAYS_7')
  expect(server.asked('GET /api/home/coordinator').at(-1)?.address).toBe('/api/home/coordinator?due=DAYS_7')
  const acts = list('7天内到期').findAll('a.act')
  ;(acts[0]?.element as HTMLElement).focus()
  await acts[0]?.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(acts[1]?.element)
  expect(dueOf('sometime')).toBe('TODAY')
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
})

it('says what to do where there is nothing yet', async () => {
  server.on('GET /api/home/coordinator', { body: coordinatorHome({ duties: 0, due: [], waiting: [], silent: [], asking: [] }) })
  await show('COORDINATOR', '/home')
  expect(page.text()).toContain('还没有承办事项')
  expect(page.get('a.button').attributes('href')).toBe('/plans')
  page.unmount()
  server.on('GET /api/home/coordinator', { body: coordinatorHome({ due: [], waiting: [], silent: [], asking: [], toCheck: 0 }) })
  await show('COORDINATOR', '/home')
  expect(page.text()).toContain('还没有调度')
  expect(page.text()).toContain('没有等着审核的报送')
  page.unmount()
  server.on('GET /api/home/organisation', { body: organisationHome({ organisation: null, name: '', ahead: [], missing: [] }) })
  await show('OFFICER', '/home')
  expect(page.text()).toContain('请系统管理员把账号归到一个单位')
})

it('shows an organisation what is missing, what is next and what is asked', async () => {
  await show('OFFICER', '/home', 'o1')
  expect(list('缺什么').text()).toContain('共 3 项，未报 1 项，退回 1 项')
  expect(list('缺什么').text()).toContain('退回：没有数字')
  expect(links('缺什么')).toEqual([['去填报', '/round-ups/r1?organisation=o1']])
  expect(list('下一个时限').text()).toMatch(/12月31日.*还有31天.*年底前补种乔木/s)
  expect(links('下一个时限')).toEqual([['另有 1 项已逾期', '/duties?organisation=o1&light=RED']])
  expect(list('要我们做的').findAll('tr')).toHaveLength(3)
})

it('tells an organisation how many reports wait for its signature, and leads there', async () => {
  await show('OFFICER', '/home', 'o1')
  expect(list('待会签').text()).toContain('没有等着本单位会签的报告。')
  page.unmount()
  server.on('GET /api/home/organisation', { body: organisationHome({ toSign: 3 }) })
  await show('OFFICER', '/home', 'o1')
  expect(list('待会签').text()).toContain('有 3 份报告等本单位会签')
  expect(links('待会签')).toEqual([['去会签', '/countersigns']])
})

it('tells of close-out lists with something left to do, to who owes it and to who keeps them', async () => {
  const owed = { list: 'c1', name: '旧堆场清零', open: 3, overdue: 1, submitted: 0, nearest: '2026-11-18' }
  await show('OFFICER', '/home', 'o1')
  expect(page.find('section[aria-label="销号清单"]').exists()).toBe(false)
  page.unmount()
  server.on('GET /api/home/organisation', { body: organisationHome({ closeOuts: [owed] }) })
  await show('OFFICER', '/home', 'o1')
  expect(list('销号清单').text()).toMatch(/11月18日.*逾期12天.*旧堆场清零.*逾期 1 条.*未销号 3 条/s)
  const of = 'f.organisation=%E6%9F%90%E5%8E%BF%E6%9E%97%E4%B8%9A%E5%B1%80'
  expect(links('销号清单')).toEqual([
    ['逾期 1 条', `/duties/close-out-lists/c1?${of}&f.overdue=%E9%80%BE%E6%9C%9F`],
    ['未销号 3 条', `/duties/close-out-lists/c1?${of}&f.state=%E6%9C%AA%E9%94%80%E5%8F%B7`],
    ['看清单', `/duties/close-out-lists/c1?${of}`],
  ])
  page.unmount()
  const kept = { ...owed, open: 0, overdue: 0, submitted: 2, nearest: null, target: { day: '2026-12-31', percent: 60, lacking: 2 } }
  server.on('GET /api/home/coordinator', { body: coordinatorHome({ duties: 0, closeOuts: [kept] }) })
  await show('COORDINATOR', '/home')
  expect(list('销号清单').text()).toMatch(/12月31日前销号60%，还差 2 条.*待核查 2 条/s)
  expect(links('销号清单')).toEqual([
    ['待核查 2 条', '/duties/close-out-lists/c1?f.state=%E7%94%B3%E8%AF%B7%E9%94%80%E5%8F%B7'],
    ['看清单', '/duties/close-out-lists/c1'],
  ])
})

it('leads from each figure of the leader to the duties that it counts', async () => {
  await show('COORDINATOR', '/home/leader')
  const all = page.findAll('article a').map((link) => link.attributes('href'))
  expect(all).toEqual(
    expect.arrayContaining([
      '/duties?light=RED',
      '/duties?plan=p1&chapter=%E4%B8%80%E3%80%81%E4%BB%BB%E5%8A%A1&light=RED',
      '/duties?plan=p1&noChapter=true&light=RED',
      '/duties?organisation=o1&light=RED',
      '/duties?unassigned=true&light=RED',
      '/duties?news=ACCEPTED',
      '/duties?news=MOVED',
    ]),
  )
  expect(page.text()).toContain('（没有标题）')
  expect(page.text()).toContain('推进中 → 滞后')
  expect(page.text()).toContain('这里不写数字')
  chooseLanguage('en')
  await flushPromises()
  expect(page.get('h1').text()).toBe('Soil pollution prevention: where we stand')
})
