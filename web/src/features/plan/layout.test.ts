import { describe, expect, it } from 'vitest'
import type { Task } from '@/api/types'
import { InventedPlan } from './fixtures/invented'
import { layOut, soughtPlace } from './layout'

const plan = new InventedPlan()
  .paragraph('前言')
  .goal('前言', '前', '2030-12-31')
  .heading(1, '一、种树')
  .heading(2, '（一）河边')
  .task('种柳树。', '甲局', ['乙局'])
  .task('浇水。', '乙局')
  .finding('浇水', 'no date')
  .heading(2, '（二）路边')
  .paragraph('路边另行安排。')
  .heading(1, '二、修渠')
  .task('修水渠。', '丙局')
  .build()
const laid = layOut(plan)

describe('layOut', () => {
  it('opens a chapter at each heading of the highest rank, and one for what stands before', () => {
    expect(laid.chapters.map(({ heading }) => heading?.text)).toEqual([undefined, '一、种树', '二、修渠'])
  })

  it('puts each task into the margin beside its own passage', () => {
    const beside = laid.chapters.flatMap(({ blocks }) =>
      blocks.filter(({ tasks }) => tasks.length > 0).map(({ passages, tasks }) => [passages[0]?.passage.text, tasks[0]?.number]),
    )
    expect(beside).toEqual([
      ['种柳树。（甲局牵头，乙局参与）', 1],
      ['浇水。（乙局牵头）', 2],
      ['修水渠。（丙局牵头）', 3],
    ])
  })

  it('tells in the outline which tasks stand under a heading', () => {
    expect(laid.outline.map(({ title, first, last }) => [title, first, last])).toEqual([
      ['一、种树', 1, 2],
      ['二、修渠', 3, 3],
    ])
    expect(laid.outline[0]?.children.map(({ title, first }) => [title, first])).toEqual([
      ['（一）河边', 1],
      ['（二）路边', undefined],
    ])
  })

  it('knows the chapter of every anchor', () => {
    const chapter = laid.chapters[1]?.key
    expect(laid.chapterOfAnchor.get('task-2')).toBe(chapter)
    expect(laid.chapterOfAnchor.get('doubt-0')).toBe(chapter)
    expect(laid.chapterOfAnchor.get('task-9')).toBeUndefined()
  })

  it('puts a goal beside its words, with its date marked in them', () => {
    const block = laid.chapters[0]?.blocks[0]
    expect(block?.aims.map(({ kind, mark }) => [kind, mark])).toEqual([['goal', 'goal-0']])
    expect(block?.passages[0]?.runs.flatMap(({ pieces }) => pieces).map(({ text, marks }) => [text, marks.map(({ kind }) => kind)])).toEqual([
      ['前', ['aim', 'date']],
      ['言', ['aim']],
    ])
  })

  it('puts a doubt beside the words that it is about', () => {
    const block = laid.chapters.flatMap(({ blocks }) => blocks).find(({ doubts }) => doubts.length > 0)
    expect(block?.tasks.map(({ number }) => number)).toEqual([2])
  })
})

it('keeps the passages of one task together', () => {
  const parts = new InventedPlan().task('种树。', '甲局').paragraph('浇水。').paragraph('结束。').build()
  const task = parts.tasks[0] as Task
  parts.passages[1]?.taskIds.push(task.id)
  const blocks = layOut(parts).chapters.flatMap((chapter) => chapter.blocks)
  expect(blocks.map(({ passages }) => passages.length)).toEqual([2, 1])
})

it('lays out a plan without headings and a plan without anything', () => {
  expect(layOut(new InventedPlan().paragraph('只有一段。').build()).chapters).toHaveLength(1)
  expect(layOut(new InventedPlan().build())).toMatchObject({ chapters: [], outline: [], doubts: [] })
})

describe('soughtPlace', () => {
  const plain = new InventedPlan().paragraph('前言').task('浇水。', '乙局').build()

  it('is the passage in which a character stands, lit as the duty that begins there', () => {
    const [first, second] = plain.passages
    const obligations = [{ start: second?.start ?? 0 }] as typeof plain.obligations
    expect(soughtPlace(`at-${(first?.start ?? 0) + 1}`, plain).place).toBe(`passage-${first?.start}`)
    expect(soughtPlace(`at-${second?.start}`, { ...plain, obligations })).toEqual({ place: `passage-${second?.start}`, mark: 'obligation-0' })
  })

  it('is what the address says where that names a place itself, or no character of the plan', () => {
    expect(soughtPlace('task-1', plain)).toEqual({ place: 'task-1', mark: 'task-1' })
    expect(soughtPlace('at-99999', plain).place).toBe('at-99999')
    expect(soughtPlace('at-1', undefined).place).toBe('at-1')
  })
})
