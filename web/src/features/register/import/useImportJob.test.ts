import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import type { ImportJob, Step } from './types'
import { ASK_AGAIN, useImportJob } from './useImportJob'

/** Answers the import at the steps that follow, one a question; a 0 stands for a server that is not reached. */
function stubbed(steps: (Step | 0)[]): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    const step = steps.length > 1 ? steps.shift() : steps[0]
    if (step === 0) throw new TypeError('no network')
    return Response.json({ id: 'i1', step } as Partial<ImportJob>)
  })
  return asked
}

describe('useImportJob', () => {
  let scope: EffectScope
  const started = (id = ref<string | undefined>('i1')) => scope.run(() => useImportJob(() => id.value)) as ReturnType<typeof useImportJob>

  async function pass(): Promise<void> {
    await vi.advanceTimersByTimeAsync(ASK_AGAIN)
    await flushPromises()
  }

  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=t'
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('asks again while the server works, and no longer once a person is to act', async () => {
    const asked = stubbed(['CHECKING', 'CHECKING', 'CHECKED'])
    const { job } = started()
    await flushPromises()
    expect(job.value?.step).toBe('CHECKING')
    await pass()
    await pass()
    expect(job.value?.step).toBe('CHECKED')
    await pass()
    expect(asked).toEqual(['GET /api/imports/i1', 'GET /api/imports/i1', 'GET /api/imports/i1'])
  })

  it('goes on asking through a break of the network, keeping what it knew', async () => {
    stubbed(['RUNNING', 0, 'DONE'])
    const { job, problem } = started()
    await flushPromises()
    await pass()
    expect(problem.value?.type).toBe('/problems/unreachable')
    expect(job.value?.step).toBe('RUNNING')
    await pass()
    expect(job.value?.step).toBe('DONE')
    expect(problem.value).toBeUndefined()
  })

  it('stops asking when its page is left', async () => {
    const asked = stubbed(['RUNNING'])
    started()
    await flushPromises()
    scope.stop()
    await pass()
    expect(asked).toHaveLength(1)
  })

  it('matches changed columns before it checks, and only then', async () => {
    const asked = stubbed(['COLUMNS'])
    const { check } = started()
    await flushPromises()
    await check({ sheets: ['Sheet1'], columns: { 1: 'name' }, emptyCells: 'KEEP' })
    await check()
    expect(asked.slice(1)).toEqual(['PUT /api/imports/i1/columns', 'POST /api/imports/i1/check', 'POST /api/imports/i1/check'])
  })

  it('asks nothing without an import', async () => {
    const asked = stubbed(['DONE'])
    started(ref(undefined))
    await flushPromises()
    expect(asked).toEqual([])
  })
})
