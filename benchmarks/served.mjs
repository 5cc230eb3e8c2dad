// What measurements over HTTP share: the product served in a folder of its own on either database, who asks it, and how long
// that took.
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const top = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The word after `--name` on the command line. */
export function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function sequence(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A PostgreSQL of one's own in a folder, that keeps what it was told; the address of its database. */
export function startPostgres(folder) {
  const run = spawnSync(join(top, 'testing', 'postgres'), ['start', folder, '--durable'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout.trim()
}

export function stopPostgres(folder) {
  spawnSync(join(top, 'testing', 'postgres'), ['stop', folder])
}

/** Serves the demo; its password is printed at the first start in a folder only, and absent later. */
export function startServer({ launcher, folder, postgres, first = true }) {
  const args = ['--lang', 'en', 'serve', '--demo', '--port', '0', '--data', folder]
  if (postgres) args.push('--database', postgres)
  const server = spawn(launcher, args, { env: { ...process.env, JINGTU_DATABASE_USER: 'postgres' } })
  let printed = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      printed += chunk
      const ready = printed.match(/^JINGTU_READY (\S+)$/m)
      const words = printed.match(/as coordinator with the password (\S+)/)
      if (ready && (words || !first)) resolve({ server, address: ready[1].replace(/\/$/, ''), password: words?.[1] })
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', () => reject(new Error(`the server did not start:\n${printed}`)))
  })
}

/** Somebody who keeps cookies, as a browser does; answers are texts. */
export function client(address) {
  const cookies = new Map()
  return async function call(method, path, body) {
    const form = body instanceof FormData
    const response = await fetch(address + path, {
      method,
      headers: {
        ...(form ? {} : { 'Content-Type': 'application/json' }),
        Cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '),
        'X-XSRF-TOKEN': cookies.get('XSRF-TOKEN') ?? '',
      },
      body: form ? body : body && JSON.stringify(body),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`)
    return text
  }
}

/** Signs somebody in; `account` is who that is. */
export async function signedIn(address, username, password) {
  const call = client(address)
  await call('GET', '/api/session')
  const { account } = JSON.parse(await call('POST', '/api/session', { username, password }))
  await call('GET', '/api/session')
  return { call, account }
}

/** What times in milliseconds come to. */
export function summed(took) {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
  return { p50: at(0.5), p95: at(0.95), longest: Math.round(sorted.at(-1)) }
}
