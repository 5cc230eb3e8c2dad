import type { Organisation, Region } from '@/api/types'

/** The codes of a region, of all above it and of all below it. */
export function around(regions: readonly Region[], code: string): Set<string> {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const lineOf = (of: string): string[] => {
    const line = [of]
    for (let at = byCode.get(of)?.parent; at && !line.includes(at); at = byCode.get(at)?.parent) line.push(at)
    return line
  }
  const above = lineOf(code)
  return new Set([...above, ...regions.map((region) => region.code).filter((each) => lineOf(each).includes(code))])
}

/** The organisations at work that may hold a function in a region, found by words, under the names of their regions. */
export function candidates(
  organisations: readonly Organisation[],
  regions: readonly Region[],
  code: string,
  words: string,
): Map<string | undefined, Organisation[]> {
  const near = around(regions, code)
  const groups = new Map<string | undefined, Organisation[]>()
  for (const each of organisations) {
    const fits = !each.endedOn && (!each.regionCode || near.has(each.regionCode))
    const found = [each.name, ...each.aliases].some((name) => name.includes(words.trim()))
    if (fits && found) groups.set(each.regionName ?? undefined, [...(groups.get(each.regionName ?? undefined) ?? []), each])
  }
  return groups
}
