import type { Area, Liaison, Organisation, Region, Succession } from '@/api/types'

/** The kinds of area without a code, as the server names them. */
export const AREA_KINDS: Area['kind'][] = ['DEVELOPMENT_ZONE', 'MANAGEMENT_AREA', 'FARM', 'OTHER']

/** One end of a succession, seen from the other. */
export interface Passing {
  succession: Succession
  organisation: Organisation | undefined
}

/** Those from which an organisation took something over, the earliest first. */
export function predecessors(id: string, successions: Succession[], organisations: Organisation[]): Passing[] {
  return successions
    .filter(({ successorId }) => successorId === id)
    .map((succession) => ({ succession, organisation: byId(organisations, succession.predecessorId) }))
}

/** Those to which an organisation passed something on, the earliest first. */
export function successors(id: string, successions: Succession[], organisations: Organisation[]): Passing[] {
  return successions
    .filter(({ predecessorId }) => predecessorId === id)
    .map((succession) => ({ succession, organisation: byId(organisations, succession.successorId) }))
}

/** Those that answer to an organisation. */
export function supervised(id: string, organisations: Organisation[]): Organisation[] {
  return organisations.filter(({ supervisorId }) => supervisorId === id)
}

/** Those that may be chosen as another's supervisor or successor: at work, and not the other itself. */
export function others(id: string | undefined, organisations: Organisation[]): Organisation[] {
  return organisations.filter((each) => each.id !== id && !each.endedOn)
}

/** A liaison person in one line: name, post in brackets, telephone. */
export function liaisonText({ name, post, telephone }: Liaison): string {
  return [post ? `${name}（${post}）` : name, telephone].filter((part) => part !== '').join(' ')
}

/** A region with how deep it lies below the highest of the list. */
export interface Nested {
  region: Region
  depth: number
}

/** Regions in the order of their tree, each below its parent; one whose parent is not here stands at the top. */
export function nested(regions: Region[]): Nested[] {
  const codes = new Set(regions.map(({ code }) => code))
  const below = (parent: string | undefined, depth: number): Nested[] =>
    regions
      .filter((region) => (region.parent && codes.has(region.parent) ? region.parent : undefined) === parent)
      .flatMap((region) => [{ region, depth }, ...below(region.code, depth + 1)])
  return below(undefined, 0)
}

function byId(organisations: Organisation[], id: string): Organisation | undefined {
  return organisations.find((each) => each.id === id)
}
