import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../..')
const START_SECONDS = 180

/** What the start of `serve --demo` tells on its standard output; the one-time link only before its first use. */
export interface Announced {
  address: string
  firstLink?: string
  username: string
  password: string
}

/** The packaged product, running. */
export interface Product {
  told: Announced
  stop(): Promise<void>
}

/** The packaged product on a folder of its own, with all that its first start told; both go when it is stopped. */
export async function startOwnProduct(): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'jingtu-e2e-'))
  const remove = () => rmSync(data, { recursive: true, force: true })
  try {
    const { told, stop } = await startProduct(data)
    remember(told)
    process.env.E2E_DATA = data
    return { told, stop: () => stop().then(remove) }
  } catch (failure) {
    remove()
    throw failure
  }
}

/** Starts the packaged product on a folder, new or left by an earlier start. */
export async function startProduct(data: string): Promise<Product> {
  // A server that lives for minutes compiles what it will hardly run again: a third of its work, when left to itself.
  const env = { JINGTU_OPTS: '-XX:TieredStopAtLevel=1', ...process.env }
  const server = spawn(launcher(), ['serve', '--demo', '--port', '0', '--data', data], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => stopped(server)
  try {
    return { told: await announced(server), stop }
  } catch (failure) {
    await stop()
    throw failure
  }
}

function launcher(): string {
  const target = join(ROOT, 'target')
  const unpacked = existsSync(target) ? readdirSync(target).filter((name) => /^jingtu-[\d.]+$/.test(name)) : []
  const found = unpacked.map((name) => join(target, name, 'jingtu')).find((file) => existsSync(file))
  if (found === undefined) throw new Error('there is no target/jingtu-VERSION/jingtu: run `mvn package` first')
  return found
}

/** Reads the lines of the start until the address and everything needed to sign in were told. */
function announced(server: ChildProcess): Promise<Announced> {
  return new Promise((done, failed) => {
    const told: Partial<Announced> = {}
    const timer = setTimeout(() => failed(new Error(`not started within ${START_SECONDS} s`)), START_SECONDS * 1000)
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    createInterface({ input: server.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      told.firstLink ??= /(http:\S+\/welcome\/[\w-]+)/.exec(line)?.[1]
      const signIn = /sign in at \S+ as (\S+) with the password (\S+)/.exec(line)
      if (signIn !== null && told.username === undefined) Object.assign(told, { username: signIn[1], password: signIn[2] })
      told.address ??= /^JINGTU_READY (\S+)/.exec(line)?.[1]?.replace(/\/$/, '')
      if (told.address === undefined) return
      clearTimeout(timer)
      if (told.username) done(told as Announced)
      else failed(new Error('the start told no demo sign-in'))
    })
  })
}

/** The tests of one process share one product; they find it in their environment. */
function remember({ address, firstLink, username, password }: Announced): void {
  if (firstLink === undefined) throw new Error('the first start told no one-time link')
  process.env.E2E_ADDRESS = address
  process.env.E2E_FIRST_LINK = firstLink
  process.env.E2E_USERNAME = username
  process.env.E2E_PASSWORD = password
  process.env.E2E_ADMIN_PASSWORD = randomBytes(12).toString('base64url')
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}
