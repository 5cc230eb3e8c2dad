import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import type { Outcome } from '@/api/client'
import { UNREACHABLE } from '@/api/problem'
import { useResource } from './useResource'

it('lets the later question win where answers overtake each other', async () => {
  const id = ref('first')
  const settle = new Map<string, (outcome: Outcome<string>) => void>()
  const ask = () => {
    const asked = id.value
    return new Promise<Outcome<string>>((resolve) => settle.set(asked, resolve))
  }
  const { data } = effectScope().run(() => useResource(ask)) ?? {}
  id.value = 'second'
  await flushPromises()
  settle.get('second')?.({ data: 'answer to the second' })
  settle.get('first')?.({ data: 'answer to the first' })
  await flushPromises()
  expect(data?.value).toBe('answer to the second')
})

it('keeps what it had when loading again fails, and says why', async () => {
  const answers: Outcome<string>[] = [{ data: 'had' }, { problem: UNREACHABLE }]
  const ask = () => Promise.resolve(answers.shift() ?? { problem: UNREACHABLE })
  const resource = effectScope().run(() => useResource(ask))
  await flushPromises()
  await resource?.reload()
  expect(resource?.data.value).toBe('had')
  expect(resource?.problem.value).toEqual(UNREACHABLE)
})
