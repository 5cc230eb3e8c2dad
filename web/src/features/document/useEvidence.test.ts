import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import type { Evidence } from '@/api/types'
import { LARGEST_BYTES } from './evidence'
import { madeEvidence } from './fixtures'
import { useEvidence } from './useEvidence'

/** An upload that goes on when the test says so. */
class PretendUpload {
  static all: PretendUpload[] = []
  upload: { onprogress?: (sent: object) => void } = {}
  onload?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  path = ''
  form = new FormData()

  constructor() {
    PretendUpload.all.push(this)
  }
  open(_method: string, path: string): void {
    this.path = path
  }
  setRequestHeader(): void {}
  send(form: FormData): void {
    this.form = form
  }
  abort(): void {
    this.onabort?.()
  }
  sent(loaded: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total: 100 })
  }
  async answer(status: number, body: unknown): Promise<void> {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload?.()
    await flushPromises()
  }
}

const PLAN = madeEvidence('e1', 'plan.pdf')
const REFUSED = { type: '/problems/refused', title: 'refused', findings: [{ place: 'a.zip', problem: 'p', remedy: 'r' }] }

describe('useEvidence', () => {
  const asked: string[] = []
  let answers: (request: Request) => unknown
  let scope: EffectScope

  beforeEach(() => {
    PretendUpload.all = []
    asked.length = 0
    scope = effectScope()
    answers = () => []
    document.cookie = 'XSRF-TOKEN=t'
    vi.stubGlobal('XMLHttpRequest', PretendUpload)
    vi.stubGlobal('fetch', async (request: Request) => {
      const { pathname, search } = new URL(request.url)
      asked.push(`${request.method} ${pathname}${search}`)
      return Response.json(answers(request))
    })
  })
  afterEach(() => {
    scope.stop()
    vi.unstubAllGlobals()
  })

  async function opened(held: string[], handsBack = true) {
    const ids = ref(held)
    const lists: string[][] = []
    const field = scope.run(() =>
      useEvidence({
        ids,
        regionCode: ref('991101'),
        changed: (now) => {
          lists.push(now)
          if (handsBack) ids.value = now
        },
        tooLarge: (file) => ({ type: '/problems/too-large', title: file.name, status: 413 }),
      }),
    )
    if (!field) throw new Error('no scope')
    await flushPromises()
    return { ids, lists, ...field }
  }

  function file(name: string, size = 1): File {
    const made = new File(['x'], name)
    Object.defineProperty(made, 'size', { value: size })
    return made
  }

  it('asks for what hangs there, a hundred at a time, and counts what it may not see', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `id-${index}`)
    answers = (request) => new URL(request.url).searchParams.getAll('ids').filter((id) => id !== 'id-7').map((id) => madeEvidence(id, `${id}.pdf`))
    const field = await opened(ids)
    expect(asked).toHaveLength(2)
    expect(field.pieces.value).toHaveLength(119)
    expect(field.unseen.value).toBe(1)
  })

  it('sends one file after the other and keeps both, even before the form hands the list back', async () => {
    const field = await opened([], false)
    field.add([file('a.pdf'), file('b.pdf')])
    await flushPromises()
    expect(PretendUpload.all).toHaveLength(1)
    expect(PretendUpload.all[0]?.path).toBe('/api/evidence')
    expect(PretendUpload.all[0]?.form.get('regionCode')).toBe('991101')
    PretendUpload.all[0]?.sent(40)
    expect(field.sending.value.map(({ share }) => share)).toEqual([0.4, 0])
    await PretendUpload.all[0]?.answer(201, madeEvidence('a', 'a.pdf'))
    await PretendUpload.all[1]?.answer(201, madeEvidence('b', 'b.pdf'))
    expect(field.lists.at(-1)).toEqual(['a', 'b'])
    expect(field.sending.value).toEqual([])
  })

  it('keeps a refused file with its reason until it is put aside, and sends the next', async () => {
    const field = await opened([])
    field.add([file('a.zip'), file('b.pdf')])
    await flushPromises()
    await PretendUpload.all[0]?.answer(422, REFUSED)
    expect(field.sending.value[0]?.problem?.findings).toEqual(REFUSED.findings)
    await PretendUpload.all[1]?.answer(201, madeEvidence('b', 'b.pdf'))
    expect(field.ids.value).toEqual(['b'])
    field.dismiss(field.sending.value[0]?.key ?? -1)
    expect(field.sending.value).toEqual([])
  })

  it('refuses a file that is too large without sending it', async () => {
    const field = await opened([])
    field.add([file('map.pdf', LARGEST_BYTES + 1), file('whole.pdf', LARGEST_BYTES)])
    await flushPromises()
    expect(field.sending.value[0]?.problem?.title).toBe('map.pdf')
    expect(PretendUpload.all.map(({ form }) => (form.get('file') as File).name)).toEqual(['whole.pdf'])
  })

  it('leaves nothing of a file whose sending was stopped', async () => {
    const field = await opened([])
    field.add([file('a.pdf')])
    await flushPromises()
    field.dismiss(field.sending.value[0]?.key ?? -1)
    await flushPromises()
    expect(field.sending.value).toEqual([])
    expect(field.ids.value).toEqual([])
  })

  it('replaces a piece by saying which version it saw, and the list stays', async () => {
    answers = () => [PLAN]
    const field = await opened(['e1'])
    field.replace(PLAN, file('plan2.pdf'))
    await flushPromises()
    expect(PretendUpload.all[0]?.path).toBe('/api/evidence/e1/versions')
    expect(PretendUpload.all[0]?.form.get('version')).toBe('1')
    await PretendUpload.all[0]?.answer(201, madeEvidence('e1', 'plan2.pdf', { versions: 2 }))
    expect(field.pieces.value[0]?.versions.map(({ name }) => name)).toEqual(['plan2.pdf', 'old-1-plan2.pdf'])
    expect(field.lists).toEqual([])
  })

  it('keeps a removed piece in the list, so that it can be restored', async () => {
    answers = () => [PLAN]
    const field = await opened(['e1'])
    const removed: Evidence = { ...PLAN, removal: { by: 'li', at: '2026-03-19T00:00:00Z', reason: 'wrong' } }
    answers = () => removed
    expect(await field.remove(PLAN, 'wrong')).toBeUndefined()
    expect(field.pieces.value).toEqual([removed])
    expect(field.lists).toEqual([])
    answers = () => PLAN
    await field.restore(removed)
    expect(field.pieces.value).toEqual([PLAN])
    expect(asked.slice(1)).toEqual(['PUT /api/evidence/e1/removal', 'DELETE /api/evidence/e1/removal'])
  })

  it('takes what was handed in here off the list when it is removed, and puts it back', async () => {
    const field = await opened([])
    field.add([file('a.pdf')])
    await flushPromises()
    const piece = madeEvidence('a', 'a.pdf')
    await PretendUpload.all[0]?.answer(201, piece)
    expect(field.isFresh(piece)).toBe(true)
    answers = () => ({ ...piece, removal: { by: 'li', at: '', reason: 'x' } })
    await field.remove(piece, 'x')
    expect(field.ids.value).toEqual([])
    answers = () => piece
    await field.restore(piece)
    expect(field.ids.value).toEqual(['a'])
  })
})
