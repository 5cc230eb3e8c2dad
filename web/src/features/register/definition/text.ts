/** Where a line and column, both counted from 1, stand in a text; beyond its end, or a line's, the end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, Math.max(0, line - 1)).reduce((sum, each) => sum + each.length + 1, 0)
  const last = lines[line - 1]
  return last === undefined ? text.length : before + Math.min(Math.max(0, column - 1), last.length)
}

const VERSION = /^version:[ \t]*(\d+)[ \t]*(#.*)?$/m

/** The version that a definition's text gives itself; undefined where it gives none. */
export function versionOf(text: string): number | undefined {
  const found = VERSION.exec(text)
  return found ? Number(found[1]) : undefined
}

/** The text as the version after `current`; a text without a version stays as it is. */
export function withNextVersion(text: string, current: number): string {
  return text.replace(VERSION, (_line, _number, remark: string | undefined) => `version: ${current + 1}${remark ? ` ${remark}` : ''}`)
}
