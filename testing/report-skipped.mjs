// Says at the end of a build which tests were left out and why. With CI=true a test that was left out for any reason
// but a need listed in testing/may-skip.txt fails the build: `Needs` turns a missing need into a failure by itself,
// so what is looked for here is a test that somebody switched off.
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = [...readFileSync(join(top, 'pom.xml'), 'utf8').matchAll(/<module>(.*?)<\/module>/g)].map((m) => m[1])
const reasons = new Map()
let passed = 0

for (const module of modules) {
  const reports = join(top, module, 'target', 'surefire-reports')
  if (!existsSync(reports)) continue
  for (const file of readdirSync(reports).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const xml = readFileSync(join(reports, file), 'utf8')
    passed += (xml.match(/<testcase /g) ?? []).length
    for (const [, , name, body] of xml.matchAll(/<testcase( [^>]*?)?name="([^"]*)"[^>]*?(?<!\/)>([\s\S]*?)<\/testcase>/g)) {
      if (!body.includes('<skipped')) continue
      passed--
      const reason = body.match(/left out: (needs [^\n"]*)/)?.[1].trim() ?? 'switched off'
      reasons.set(reason, [...(reasons.get(reason) ?? []), `${file.slice(5, -4)} ${name}`])
    }
  }
}

console.log(`${passed} tests ran.`)
for (const [reason, tests] of reasons) console.log(`Left out, ${reason}: ${tests.length} tests (${tests[0]}${tests.length > 1 ? ' …' : ''})`)
const switchedOff = [...reasons].filter(([reason]) => !reason.startsWith('needs '))
if (process.env.CI === 'true' && switchedOff.length > 0) {
  console.error('With CI=true no test may be switched off; see testing/may-skip.txt.')
  process.exit(1)
}
