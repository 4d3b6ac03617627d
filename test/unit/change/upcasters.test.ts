import { describe, expect, test } from 'vitest'
import { Action } from '#shared/change/action.ts'
import { ACTION_TYPES, isKnownType } from '#shared/change/action-types.ts'
import { UPCASTERS, type Upcaster, upcast } from '#shared/change/upcasters/index.ts'
import { readSamples } from '#test/fixtures/action-samples.ts'

const samples = readSamples()

describe.each(samples)('$type version $version', ({ type, version, value }) => {
  test('reads now as it will for ever', () => {
    const action = Action.parse(value)
    expect(action).toMatchObject({ type, version })
    const current = upcast(action)
    if (!isKnownType(current.type)) throw new Error(`unknown type ${type}`)
    const definition = ACTION_TYPES[current.type]
    expect(current.version).toBe(definition.version)
    expect(definition.body.parse(current.body)).toEqual(current.body)
    if (definition.personal !== null) {
      expect(definition.personal.parse(current.personal?.value)).toEqual(current.personal?.value)
    } else expect(current.personal).toBeNull()
  })
})

test.each(Object.entries(ACTION_TYPES))('%s has a golden sample of each version up to its own', (type, { version }) => {
  const found = samples.filter(sample => sample.type === type).map(sample => sample.version)
  expect(found.sort()).toEqual(Array.from({ length: version }, (_, i) => i + 1))
})

test('every upcaster is run by a golden sample', () => {
  const unrun = UPCASTERS.filter(({ type, from }) => !samples.some(s => s.type === type && s.version === from))
  expect(unrun).toEqual([])
})

describe('upcasting', () => {
  const sample = Action.parse(samples[0]?.value)
  const step = (from: number): Upcaster => ({
    type: sample.type,
    from,
    upcast: action => ({ ...action, version: from + 1, body: { ...action.body, [`step${from}`]: true } }),
  })

  test('goes on from version to version', () => {
    const upcasted = upcast(sample, [step(2), step(1)])
    expect(upcasted.version).toBe(3)
    expect(upcasted.body).toMatchObject({ step1: true, step2: true })
  })

  test('leaves an unknown type and a newer version untouched', () => {
    const unknown = { ...sample, type: 'visit.exploded', version: 7 }
    expect(upcast(unknown, [step(1)])).toBe(unknown)
    const newer = { ...sample, version: 9 }
    expect(upcast(newer, [step(1)])).toBe(newer)
  })

  test('does not accept a step that skips a version or changes the action', () => {
    const skips: Upcaster = { type: sample.type, from: 1, upcast: action => ({ ...action, version: 3 }) }
    expect(() => upcast(sample, [skips])).toThrow()
    const stands: Upcaster = { type: sample.type, from: 1, upcast: action => action }
    expect(() => upcast(sample, [stands])).toThrow()
  })
})
