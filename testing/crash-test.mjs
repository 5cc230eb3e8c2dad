// Kills the server, and PostgreSQL with it, at random moments while it acknowledges writes, and counts what was lost.
//
//   node testing/crash-test.mjs --database h2|postgresql [--rounds 100] [--seed 1] [--launcher ./jingtu]
//
// Each round: start ./jingtu on the same data, sign in, let four clients add organisations one after the other, send
// SIGKILL at a moment drawn from the seed. After the restart every organisation whose 201 a client had seen must be
// there, and the audit chain must be whole. Prints one line a round and a sum; exits 1 where anything was lost.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomUUID } from 'node:crypto'

const top = join(dirname(fileURLToPath(import.meta.url)), '..')
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const launcher = option('launcher', join(top, 'jingtu'))
const rounds = Number(option('rounds', '100'))
const database = option('database', 'h2')
const random = sequence(Number(option('seed', '1')))
const data = mkdtempSync(join(tmpdir(), 'jingtu-crash-'))
const password = randomUUID()
const acknowledged = new Set()
let sent = 0
let postgres
let administrator

/** The same numbers in [0, 1) for the same seed (mulberry32). */
function sequence(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function postgresScript(...args) {
  const run = spawnSync(join(top, 'testing', 'postgres'), args, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`testing/postgres ${args.join(' ')}: ${run.stderr}`)
  return run.stdout.trim()
}

/** Starts the server; resolves with its address and what it printed until it was ready. */
function startServer() {
  const args = ['serve', '--port', '0', '--data', join(data, 'server')]
  if (postgres) args.push('--database', postgres)
  const server = spawn(launcher, args, { env: { ...process.env, JINGTU_DATABASE_USER: 'postgres' } })
  let printed = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      printed += chunk
      const ready = printed.match(/^JINGTU_READY (\S+)$/m)
      if (ready) resolve({ server, address: ready[1].replace(/\/$/, ''), printed })
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', () => reject(new Error(`the server did not start:\n${printed}`)))
  })
}

/** A client with its own cookies. */
function client(address) {
  const cookies = new Map()
  return async function call(method, path, body) {
    const response = await fetch(address + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '),
        'X-XSRF-TOKEN': cookies.get('XSRF-TOKEN') ?? '',
      },
      body: body && JSON.stringify(body),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text }
  }
}

async function signedIn(address, printed) {
  const call = client(address)
  await call('GET', '/api/session')
  const invitation = printed.match(/\/welcome\/(\S+)/)
  if (invitation) {
    const welcome = await call('POST', `/api/invitations/${invitation[1]}`, { password })
    if (welcome.status !== 200) throw new Error(`invitation refused: ${JSON.stringify(welcome)}`)
    administrator = welcome.body.account.username
  } else {
    const answer = await call('POST', '/api/session', { username: administrator, password })
    if (answer.status !== 200) throw new Error(`sign-in refused: ${JSON.stringify(answer)}`)
  }
  await call('GET', '/api/session')
  return call
}

async function write(call, stopped) {
  while (!stopped()) {
    const name = `crash ${sent++} ${randomUUID()}`
    try {
      const answer = await call('POST', '/api/organisations', { name, aliases: [] })
      if (answer.status !== 201) throw new Error(`refused: ${JSON.stringify(answer)}`)
      acknowledged.add(name)
    } catch (e) {
      if (!stopped()) throw e
    }
  }
}

async function lost(call) {
  const there = new Set((await call('GET', '/api/organisations')).body.map((o) => o.name))
  return [...acknowledged].filter((name) => !there.has(name))
}

function verifyAudit() {
  const args = ['verify-audit', '--data', join(data, 'server')]
  if (postgres) args.push('--database', postgres)
  const run = spawnSync(launcher, args, { encoding: 'utf8', env: { ...process.env, JINGTU_DATABASE_USER: 'postgres' } })
  return { whole: run.status === 0, said: (run.stdout + run.stderr).trim() }
}

let missing = 0
if (database === 'postgresql') postgres = postgresScript('start', join(data, 'postgres'), '--durable')
try {
  for (let round = 1; round <= rounds; round++) {
    const { server, address, printed } = await startServer()
    const call = await signedIn(address, printed)
    const gone = await lost(call)
    missing += gone.length
    let killed = false
    const before = acknowledged.size
    const moment = 50 + Math.floor(random() * 1500)
    const writing = Promise.all([1, 2, 3, 4].map(() => write(call, () => killed)))
    await new Promise((resolve) => setTimeout(resolve, moment))
    killed = true
    const exit = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGKILL')
    const alsoDatabase = postgres && round % 2 === 0
    if (alsoDatabase) postgresScript('kill', join(data, 'postgres'))
    await Promise.allSettled([writing])
    await exit
    if (alsoDatabase) postgres = postgresScript('start', join(data, 'postgres'), '--durable')
    console.log(`round ${round}: killed ${alsoDatabase ? 'server and database' : 'server'} after ${moment} ms, ${acknowledged.size - before} writes acknowledged, ${gone.length} lost before`)
  }
  const { server, address, printed } = await startServer()
  missing += (await lost(await signedIn(address, printed))).length
  const exit = new Promise((resolve) => server.once('close', resolve))
  server.kill('SIGTERM')
  await exit
  const audit = verifyAudit()
  console.log(`${database}: ${rounds} kills, ${acknowledged.size} acknowledged writes, ${missing} lost; audit: ${audit.said}`)
  process.exitCode = missing === 0 && audit.whole ? 0 : 1
} finally {
  if (postgres) postgresScript('stop', join(data, 'postgres'))
  rmSync(data, { recursive: true, force: true })
}
