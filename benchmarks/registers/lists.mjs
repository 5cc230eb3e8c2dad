// Fills a register with records and asks its list as ten users at once do, over HTTP, on either database.
//
//   node benchmarks/registers/lists.mjs --database h2|postgresql [--records 20000] [--calls 40] [--seed 1] [--launcher ./jingtu]
//
// Serves the demo county in a folder of its own, makes a register of 20 fields with a point each, and imports a .csv with
// planted faults: every fault must be found, at its cell and nowhere else. Then ten users search, filter, sort and read on
// after a record drawn at random, each call with other parameters. At the end the import is taken back in one step.
// Prints what each kind of question took and a digest of all that was answered; exits 1 where a fault was missed or the
// register is not empty at the end.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { option, sequence, signedIn, startPostgres, startServer, stopPostgres, summed, top } from '../served.mjs'

const launcher = option('launcher', join(top, 'jingtu'))
const database = option('database', 'h2')
const records = Number(option('records', '20000'))
const calls = Number(option('calls', '40'))
const random = sequence(Number(option('seed', '1')))
const USERS = 10
const REGISTER = 'measured-yards'
const KINDS = ['open', 'covered', 'closed', 'unknown']
const data = mkdtempSync(join(tmpdir(), 'jingtu-registers-'))

const DEFINITION = `register: ${REGISTER}
version: 1
name: 测量用堆场
kind: 清单
key: [number]
geometry: point
fields:
  - {id: number, label: 编号, type: text, required: true, sortable: true}
  - {id: name, label: 名称, type: text, required: true, sortable: true}
  - {id: kind, label: 类别, type: text, sortable: true}
  - {id: area, label: 面积, type: quantity, unit: m², decimals: 2, min: 0, sortable: true}
  - {id: volume, label: 体积, type: quantity, unit: m³, decimals: 2, min: 0, sortable: true}
  - {id: found_on, label: 发现日期, type: date, sortable: true}
  - {id: cleared_on, label: 清理日期, type: date, sortable: true}
  - {id: hazardous, label: 危险废物, type: flag}
${Array.from({ length: 6 }, (_, i) => `  - {id: figure_${i}, label: 指标${i}, type: number, decimals: 3}`).join('\n')}
${Array.from({ length: 6 }, (_, i) => `  - {id: note_${i}, label: 说明${i}, type: text}`).join('\n')}
`


const below = (n) => Math.floor(random() * n)
const day = () => `20${String(10 + below(17)).padStart(2, '0')}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`

/** The file, and which cells of it are wrong, as `line:column` with the head as line 1 and columns from 1. One row in a hundred has one. */
function sheet() {
  const columns = ['编号', '名称', '类别', '面积（m²）', '体积（m³）', '发现日期', '清理日期', '危险废物']
  for (let i = 0; i < 6; i++) columns.push(`指标${i}`)
  for (let i = 0; i < 6; i++) columns.push(`说明${i}`)
  columns.push('经度', '纬度')
  const lines = [columns.join(',')]
  const planted = new Set()
  for (let row = 0; row < records; row++) {
    const cells = [
      `Y${String(row).padStart(6, '0')}`,
      `堆场${below(records)}号`,
      KINDS[below(KINDS.length)],
      (random() * 10_000).toFixed(2),
      (random() * 1_000).toFixed(2),
      day(),
      random() < 0.3 ? '' : day(),
      random() < 0.5 ? '是' : '否',
    ]
    for (let i = 0; i < 6; i++) cells.push((random() * 100).toFixed(3))
    for (let i = 0; i < 6; i++) cells.push(`说明${below(500)}`)
    cells.push((113 + random()).toFixed(6), (34 + random()).toFixed(6))
    if (row % 100 === 99) {
      const [column, fault] = [[3, '许多'], [4, '-1'], [5, '2026年13月1日'], [7, '大概'], [1, '']][below(5)]
      cells[column] = fault
      planted.add(`${row + 2}:${column + 1}`)
    }
    lines.push(cells.join(','))
  }
  return { text: lines.join('\n') + '\n', planted }
}

/** Somebody signed in, for whom answers are objects. */
async function user({ address, password }) {
  const { call, account } = await signedIn(address, 'coordinator', password)
  const parsed = async (method, path, body) => {
    const text = await call(method, path, body)
    return text ? JSON.parse(text) : undefined
  }
  return { call: parsed, account }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function ended(call, id) {
  for (;;) {
    const job = await call('GET', `/api/imports/${id}`)
    if (!['CHECKING', 'RUNNING'].includes(job.step)) return job
    await pause(100)
  }
}

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1) + ' s'
const list = (query) => `/api/registers/${REGISTER}/records?limit=50&${query}`

