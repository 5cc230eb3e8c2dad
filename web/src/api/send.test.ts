import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { send, whenSessionEnds } from './send'

const asked: { url: string; method: string; token: string | null; language: string | null; body: string }[] = []
let statuses: number[] = []

async function answer(input: Request | string): Promise<Response> {
  const request = input instanceof Request ? input : new Request(new URL(input, window.location.origin))
  asked.push({
    url: new URL(request.url).pathname,
    method: request.method,
    token: request.headers.get('X-XSRF-TOKEN'),
    language: request.headers.get('Accept-Language'),
    body: await request.text(),
  })
  if (new URL(request.url).pathname === '/api/session') document.cookie = 'XSRF-TOKEN=fresh'
  return new Response('{}', { status: statuses.shift() ?? 200 })
}

function post(path = '/api/organisations'): Request {
  return new Request(new URL(path, window.location.origin), { method: 'POST', body: 'typed' })
}

beforeEach(() => {
  asked.length = 0
  statuses = []
  document.cookie = 'XSRF-TOKEN=held'
  vi.stubGlobal('fetch', answer)
})

afterEach(() => {
  whenSessionEnds(() => Promise.resolve(false))
  vi.unstubAllGlobals()
})

it('sends changes with the token against forged requests, and reads without it', async () => {
  await send(post())
  await send(new Request(new URL('/api/plans', window.location.origin)))
  expect(asked.map(({ token, language }) => [token, language])).toEqual([
    ['held', 'zh'],
    [null, 'zh'],
  ])
})

it('fetches a token first where the cookie is gone', async () => {
  document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
  await send(post())
  expect(asked.map(({ url, token }) => [url, token])).toEqual([
    ['/api/session', null],
    ['/api/organisations', 'fresh'],
  ])
})

it('asks to sign in again when the session has ended, then sends the same once more', async () => {
  statuses = [401, 201]
  const ask = vi.fn(() => Promise.resolve(true))
  whenSessionEnds(ask)
  const response = await send(post())
  expect(response.status).toBe(201)
  expect(ask).toHaveBeenCalledOnce()
  expect(asked.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'typed'],
    ['POST', 'typed'],
  ])
})

it('gives the refusal on where nobody signs in', async () => {
  statuses = [401]
  expect((await send(post())).status).toBe(401)
  expect(asked).toHaveLength(1)
})

it('takes a refused sign-in for what it is', async () => {
  statuses = [401]
  const ask = vi.fn(() => Promise.resolve(true))
  whenSessionEnds(ask)
  await send(post('/api/session'))
  expect(ask).not.toHaveBeenCalled()
})
