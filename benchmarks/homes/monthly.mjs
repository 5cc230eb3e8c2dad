// Fills a county with three years of monthly reports and asks its homes and lists as ten users at once do, over HTTP.
//
//   node benchmarks/homes/monthly.mjs --database h2|postgresql [--organisations 40] [--townships 30] [--sentences 600]
//     [--periods 36] [--calls 40] [--seed 1] [--launcher ./jingtu] [--pause]
//
// Serves the demo in a folder of its own to have its tables, stops it, writes the county of county.mjs by SQL, and serves
// again. Each user draws other parameters for each call. Prints how many rows there are, what each kind of question took and a
// digest of all that was answered, which is the same on both databases on the same day. With --pause it waits for a line on
// standard input before it asks, so that other work on the machine can be ended first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { option, sequence, signedIn, startPostgres, startServer, stopPostgres, summed, top } from '../served.mjs'
import { COUNTY, organisationsOf, planId, roundId, script } from './county.mjs'

const launcher = option('launcher', join(top, 'jingtu'))
const database = option('database', 'h2')
const size = {
  organisations: Number(option('organisations', '40')),
  townships: Number(option('townships', '30')),
  sentences: Number(option('sentences', '600')),
  periods: Number(option('periods', '36')),
}
const calls = Number(option('calls', '40'))
const USERS = 10
const today = new Date(`${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T00:00:00Z`)
const data = mkdtempSync(join(tmpdir(), 'jingtu-homes-'))
const whose = organisationsOf(size)

function stopped(server) {
  return new Promise((resolve) => {
    server.removeAllListeners('exit')
    server.on('exit', resolve)
    server.kill()
  })
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (done.status !== 0) throw new Error(`${command}: ${(done.stderr || done.stdout || String(done.error)).slice(0, 2000)}`)
  return done.stdout
}

/** How each duty stands and what waits is reckoned as the migrations do it for reports that are there already. */
function reckoned() {
  const folder = join(top, 'server/src/main/resources/db/migration/common/duty')
  const statements = ['V7__homes.sql', 'V16__at_a_glance.sql'].flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').match(/^(UPDATE|INSERT) [\s\S]*?;$/gm),
  )
  return statements.join('\n').replace('INSERT INTO round_count', 'DELETE FROM round_count;\nINSERT INTO round_count')
}

function fill(sql) {
  const file = join(data, 'county.sql')
  if (postgres) {
    const url = new URL(postgres.replace('jdbc:', ''))
    writeFileSync(file, `begin;\n${sql}\ncommit;\nanalyze;\nbegin;\n${reckoned()}\ncommit;\nanalyze;\n`)
    run('psql', ['-q', '-h', url.hostname, '-p', url.port, '-U', 'postgres', '-d', 'jingtu', '-v', 'ON_ERROR_STOP=1', '-f', file])
  } else {
    writeFileSync(file, `set autocommit false;\n${sql}\ncommit;\nanalyze;\n${reckoned()}\ncommit;\nanalyze;\n`)
    const lib = join(dirname(launcher), 'lib')
    const jar = join(lib, readdirSync(lib).find((name) => /^h2-.*\.jar$/.test(name)))
    const java = join(run(launcher, ['--find-java']).trim(), 'bin', 'java')
    run(java, ['-cp', jar, 'org.h2.tools.RunScript', '-url', `jdbc:h2:file:${join(data, 'server', 'jingtu')};DATABASE_TO_LOWER=TRUE`, '-user', 'jingtu', '-script', file])
  }
}

const DUES = ['TODAY', 'DAYS_3', 'DAYS_7', 'DAYS_30', 'OVERDUE']
const LIGHTS = ['RED', 'YELLOW', 'GREEN', 'WHITE', 'DONE', 'NONE']
const NEWS = ['ACCEPTED', 'MOVED', 'OVERDUE', 'REOPENED']

