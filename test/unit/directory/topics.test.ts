import { describe, expect, test } from 'vitest'
import { findCode } from '#shared/directory/find.ts'
import { entry, standingOn } from '#shared/directory/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { subtopicsOf, topicOf, topicsForFiles, topicsOf } from '#shared/directory/topics.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const { topic: TOPICS } = SEED_DIRECTORIES

describe('topics of two levels', () => {
  test('each of the twelve has three to six under it, and nothing stands under the second level', () => {
    expect(topicsOf(TOPICS).map(one => one.code)).toHaveLength(12)
    for (const topic of topicsOf(TOPICS)) {
      const under = subtopicsOf(TOPICS, topic.code)
      expect(under.length, topic.code).toBeGreaterThanOrEqual(3)
      expect(under.length, topic.code).toBeLessThanOrEqual(6)
      for (const one of under) expect(subtopicsOf(TOPICS, one.code)).toEqual([])
    }
  })

  test('a code is told by its first level, and an unknown one by none', () => {
    expect(topicOf(TOPICS, 'land_pasture')).toBe('land')
    expect(topicOf(TOPICS, 'land')).toBe('land')
    expect(topicOf(TOPICS, 'gone')).toBeNull()
  })

  test('a text of the second level stands in a file for its topic, one that stands under two for none', () => {
    expect(findCode(topicsForFiles(TOPICS), 'Ремонт дорог')).toBe('roads')
    expect(findCode(topicsForFiles(TOPICS), 'Жилищные вопросы')).toBe('housing')
    const twice = ['roads', 'land'].map(parent => ({ ...entry(`${parent}_fence`, 'Қоршау', 'Забор'), parent }))
    expect(findCode(topicsForFiles([...TOPICS, ...twice]), 'Забор')).toBeNull()
  })
})

test('an entry stands as not yet, offered and ended by its days, both of which are inside', () => {
  const one = { ...entry('year', 'Жыл', 'Год'), validFrom: plainDate(2026, 1, 1), validTo: plainDate(2026, 12, 31) }
  expect(standingOn(one, plainDate(2025, 12, 31))).toBe('not_yet')
  expect(standingOn(one, plainDate(2026, 1, 1))).toBe('offered')
  expect(standingOn(one, plainDate(2026, 12, 31))).toBe('offered')
  expect(standingOn(one, plainDate(2027, 1, 1))).toBe('ended')
})
