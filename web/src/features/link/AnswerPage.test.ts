import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { held, open, PretendServer } from '@/features/register/fixtures/server'
import { chooseLanguage } from '@/shared/i18n'
import { session } from '@/shared/session'
import AnswerPage from './AnswerPage.vue'
import type { Linked } from './api'
import { linked, linkedLine, linkedSaid } from './fixtures'

let server: PretendServer
let page: VueWrapper
let shown: Linked

beforeEach(() => {
  chooseLanguage('zh')
  sessionStorage.clear()
  session.value = { account: null, demo: false, version: '1' } as unknown as typeof session.value
  shown = linked([
    linkedLine('a', { before: linkedSaid({ progress: '上月栽一百株。' }) }),
    linkedLine('b', { status: 'ACCEPTED', said: linkedSaid({ progress: '早已栽完。' }) }),
    linkedLine('c', { status: 'RETURNED', said: linkedSaid({ progress: '没有数。' }), returnedReason: '请写明株数' }),
  ])
  server = new PretendServer()
    .on('GET /api/answers', () => ({ body: shown }))
    .on('POST /api/answers/reports', ({ body }) => {
      const { line, progress } = body as { line: string; progress: string }
      shown = { ...shown, lines: shown.lines.map((each) => (each.id === line ? { ...each, version: each.version + 1, status: 'REPORTED', returnedReason: '', said: linkedSaid({ progress }) } : each)) }
      return { body: shown }
    })
    .on('POST /api/answers/handing-in', () => {
      shown = { ...shown, handedIn: '2026-04-01T01:00:00Z' }
      return { body: shown }
    })
  server.install()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  ;({ page } = await open('/answer', AnswerPage, '/answer#the-token'))
  await flushPromises()
}

const button = (name: string) => page.findAll('button').find((each) => each.text() === name || each.attributes('aria-label') === name)

async function press(name: string): Promise<void> {
  const found = button(name)
  if (found === undefined) throw new Error(`no button ${name} in ${page.text()}`)
  await found.trigger('click')
  await flushPromises()
}

async function say(progress: string): Promise<void> {
  await page.get('textarea[name=progress]').setValue(progress)
  await page.get('form').trigger('submit')
  await flushPromises()
}

async function tell(): Promise<void> {
  await page.get('input[name=name]').setValue('韩冬')
  await page.get('input[name=telephone]').setValue('0371-60000000')
}

it('shows what the organisation is asked, and locks what was accepted', async () => {
  await show()
  expect(page.get('h1').text()).toBe('某县林业局')
  expect(page.text()).toContain('2026年3月工作进展，2026-04-07前报送')
  expect(page.get('#line-b').text()).toContain('已通过审核，不能再改')
  expect(page.get('#line-b').find('button').exists()).toBe(false)
  expect(page.get('#line-c').text()).toContain('退回理由：请写明株数')
  expect(page.text()).toContain('已填 1/3 项')
})

it('asks for the report and for who writes it at their fields, and goes from line to line', async () => {
  await show()
  await press('填报：逐年种树之a')
  await page.get('form').trigger('submit')
  expect(page.text()).toContain('进展、完成情况至少写一项')
  await say('已走访。')
  expect(page.text()).toContain('请写明姓名')
  expect(page.text()).toContain('请写明电话')
  expect(server.asked('POST /api/answers/reports')).toHaveLength(0)

  await tell()
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(server.asked('POST /api/answers/reports')[0]?.body).toMatchObject({ line: 'a', version: 1, state: 'GOING_ON', progress: '已走访。', name: '韩冬', telephone: '0371-60000000' })
  expect(page.text()).toContain('已保存，请填下一项。')
  expect(page.get('#line-c').find('form').exists()).toBe(true)
  expect(page.get<HTMLTextAreaElement>('textarea[name=progress]').element.value).toBe('没有数。')

  await say('已栽三百株。')
  expect(page.find('form').exists()).toBe(false)
  expect(page.text()).toContain('各项都已填好，可以交回')
})

it('carries forward what was said last time', async () => {
  await show()
  await press('填报：逐年种树之a')
  await press('沿用上期')
  expect(page.get<HTMLTextAreaElement>('textarea[name=progress]').element.value).toBe('上月栽一百株。')
})

it('asks before it opens another line over what is typed', async () => {
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  await show()
  await press('填报：逐年种树之a')
  await page.get('textarea[name=progress]').setValue('已走访。')
  await press('修改：逐年种树之c')
  expect(confirm).toHaveBeenCalledOnce()
  expect(page.get('#line-a').get<HTMLTextAreaElement>('textarea[name=progress]').element.value).toBe('已走访。')

  confirm.mockReturnValue(true)
  await press('修改：逐年种树之c')
  expect(page.get('#line-c').find('form').exists()).toBe(true)
})

it('takes no words, and opens no other line, while it is sending', async () => {
  await show()
  await tell()
  await press('填报：逐年种树之a')
  const coming = held({ status: 500, body: { type: '/problems/failed', title: '出错了', status: 500 } })
  server.on('POST /api/answers/reports', coming.answer)
  await say('已走访。')
  expect(page.get<HTMLFieldSetElement>('fieldset.fields').element.disabled).toBe(true)
  await press('修改：逐年种树之c')
  expect(page.get('#line-a').find('form').exists()).toBe(true)

  await coming.letGo()
  expect(page.get<HTMLFieldSetElement>('fieldset.fields').element.disabled).toBe(false)
})

it('shows what somebody else said meanwhile, and puts what was typed in its place only when told to', async () => {
  await show()
  await tell()
  await press('填报：逐年种树之a')
  server.on('POST /api/answers/reports', () => {
    shown = { ...shown, lines: shown.lines.map((each) => (each.id === 'a' ? { ...each, version: 5, status: 'REPORTED', said: linkedSaid({ progress: '别人填的。' }) } : each)) }
    return { status: 409, body: { type: '/problems/changed-since', title: '别人已经改过', status: 409 } }
  })
  await say('我填的。')
  expect(page.text()).toContain('您打开以后，别人改过这一项')
  expect(page.text()).toContain('推进中。别人填的。')
  expect(page.get<HTMLTextAreaElement>('textarea[name=progress]').element.value).toBe('我填的。')

  await press('看过了，用我填的替换')
  expect(server.asked('POST /api/answers/reports').at(-1)?.body).toMatchObject({ version: 5, progress: '我填的。' })
})

it('is handed in once, after what is missing was told, and then only shows', async () => {
  await show()
  await tell()
  await press('交回')
  expect(page.text()).toContain('还有 2 项没有填')
  expect(server.asked('POST /api/answers/handing-in')).toHaveLength(0)
  await press('确定交回')
  expect(server.asked('POST /api/answers/handing-in')[0]?.body).toEqual({ name: '韩冬', telephone: '0371-60000000' })
  expect(page.text()).toContain('交回，不能再改')
  expect(page.get('#line-a').text()).toContain('没有填报')
  expect(button('交回')).toBeUndefined()
  expect(page.find('form').exists()).toBe(false)
})

it('says to ask the office where the link opens nothing', async () => {
  server.on('GET /api/answers', { status: 404, body: { type: '/problems/unknown', title: '链接打不开', detail: '请联系发给您链接的单位。', status: 404 } })
  await show()
  expect(page.text()).toContain('请联系发给您链接的单位')
  expect(page.find('h1').exists()).toBe(false)
})
