import type { ActionContent, ChangeForm, DeadlineContent, EntryContent, EntryKind, TargetContent } from '@/api/types'
import type { Span } from '@/shared/codePoints'
import { NOTHING, PARTIES, type Correctable } from './content'
import type { PlanText } from './planText'

type Replacement = ChangeForm['entries'][number]

function replaced({ kind, id, version }: Correctable, after: EntryContent | undefined, position?: number): Replacement {
  return { kind, id, version, ...(position === undefined ? {} : { position }), ...(after === undefined ? {} : { after }) }
}

/** What is sent to say something else in the same place. */
export function editing(entry: Correctable, after: EntryContent): ChangeForm {
  return { kind: 'EDIT', entries: [replaced(entry, after)] }
}

export function removing(entry: Correctable): ChangeForm {
  return { kind: 'REMOVE', entries: [replaced(entry, undefined)] }
}

/** Puts an entry that was removed where it stood, with other contents; what hung on its actions is not there any more. */
export function addingAgain({ kind, number }: Correctable, content: EntryContent): ChangeForm {
  const actions = content.actions.map((action) => ({ ...action, id: undefined }))
  return { kind: 'ADD', entries: [{ kind, position: number - 1, after: copy({ ...content, actions }) }] }
}

/** Moves an entry by some places among those of its kind. */
export function moving(entry: Correctable, by: number): ChangeForm {
  return { kind: 'MOVE', entries: [replaced(entry, entry.content, entry.number - 1 + by)] }
}

/** Makes a new entry of some words; it stands among those of its kind where its words stand in the document. */
export function marking(kind: EntryKind, words: Span, text: PlanText, entries: readonly Correctable[]): ChangeForm {
  const after = kind === 'TASK' ? taskOf(words, text) : { ...NOTHING, ...plain(words), path: text.pathAt(words.start) }
  const position = entries.filter((entry) => entry.kind === kind && entry.content.start < after.start).length
  return { kind: 'MARK', entries: [{ kind, position, after: copy(after) }] }
}

function plain({ start, end }: Span): Span {
  return { start, end }
}

const CLOSING_BRACKET = /[（(][^（()）]*[）)]$/

/** A bracket that closes the words is the task's clause; who is named in it is for a person to say. */
function taskOf(words: Span, text: PlanText): EntryContent {
  const path = text.pathAt(words.start)
  const clause = CLOSING_BRACKET.exec(text.slice(words))?.[0]
  const clauseStart = words.end - [...(clause ?? '')].length
  const body = clause === undefined ? undefined : text.trimmed({ start: words.start, end: clauseStart })
  return body === undefined ? { ...NOTHING, ...plain(words), path } : { ...NOTHING, ...body, path, clauseStart, clauseEnd: words.end }
}

/** Adds the words to a task as something that obliges somebody; dates and targets that stand in them are its own too. */
export function markingAction(entry: Correctable, words: Span): ChangeForm {
  const { content } = entry
  const action: ActionContent = {
    ...plain(words),
    events: [],
    deadlines: content.deadlines.filter((each) => holds(words, each)),
    targets: content.targets.filter((each) => holds(words, each)),
  }
  const actions = [...content.actions, action].sort((a, b) => a.start - b.start)
  return { kind: 'MARK', entries: [replaced(entry, copy({ ...content, actions }))] }
}

/** Whether an entry can be cut at a place: words of it stand on both sides. */
export function canSplit({ content }: Correctable, at: number, text: PlanText): boolean {
  return text.trimmed({ start: content.start, end: at }) !== undefined && text.trimmed({ start: at, end: content.end }) !== undefined
}

/**
 * Cuts an entry in two at a place. People, clause and headings stay with both; dates, targets and actions go with the
 * words that they were read from, and a date by which a target is wanted goes along with it.
 */
export function splitting(entry: Correctable, at: number, text: PlanText): ChangeForm | undefined {
  const { content } = entry
  const first = text.trimmed({ start: content.start, end: at })
  const second = text.trimmed({ start: at, end: content.end })
  if (first === undefined || second === undefined) return undefined
  const earlier = part(content, first, (each) => !holds(second, each), text)
  const later = part(content, second, (each) => holds(second, each), text)
  return { kind: 'SPLIT', entries: [replaced(entry, earlier), { kind: entry.kind, position: entry.number, after: later }] }
}

function part(content: EntryContent, body: Span, belongs: (each: Span) => boolean, text: PlanText): EntryContent {
  const targets = content.targets.filter(belongs)
  const wanted = new Set(targets.map(({ by }) => by))
  const own = content.deadlines.filter(belongs)
  const lent = content.deadlines.filter((each) => !own.includes(each) && wanted.has(each.notation) && !own.some(({ notation }) => notation === each.notation))
  return copy({
    ...content,
    ...body,
    deadlines: [...own, ...lent],
    targets,
    actions: content.actions.filter(belongs).map((action) => within(action, body)),
    events: content.events.filter((event) => text.slice(body).includes(event) || !text.slice(content).includes(event)),
  })
}

/** An action that the cut goes through ends with its part. */
function within(action: ActionContent, body: Span): ActionContent {
  return { ...action, start: Math.max(action.start, body.start), end: Math.min(action.end, body.end) }
}