/** The cells that the list of faults names, written as those that were planted. */
async function faultyCells(call, id) {
  const found = new Set()
  for (let after = ''; ; ) {
    const page = await call('GET', `/api/imports/${id}/rows?of=FAULTY${after && `&after=${encodeURIComponent(after)}`}`)
    for (const { number, findings } of page.rows)
      for (const { column, doubt } of findings) if (!doubt) found.add(`${number}:${column}`)
    if (!page.next) return found
    after = page.next
  }
}

/** The four kinds of question; each call draws its own parameters. */
const QUESTIONS = {
  search: () => list(`q=${encodeURIComponent(`堆场${below(records)}`)}`),
  filter: () => list(`filter=area:from:${below(9000)}&filter=kind:is:${KINDS[below(4)]}&filter=found_on:to:${day()}`),
  sort: () => list(`sort=${['', '-'][below(2)]}${['area', 'found_on', 'cleared_on', 'name'][below(4)]}&filter=figure_0:from:${below(90)}`),
  'after a record': (ids) => list(`sort=${['', '-'][below(2)]}${['area', 'cleared_on', 'name'][below(3)]}&after=${ids[below(ids.length)]}`),
}

async function ask(users, kind, ids, digest) {
  const took = []
  await Promise.all(
    users.map(async ({ call }) => {
      for (let i = 0; i < calls; i++) {
        const path = QUESTIONS[kind](ids)
        const since = performance.now()
        const page = await call('GET', path)
        took.push(performance.now() - since)
        digest.push(path + page.records.map(({ id, values }) => values.number ?? id).join())
      }
    }),
  )
  const { p50, p95, longest } = summed(took)
  return `${kind.padEnd(16)} p50 ${p50} ms   p95 ${p95} ms   longest ${longest} ms   (${took.length} calls)`
}

const postgres = database === 'postgresql' ? startPostgres(join(data, 'postgres')) : undefined
let server
try {
  const started = await startServer({ launcher, folder: join(data, 'server'), postgres })
  server = started.server
  const users = await Promise.all(Array.from({ length: USERS }, () => user(started)))
  const { call, account } = users[0]
  await call('POST', '/api/registers/definitions', { text: DEFINITION })
  const { text, planted } = sheet()
  console.log(`${database}, ${records} rows of 20 fields and a point, ${(text.length / 1e6).toFixed(1)} million characters, ${cpus().length} cores, seed ${option('seed', '1')}`)

  const form = new FormData()
  form.append('file', new Blob([text], { type: 'text/csv' }), 'yards.csv')
  let since = performance.now()
  const { id } = await call('POST', `/api/registers/${REGISTER}/imports?region=${account.regionCode}`, form)
  await ended(call, id)
  await call('POST', `/api/imports/${id}/check`)
  const checked = await ended(call, id)
  const took = seconds(since)
  const said = checked.kinds.filter(({ doubt }) => !doubt).reduce((sum, kind) => sum + kind.count, 0)
  const found = await faultyCells(call, id)
  const atTheirCells = [...planted].filter((cell) => found.has(cell)).length
  console.log(
    `read and checked in ${took}: ${planted.size} faults planted, ${atTheirCells} of them marked at their cells, ` +
      `${found.size - atTheirCells} marked elsewhere, ${said} counted`,
  )
  since = performance.now()
  await call('POST', `/api/imports/${id}/run`, { meeting: 'SKIP' })
  await ended(call, id)
  const { count } = await call('GET', `/api/registers/${REGISTER}/records/count`)
  console.log(`stored in one transaction in ${seconds(since)}: ${count} records`)

  const ids = []
  for (let after = ''; ids.length < 2000; ) {
    const page = await call('GET', list(`sort=number${after && `&after=${after}`}`))
    ids.push(...page.records.map((record) => record.id))
    if (!page.next) break
    after = page.next
  }
  const digest = []
  for (const kind of Object.keys(QUESTIONS)) await ask(users, kind, ids, [])
  for (const kind of Object.keys(QUESTIONS)) console.log(await ask(users, kind, ids, digest))
  console.log(`answers ${createHash('sha256').update(digest.sort().join('\n')).digest('hex').slice(0, 16)}`)

  since = performance.now()
  await call('POST', `/api/imports/${id}/take-back`, { reason: '测量结束' })
  await ended(call, id)
  const left = (await call('GET', `/api/registers/${REGISTER}/records/count`)).count
  console.log(`taken back in ${seconds(since)}: ${left} records left`)
  if (atTheirCells !== planted.size || found.size !== planted.size || said !== planted.size || count !== records - planted.size || left !== 0) process.exitCode = 1
} finally {
  server?.kill()
  if (postgres) stopPostgres(join(data, 'postgres'))
  rmSync(data, { recursive: true, force: true })
}
