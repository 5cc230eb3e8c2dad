import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { chooseLanguage } from '@/shared/i18n'
import { PONDS } from '../fixtures/ponds'
import { held, open, PretendServer, signInAs } from '../fixtures/server'
import DefinitionPage from './DefinitionPage.vue'

const TEXT = 'register: pond\nversion: 2\nname: 池塘\n'
const FAULT = { line: 3, column: 7, path: 'name', problem: '名称太长', remedy: '最多 40 字' }

let server: PretendServer
let page: VueWrapper
let router: Router

beforeEach(() => {
  chooseLanguage('zh')
  signInAs('COORDINATOR')
  server = new PretendServer()
    .on('GET /api/registers', { body: { registers: [], waiting: [], faulty: [] } })
    .on('GET /api/registers/pond', { body: { ...PONDS, text: TEXT } })
    .on('GET /api/registers/pond/definitions', {
      body: {
        versions: [
          { version: 2, at: '2026-11-29T02:00:00Z', by: '谢某', origin: 'EDITOR', file: '', changes: ['停用“旧名”'] },
          { version: 1, at: '2026-11-01T02:00:00Z', by: 'system', origin: 'FILE', file: 'pond.yaml', changes: ['第一版'] },
        ],
      },
    })
    .on('POST /api/registers/definitions/check', ({ body }) =>
      (body as { text: string }).text.includes('池塘塘')
        ? { body: { faults: [FAULT], plan: [] } }
        : { body: { faults: [], plan: [{ kind: 'AddColumn', sentence: '增加一列“面积”' }] } },
    )
    .on('POST /api/registers/definitions', { status: 201, body: { ...PONDS, version: 3 } })
  server.install()
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  page.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function show(): Promise<void> {
  ;({ page, router } = await open('/registers/:register/definition', DefinitionPage, '/registers/pond/definition'))
  await vi.advanceTimersByTimeAsync(500)
}

async function write(text: string): Promise<void> {
  await page.get('textarea').setValue(text)
  await vi.advanceTimersByTimeAsync(500)
  await flushPromises()
}

const apply = () => page.findAll('button').find((button) => button.text() === '应用')

it('marks a fault at its line, and goes there from the list of faults', async () => {
  await show()
  await write('register: pond\nversion: 3\nname: 池塘塘\n')
  expect(page.text()).toContain('1 处要改')
  expect(page.findAll('.gutter .faulty').map((line) => line.text())).toEqual(['✕ 3'])
  expect(apply()?.attributes('disabled')).toBeDefined()
  await page.get('.side button.link').trigger('click')
  const area = page.get('textarea').element as HTMLTextAreaElement
  expect(document.activeElement).toBe(area)
  expect(area.selectionStart).toBe('register: pond\nversion: 3\nname: '.length)
})

it('tells what applying will do before it does it, and asks for a higher version', async () => {
  await show()
  await write(`${TEXT}help: 登记水面\n`)
  expect(page.text()).toContain('版本号要比现在的第 2 版大')
  expect(apply()?.attributes('disabled')).toBeDefined()
  await page.findAll('button').find((button) => button.text() === '版本号加一')?.trigger('click')
  await vi.advanceTimersByTimeAsync(500)
  expect(page.text()).toContain('增加一列“面积”')
  await apply()?.trigger('click')
  await flushPromises()
  expect(server.asked('POST /api/registers/definitions')[0]?.body).toEqual({ text: `${TEXT.replace('2', '3')}help: 登记水面\n` })
  expect(page.text()).toContain('已应用第 3 版')
})

it('keeps what is typed on while the text is being applied', async () => {
  await show()
  const sent = `${TEXT.replace('2', '3')}help: 登记水面\n`
  await write(sent)
  const coming = held({ status: 201, body: { ...PONDS, version: 3 } })
  server.on('POST /api/registers/definitions', coming.answer).on('GET /api/registers/pond', { body: { ...PONDS, version: 3, text: sent } })
  await apply()?.trigger('click')
  await page.get('textarea').setValue(`${sent}plural: 池塘\n`)
  await coming.letGo()
  expect(page.text()).toContain('已应用第 3 版')
  expect(page.get('textarea').element.value).toBe(`${sent}plural: 池塘\n`)
})

it('checks only once the typing rests', async () => {
  await show()
  const before = server.asked('POST /api/registers/definitions/check').length
  for (const name of ['池', '池塘', '池塘甲']) await page.get('textarea').setValue(`register: pond\nversion: 3\nname: ${name}\n`)
  await vi.advanceTimersByTimeAsync(500)
  expect(server.asked('POST /api/registers/definitions/check')).toHaveLength(before + 1)
})

it('shows what a register asks for to those who may not change it', async () => {
  server.on('GET /api/registers/pond', { body: { ...PONDS, mayEdit: false } })
  signInAs('OFFICER')
  await show()
  expect(page.find('textarea').exists()).toBe(false)
  expect(page.text()).toContain('库容（10⁴ m³）')
  expect(page.text()).toContain('在册 → 治理中：开工')
  expect(router.currentRoute.value.path).toBe('/registers/pond/definition')
})

it('lists every version with where it came from and what it changed, the one in use marked', async () => {
  await show()
  const rows = page.findAll('section[aria-labelledby="definition-versions"] tbody tr').map((row) => row.text())
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/第 2 版.*正在使用.*在页面修改.*谢某.*停用“旧名”/)
  expect(rows[1]).toMatch(/第 1 版.*数据目录.*pond\.yaml.*第一版/)
  expect(rows[1]).not.toContain('正在使用')
})

it('does not call it a fault that the text in use has the version in use', async () => {
  server.on('POST /api/registers/definitions/check', { body: { faults: [{ ...FAULT, path: 'version', problem: '已有版本 2' }], plan: [] } })
  await show()
  expect(page.text()).not.toContain('已有版本 2')
  expect(page.get('.good').text()).toContain('没有错误')
  await write(`${TEXT}help: 改\n`)
  expect(page.text()).toContain('已有版本 2')
})
