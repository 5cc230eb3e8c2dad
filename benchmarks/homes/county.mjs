// A county that has reported every month for years, as SQL that H2 and PostgreSQL both understand. Everything in it follows
// from the numbers given, so that both databases hold the same rows under the same ids.

export const COUNTY = '990199'
const CHAPTERS = 12
const PLANS = 3

const number = (n, width) => String(n).padStart(width, '0')
export const id = (kind, n) => `${number(kind, 8)}-0000-7000-8000-${number(n, 12)}`
const idOf = (kind, sql) => `cast('${number(kind, 8)}-0000-7000-8000-' || lpad(cast(${sql} as varchar(12)), 12, '0') as uuid)`
const [PLAN, ORGANISATION, SOURCE, DUTY, ROUND, LINE, ACCOUNT, IMPORT] = [1, 2, 3, 4, 5, 6, 7, 8]

const text = (value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`)
const iso = (day) => day.toISOString().slice(0, 10)
const plus = (day, days) => new Date(day.getTime() + days * 86_400_000)
const monthOf = (day, months) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))

function insert(table, columns, rows) {
  const statements = []
  for (let from = 0; from < rows.length; from += 200) {
    const values = rows.slice(from, from + 200).map((row) => `(${row.join(', ')})`)
    statements.push(`insert into ${table} (${columns}) values\n${values.join(',\n')};`)
  }
  return statements.join('\n')
}

/** Which organisations there are: departments of the county first, then the townships' governments. */
export function organisationsOf({ organisations, townships }) {
  const departments = Array.from({ length: organisations }, (_, i) => ({ name: `测量县第${i + 1}局`, region: COUNTY }))
  const governments = Array.from({ length: townships }, (_, i) => ({ name: `测量${i + 1}镇人民政府`, region: COUNTY + number(i + 1, 3) }))
  return [...departments, ...governments].map((each, n) => ({ ...each, id: id(ORGANISATION, n) }))
}

/** One sentence in five is everybody's: each township has it. Each other has a lead, who reports, and one who takes part. */
function dutiesOf({ organisations, townships, sentences }) {
  const duties = []
  let led = 0
  for (let source = 0; source < sentences; source++) {
    if (source % 5 === 4) for (let t = 0; t < townships; t++) duties.push({ source, whose: organisations + t, role: 'IMPLEMENTER', reports: true })
    else {
      duties.push({ source, whose: led % organisations, role: 'LEAD', reports: true })
      duties.push({ source, whose: (led + 1 + (source % 5)) % organisations, role: 'PARTICIPANT', reports: false })
      led++
    }
  }
  return duties
}

/** Everything as one script; `today` is the first day of the running month or any day of it. */
export function script({ organisations, townships, sentences, periods, coordinators, officers, today }) {
  const size = { organisations, townships, sentences }
  const whose = organisationsOf(size)
  const duties = dutiesOf(size)
  const first = monthOf(today, 1 - periods)
  const began = `timestamp with time zone '${iso(first)} 01:00:00+00:00'`
  const out = [directory(whose, townships, coordinators, officers), plans(first, began)]

  out.push(
    insert(
      'duty_source',
      'id, plan_id, origin, entry_id, sentence_id, entry_number, start_offset, end_offset, chapter, heading, sentence, standard',
      Array.from({ length: sentences }, (_, s) => [
        text(id(SOURCE, s)), text(id(PLAN, s % PLANS)), "'TASK'", text(id(SOURCE, s)), 'null', Math.floor(s / PLANS) + 1, s * 80, s * 80 + 70,
        text(`第${(Math.floor(s / PLANS) % CHAPTERS) + 1}章`), text(`第${(Math.floor(s / PLANS) % CHAPTERS) + 1}章 / ${s}.任务`),
        text(`第${s}句：对辖区内的点位逐一踏勘并登记造册，查清来源、面积和责任主体，形成清单后按程序报送，年底前完成整改。`),
        text(s % 10 === 0 ? '安全利用率≥93%' : ''),
      ]),
    ),
    insert(
      'duty_time',
      'source_id, ordinal, time_kind, notation, words, assumed',
      Array.from({ length: sentences }, (_, s) => s).filter((s) => s % 3 < 2)
        .map((s) => [text(id(SOURCE, s)), 0, "'DATED'", text(s % 3 === 0 ? 'R/P3M' : iso(plus(first, (s * 7) % 1500))), "'按期'", 'false']),
    ),
    insert('duty_due', 'source_id, due_day, assumed', days(sentences, periods, first)),
    insert(
      'duty',
      'id, source_id, region_code, source_key, sort_key, duty_role, printed_name, organisation_id, organisation_name, organisation_region, awake, reports, ended_reason, version, changed_by_name, changed_at',
      duties.map(({ source, whose: at, role, reports }, n) => [
        text(id(DUTY, n)), text(id(SOURCE, source)), text(COUNTY), text(`key ${n}`), text(`${id(PLAN, source % PLANS)} 0 ${number(source, 5)} ${number(n, 9)}`),
        text(role), text(whose[at].name), text(whose[at].id), text(whose[at].name), text(whose[at].region),
        role === 'PARTICIPANT' && n % 11 === 0 ? 'false' : 'true', reports, "''", 1, "'system'", began,
      ]),
    ),
    'create table measured_duty (n integer primary key, duty_id uuid not null unique);',
    insert('measured_duty', 'n, duty_id', duties.map((duty, n) => ({ ...duty, n })).filter(({ reports }) => reports).map(({ n }) => [n, text(id(DUTY, n))])),
  )
  for (let k = 0; k < periods; k++) out.push(round(k, k === periods - 1, first, today))
  out.push('analyze;', histories(), 'drop table measured_duty;')
  const lines = duties.filter(({ reports }) => reports).length
  return { sql: out.join('\n'), counts: { duties: duties.length, linesOfPeriod: lines, lines: lines * periods } }
}

function directory(whose, townships, coordinators, officers) {
  const password = `(select password from account where username = 'coordinator')`
  const account = (n, name, role, organisation, region) =>
    `insert into account (id, username, display_name, role, organisation_id, region_code, password, disabled, epoch) values (${text(id(ACCOUNT, n))}, ${text(name)}, ${text(name)}, ${text(role)}, ${text(organisation)}, ${text(region)}, ${password}, false, 0);`
  const governments = whose.length - townships
  return [
    `insert into region (code, name, level, parent) values ('${COUNTY}', '测量县', 'COUNTY', '990100');`,
    insert('region', 'code, name, level, parent', Array.from({ length: townships }, (_, i) => [text(COUNTY + number(i + 1, 3)), text(`测量${i + 1}镇`), "'TOWNSHIP'", text(COUNTY)])),
    insert('organisation', 'id, name, region_code', whose.map((each) => [text(each.id), text(each.name), text(each.region)])),
    ...Array.from({ length: coordinators }, (_, i) => account(i, `measured-coordinator-${i}`, 'COORDINATOR', whose[0].id, COUNTY)),
    ...Array.from({ length: officers }, (_, i) => {
      const office = whose[i % 2 === 0 ? i : governments + i]
      return account(coordinators + i, `measured-officer-${i}`, 'OFFICER', office.id, office.region)
    }),
  ].join('\n')
}

function plans(first, began) {
  return Array.from({ length: PLANS }, (_, p) =>
    [
      `insert into plan_import (id, document_id, region_code, sha256, text, imported_by, imported_by_name, imported_at) values (${text(id(IMPORT, p))}, ${text(id(IMPORT, p))}, '${COUNTY}', '${number(p, 64)}', '方案', ${text(id(ACCOUNT, 0))}, 'system', ${began});`,
      `insert into plan (id, import_id, ordinal, region_code, start_offset, end_offset, head_start, head_end, title, issued_on, addressees, basis) values (${text(id(PLAN, p))}, ${text(id(IMPORT, p))}, 0, '${COUNTY}', 0, 2, 0, 2, '测量县方案${p + 1}', date '${iso(first)}', '[]', '[]');`,
      `insert into plan_entry (plan_id, title, issued_on, kind, plan_level, valid_from) values (${text(id(PLAN, p))}, '测量县方案${p + 1}', date '${iso(first)}', 'WORK_PLAN', 'COUNTY', date '${iso(first)}');`,
    ].join('\n'),
  ).join('\n')
}

/** A third of the sentences is due every quarter, a third on one day, the rest follows the rhythm of reporting. */
function days(sentences, periods, first) {
  const rows = []
  for (let s = 0; s < sentences; s++) {
    if (s % 3 === 0) for (let q = 3; q <= periods + 12; q += 3) rows.push([text(id(SOURCE, s)), `date '${iso(plus(monthOf(first, q), -1))}'`, 'true'])
    if (s % 3 === 1) rows.push([text(id(SOURCE, s)), `date '${iso(plus(first, (s * 7) % 1500))}'`, 'false'])
  }
  return rows
}

const STATES = `case mod(n + ${'$k'} / 6, 20)
  when 0 then 'DONE' when 1 then 'NOT_CONCERNED' when 2 then 'BEHIND' when 3 then 'BEHIND' when 4 then 'NOT_STARTED'
  when 5 then 'NOT_STARTED' when 6 then 'STEADY' when 7 then 'STEADY' when 8 then 'STEADY' when 9 then 'STEADY' else 'GOING_ON' end`

/** Of a period that has closed one line in fifty is missing and one in a hundred late; of the running one half is accepted. */
function round(k, running, first, today) {
  const begins = monthOf(first, k)
  const ends = plus(monthOf(first, k + 1), -1)
  const due = plus(ends, 7)
  const drawn = `mod(n * 7919 + ${k} * 104729, 100)`
  const status = running
    ? `case when ${drawn} < 50 then 'ACCEPTED' when ${drawn} < 70 then 'REPORTED' when ${drawn} < 75 then 'RETURNED' else 'OPEN' end`
    : `case when ${drawn} < 2 then 'OPEN' when ${drawn} < 3 then 'REPORTED' else 'ACCEPTED' end`
  const lines = [0, 1, 2, 3, 4].map((part) => {
    const at = running ? plus(today, -2 * part) : plus(ends, part)
    return `insert into report_line (id, round_id, duty_id, organisation_id, organisation_region, sort_key, line_status, duty_state, progress,
  completion, problems, next_steps, reason, proof, channel, told_by, missing, late, reopened, returned_reason, version, changed_by_name, changed_at)
select ${idOf(LINE, `${k * 10_000} + n`)}, ${text(id(ROUND, k))}, duty_id, organisation_id, organisation_region, lpad(cast(n as varchar(6)), 6, '0'),
  line_status, case when line_status = 'OPEN' then '' else duty_state end,
  case when line_status = 'OPEN' then '' else '本期走访 ' || n || ' 号点位，登记面积和来源，与责任主体签了承诺书，台账随表报送，共 ' || ${k} || ' 份。' end,
  case when line_status = 'OPEN' then '' else '完成六成' end, case when line_status = 'OPEN' then '' else '个别点位权属有争议，已请自然资源部门协助核实。' end,
  case when line_status = 'OPEN' then '' else '下月完成其余点位的踏勘。' end, case when duty_state = 'BEHIND' and line_status <> 'OPEN' then '人手不够' else '' end,
  '', case when line_status = 'OPEN' then '' when mod(n, 3) = 0 then 'SHEET' else 'FORM' end, '', ${running ? 'false' : "line_status = 'OPEN'"}, ${running ? 'false' : "line_status = 'REPORTED'"},
  0, case when line_status = 'RETURNED' then '请写明数字' else '' end, 2, 'system', timestamp with time zone '${iso(at)} 02:00:00+00:00'
from (select n, duty.id as duty_id, organisation_id, organisation_region, ${status} as line_status, ${STATES.replaceAll('$k', String(k))} as duty_state
  from measured_duty join duty on duty.id = measured_duty.duty_id where mod(n, 5) = ${part}) told;`
  })
  return [
    `insert into round_up (id, region_code, months, first_day, last_day, opened_on, due_day, closed_on) values (${text(id(ROUND, k))}, '${COUNTY}', 1, date '${iso(begins)}', date '${iso(ends)}', date '${iso(begins)}', date '${iso(due)}', ${running ? 'null' : `date '${iso(plus(due, 1))}'`});`,
    ...lines,
  ].join('\n')
}

/** What was said is in the history, then that it was accepted or returned; of one in a hundred that it was opened again. */
function histories() {
  const change = (ordinal, status, what, why, where) => `insert into report_change (line_id, ordinal, line_status, what, duty_state, progress, completion, problems, next_steps, reason, proof, channel, told_by, why, changed_by_name, changed_at)
select id, ${ordinal}, ${status}, ${what}, duty_state, progress, completion, problems, next_steps, reason, proof, channel, told_by, ${why}, 'system', changed_at from report_line
where duty_id in (select duty_id from measured_duty) and ${where};`
  const again = `line_status = 'ACCEPTED' and duty_id in (select duty_id from measured_duty where mod(n, 100) = 1)`
  return [
    change(1, "'REPORTED'", "'REPORTED'", "''", "line_status <> 'OPEN'"),
    change(2, 'line_status', 'line_status', 'returned_reason', "line_status in ('ACCEPTED', 'RETURNED')"),
    change(3, "'REPORTED'", "'REOPENED'", "'复核'", again),
    change(4, "'ACCEPTED'", "'ACCEPTED'", "''", again),
  ].join('\n')
}

export const roundId = (k) => id(ROUND, k)
export const planId = (p) => id(PLAN, p)
