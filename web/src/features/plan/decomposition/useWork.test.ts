import { flushPromises } from '@vue/test-utils'
import { effectScope } from 'vue'
import { afterEach, expect, it, vi } from 'vitest'
import { held, PretendServer } from '@/features/register/fixtures/server'
import { useWork } from './useWork'

const ROUTE = 'POST /api/plans/p1/work-items/changes'

afterEach(() => void vi.unstubAllGlobals())

it('sends one change at a time', async () => {
  const coming = held({ body: [] })
  const server = new PretendServer().on('GET /api/plans/p1/work-items', { body: { items: [], removed: [] } }).on(ROUTE, coming.answer)
  server.install()
  const scope = effectScope()
  const work = scope.run(() => useWork('p1')) as ReturnType<typeof useWork>
  await flushPromises()
  const first = work.change([{ kind: 'ADD', cells: { WORK: '造林' } }])
  expect(await work.change([{ kind: 'ADD', cells: { WORK: '造林' } }])).toBeUndefined()
  expect(work.sending.value).toBe(true)
  await coming.letGo()
  expect(await first).toEqual([])
  expect(work.sending.value).toBe(false)
  expect(server.asked(ROUTE)).toHaveLength(1)
  scope.stop()
})