/** Who asks, and what; each call draws its own parameters. */
function questions(below) {
  const one = (list) => list[below(list.length)]
  const township = () => COUNTY + String(1 + below(size.townships)).padStart(3, '0')
  const chapter = () => `&plan=${planId(below(3))}&chapter=${encodeURIComponent(`第${1 + below(12)}章`)}`
  const narrowed = [
    () => `&plan=${planId(below(3))}`,
    chapter,
    () => `&organisation=${one(whose).id}`,
    () => `&words=${encodeURIComponent(`第${below(size.sentences)}句`)}`,
    () => `&due=${one(DUES)}`,
    () => `&light=${one(LIGHTS)}${chapter()}`,
    () => `&light=${one(LIGHTS)}&region=${township()}`,
    () => `&light=${one(LIGHTS)}&organisation=${one(whose).id}`,
    () => `&news=${one(NEWS)}`,
    () => '&asleep=true',
    () => '',
  ]
  return {
    'home, coordinator': ['coordinators', () => `/api/home/coordinator?due=${one(DUES)}`],
    'home, organisation': ['officers', () => '/api/home/organisation'],
    'home, leader': ['coordinators', () => '/api/home/leader'],
    'duties, narrowed': ['coordinators', () => `/api/duties?limit=50${one(narrowed)()}`],
    'duties, read on': ['coordinators', (seen) => `/api/duties?limit=50&after=${one(seen)}${one([() => '', narrowed[4], narrowed[0]])()}`],
    'duties, an officer': ['officers', () => `/api/duties?limit=50${one([narrowed[4], narrowed[3], () => `&light=${one(LIGHTS)}`, () => ''])()}`],
    'what to narrow to': ['coordinators', () => `/api/duties/choices?plan=${planId(below(3))}`],
    'round-ups': ['coordinators', () => '/api/round-ups'],
    'round-ups, officer': ['officers', () => '/api/round-ups'],
    'one round-up': ['coordinators', () => `/api/round-ups/${roundId(below(size.periods))}`],
    'lines of one in it': ['coordinators', () => `/api/round-ups/${roundId(below(size.periods))}/lines?organisation=${one(whose).id}`],
    'lines, an officer': ['officers', () => `/api/round-ups/${roundId(below(size.periods))}/lines`],
    chasing: ['coordinators', () => `/api/round-ups/${roundId(size.periods - 1 - below(2))}/chasing`],
  }
}

async function ask(users, kind, seen, random, digest) {
  const below = (n) => Math.floor(random() * n)
  const [who, path] = questions(below)[kind]
  // Drawn before anybody asks, so that who is faster changes nothing.
  const drawn = users[who].map(() => Array.from({ length: calls }, () => path(seen)))
  const took = []
  let letters = 0
  await Promise.all(
    users[who].map(async (call, user) => {
      for (const asked of drawn[user]) {
        const since = performance.now()
        const answer = await call('GET', asked)
        took.push(performance.now() - since)
        letters += answer.length
        digest.push(`${user} ${asked} ${answer}`)
      }
    }),
  )
  const { p50, p95, longest } = summed(took)
  const line = `${kind.padEnd(20)} p50 ${String(p50).padStart(4)} ms   p95 ${String(p95).padStart(4)} ms   longest ${String(longest).padStart(4)} ms   ${String(Math.round(letters / took.length / 1000)).padStart(3)} thousand letters each   (${took.length} calls)`
  return { line, p95 }
}

const postgres = database === 'postgresql' ? startPostgres(join(data, 'postgres')) : undefined
const folder = join(data, 'server')
let server
try {
  const { sql, counts } = script({ ...size, coordinators: USERS, officers: USERS, today })
  const once = await startServer({ launcher, folder, postgres })
  await stopped(once.server)
  const since = performance.now()
  fill(sql)
  console.log(
    `${database}, ${size.organisations} organisations, ${size.townships} townships, ${size.sentences} sentences in ${counts.duties} duties, ` +
      `${size.periods} periods of ${counts.linesOfPeriod} lines: ${counts.lines} lines; written by SQL in ${((performance.now() - since) / 1000).toFixed(0)} s; ` +
      `${cpus().length} cores, seed ${option('seed', '1')}, ${today.toISOString().slice(0, 10)}`,
  )
  const started = await startServer({ launcher, folder, postgres, first: false })
  server = started.server
  const signIn = (name) => Promise.all(Array.from({ length: USERS }, (_, i) => signedIn(started.address, `measured-${name}-${i}`, once.password).then(({ call }) => call)))
  const users = { coordinators: await signIn('coordinator'), officers: await signIn('officer') }
  const seen = JSON.parse(await users.coordinators[0]('GET', '/api/duties?limit=200')).duties.map((duty) => duty.id)
  const kinds = Object.keys(questions(() => 0))
  if (process.argv.includes('--pause')) {
    console.log('ready to ask')
    await new Promise((resolve) => process.stdin.once('data', resolve))
    process.stdin.pause()
  }
  for (const kind of kinds) await ask(users, kind, seen, sequence(0), [])
  const random = sequence(Number(option('seed', '1')))
  const digests = []
  let slowest = 0
  for (const kind of kinds) {
    const digest = []
    const { line, p95 } = await ask(users, kind, seen, random, digest)
    const of = createHash('sha256').update(digest.sort().join('\n')).digest('hex').slice(0, 12)
    digests.push(of)
    slowest = Math.max(slowest, p95)
    console.log(`${line}   answers ${of}`)
  }
  console.log(`slowest p95 ${slowest} ms; answers ${createHash('sha256').update(digests.join()).digest('hex').slice(0, 16)}`)
} finally {
  server?.kill()
  if (postgres) stopPostgres(join(data, 'postgres'))
  rmSync(data, { recursive: true, force: true })
}