/** Joins an entry with the one after it, which then is no more. The clause is the later one, which closes both. */
export function merging(first: Correctable, second: Correctable): ChangeForm {
  const [one, other] = [first.content, second.content]
  const clause = other.clauseStart == null ? one : other
  const after: EntryContent = {
    ...one,
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    clauseStart: clause.clauseStart,
    clauseEnd: clause.clauseEnd,
    implementersSource: one.implementersSource ?? other.implementersSource,
    scope: one.scope ?? other.scope,
    actor: one.actor ?? other.actor,
    open: one.open || other.open,
    events: union(one.events, other.events),
    deadlines: merged(one.deadlines, other.deadlines, ({ notation }) => notation),
    targets: merged(one.targets, other.targets, targetKey),
    actions: [...one.actions, ...other.actions].sort((a, b) => a.start - b.start),
    ...Object.fromEntries(PARTIES.map((party) => [party, union(one[party], other[party])])),
  }
  return { kind: 'MERGE', entries: [replaced(first, copy(after)), replaced(second, undefined)] }
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])]
}

function merged<T>(one: readonly T[], other: readonly T[], key: (each: T) => string): T[] {
  const known = new Set(one.map(key))
  return [...one, ...other.filter((each) => !known.has(key(each)))]
}

function targetKey({ start, end, indicator, comparator, value, unit }: TargetContent): string {
  return JSON.stringify([start, end, indicator, comparator, value ?? null, unit])
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end
}

function copy(content: EntryContent): EntryContent {
  return JSON.parse(JSON.stringify(content)) as EntryContent
}

const place = ({ start, end }: Span) => `${start}-${end}`

/** Which notation became which, and which are no more, from one list of dates to another. */
interface Moved {
  renamed: ReadonlyMap<string, string>
  gone: ReadonlySet<string>
}

function moved(before: readonly DeadlineContent[], after: readonly DeadlineContent[]): Moved {
  const kept = new Set(after.map(({ notation }) => notation))
  const gone = new Set(before.map(({ notation }) => notation).filter((notation) => !kept.has(notation)))
  const inPlace = before.length === after.length ? before : []
  const renamed = new Map(inPlace.flatMap(({ notation }, at) => (gone.has(notation) ? [[notation, after[at]?.notation ?? ''] as const] : [])))
  return { renamed, gone }
}

/**
 * Puts other dates in the place of an entry's own. An action has the dates of its own words again: what was changed
 * or taken away changes there too, and the targets wanted by a changed date follow it.
 */
export function withDeadlines(content: EntryContent, deadlines: readonly DeadlineContent[]): EntryContent {
  const { renamed, gone } = moved(content.deadlines, deadlines)
  const known = new Set(content.deadlines.map((each) => `${place(each)} ${each.notation}`))
  const added = deadlines.filter((each) => !known.has(`${place(each)} ${each.notation}`))
  const actions = content.actions.map((action) => {
    const own = action.deadlines.flatMap((each) => (gone.has(each.notation) ? follow(each, renamed) : each))
    const isNew = (each: DeadlineContent) => holds(action, each) && !own.some(({ notation }) => notation === each.notation)
    return { ...action, deadlines: [...own, ...added.filter(isNew)], targets: wantedBy(action.targets, { renamed, gone }) }
  })
  return { ...content, deadlines: [...deadlines], targets: wantedBy(content.targets, { renamed, gone }), actions }
}

function follow(deadline: DeadlineContent, renamed: ReadonlyMap<string, string>): DeadlineContent[] {
  const notation = renamed.get(deadline.notation)
  return notation === undefined ? [] : [{ ...deadline, notation, assumed: false }]
}

function wantedBy(targets: readonly TargetContent[], { renamed, gone }: Moved): TargetContent[] {
  return targets.map((target) => (target.by == null || !gone.has(target.by) ? target : { ...target, by: renamed.get(target.by) }))
}

/** Puts other targets in the place of an entry's own; an action has again those of its own words. */
export function withTargets(content: EntryContent, targets: readonly TargetContent[]): EntryContent {
  const before = new Set(content.targets.map(targetKey))
  const actions = content.actions.map((action) => {
    const alone = action.targets.filter((each) => !before.has(targetKey(each)))
    const own = targets.filter((each) => holds(action, each))
    return { ...action, targets: [...alone, ...own].sort(byPlace) }
  })
  return { ...content, targets: [...targets], actions }
}

/** Puts another action in the place of one, or none; a task keeps having the dates and targets of all its actions. */
export function withAction(content: EntryContent, index: number, action: ActionContent | undefined): EntryContent {
  const before = content.actions[index]
  const actions = content.actions.flatMap((each, at) => (at === index ? (action ?? []) : each))
  if (action === undefined || before === undefined) return { ...content, actions }
  const change = moved(before.deadlines, action.deadlines)
  const elsewhere = new Set(actions.flatMap(({ deadlines }) => deadlines.map(({ notation }) => notation)))
  const gone = new Set([...change.gone].filter((notation) => !elsewhere.has(notation)))
  const dates = content.deadlines.flatMap((each) => (gone.has(each.notation) ? follow(each, change.renamed) : each))
  const lost = new Set(before.targets.map(targetKey).filter((key) => !action.targets.some((each) => targetKey(each) === key)))
  const targets = wantedBy(content.targets.filter((each) => !lost.has(targetKey(each))), { renamed: change.renamed, gone })
  return {
    ...content,
    actions: actions.map((each) => (each === action ? { ...each, targets: wantedBy(each.targets, change) } : each)),
    deadlines: merged(dates, action.deadlines, ({ notation }) => notation).sort(byPlace),
    targets: merged(targets, action.targets, targetKey).sort(byPlace),
  }
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start
}
