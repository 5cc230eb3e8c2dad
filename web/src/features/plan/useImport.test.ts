import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useImport } from './useImport'

const DRAFT = { id: 'd1', fileName: '方案.txt', titles: ['某县方案'], regionCode: '991101', importedAt: '', importedBy: 'zhang' }

/** An upload that goes on when the test says so. */
class PretendUpload {
  static last: PretendUpload
  upload: { onprogress?: (sent: object) => void } = {}
  onload?: () => void
  onabort?: () => void
  aborted = false
  status = 0
  responseText = ''

  constructor() {
    PretendUpload.last = this
  }
  open(): void {}
  setRequestHeader(): void {}
  send(): void {}
  abort(): void {
    this.aborted = true
    this.onabort?.()
  }
  sent(loaded: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total: 100 })
  }
  answer(status: number, body: unknown): void {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
  }
}

describe('useImport', () => {
  const asked: string[] = []
  const imported = vi.fn()

  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=t'
    vi.stubGlobal('XMLHttpRequest', PretendUpload)
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      return new Response(null, { status: 204 })
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    asked.length = 0
    imported.mockClear()
  })

  async function started() {
    const process = useImport(imported)
    void process.start(new File(['x'], '方案.txt'), '')
    await flushPromises()
    return process
  }

  it('hands on the draft that was kept', async () => {
    await started()
    PretendUpload.last.answer(201, DRAFT)
    await flushPromises()
    expect(imported).toHaveBeenCalledExactlyOnceWith(DRAFT)
  })

  it('stops an upload that is cancelled before all of it was sent', async () => {
    const process = await started()
    PretendUpload.last.sent(40)
    process.cancel()
    await flushPromises()
    expect(PretendUpload.last.aborted).toBe(true)
    expect(process.step.value).toBe('cancelled')
    expect(asked).toEqual([])
  })

  it('discards the draft of a file that was sent whole when it was cancelled', async () => {
    const process = await started()
    PretendUpload.last.sent(100)
    process.cancel()
    await flushPromises()
    expect(PretendUpload.last.aborted).toBe(false)
    PretendUpload.last.answer(201, DRAFT)
    await flushPromises()
    expect(asked).toEqual(['DELETE /api/plan-drafts/d1'])
    expect(process.step.value).toBe('cancelled')
    expect(imported).not.toHaveBeenCalled()
  })

  it('says why a file is refused', async () => {
    const process = await started()
    PretendUpload.last.answer(422, { type: '/problems/refused', title: '没有导入' })
    await flushPromises()
    expect(process.problem.value?.title).toBe('没有导入')
    expect(process.step.value).toBe('choosing')
  })
})
