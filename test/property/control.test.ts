import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { foldInstruction, type InstructionState } from '#shared/instruction/transitions.ts'
import { foldProtocol } from '#shared/protocol/transitions.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { controlStep, writeControl } from './control-model.ts'

const parameters = { seed: 20261122, numRuns: 600, verbose: fc.VerbosityLevel.Verbose }
const history = fc.array(fc.tuple(fc.nat(2), controlStep), { minLength: 20, maxLength: 60 })

/** The actions of every entity in the order they came to be, from desks that do not know of each other. */
function written(steps: typeof history extends fc.Arbitrary<infer T> ? T : never): Map<string, Action[]> {
  const desks = [0, 1, 2].map(number => new TestDesk(number))
  for (const [number, step] of steps) writeControl(desks[number]!, step, key => `application:k${key}`)
  const inTime = desks.flatMap(desk => desk.actions).sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  return Map.groupBy(inTime, action => action.entity)
}

const told = { closed: 0, refusedOwn: 0, extended: 0, shorter: 0, signed: 0 }

function look(before: InstructionState, state: InstructionState, action: Action): void {
  if (before.status !== 'closed' && state.status === 'closed') {
    told.closed += 1
    expect(before.answer?.reasoned).toBe(true)
    expect(before.executed!.by !== action.user || action.role === 'head').toBe(true)
  }
  if (action.type === 'instruction.closed' && before.status === 'answered' && state === before) told.refusedOwn += 1
  if (before.dueOn !== null && state.dueOn !== before.dueOn) {
    told.extended += 1
    expect(action.type).toBe('instruction.extended')
    expect(state.dueOn! > before.dueOn).toBe(true)
  }
  const isAsked = action.type === 'instruction.extended' && before.status === 'on_control'
  if (isAsked && state.dueOn === before.dueOn) told.shorter += 1
}

it('clause 33: nothing is off control without a final answer and another hand, and a due day moves only later, on a basis', () => {
  fc.assert(
    fc.property(history, steps => {
      for (const [entity, actions] of written(steps)) {
        if (!entity.startsWith('instruction:')) continue
        let before = foldInstruction([])
        actions.forEach((action, place) => {
          const state = foldInstruction(actions.slice(0, place + 1))
          const isOff = state.status === 'closed' || state.status === 'replaced'
          if (isOff) expect(state.answer !== null || state.replacedBy !== null).toBe(true)
          look(
            before,
            state.status === before.status && JSON.stringify(state) === JSON.stringify(before) ? before : state,
            action,
          )
          before = state
        })
        const { extensions, instruction, dueOn } = before
        let due = instruction?.dueOn ?? null
        for (const { from, to, basis } of extensions) {
          expect([from, to > from, basis.number !== '']).toEqual([due, true, true])
          due = to
        }
        expect(dueOn).toBe(due)
      }
    }),
    parameters,
  )
  expect(told.closed).toBeGreaterThan(20)
  expect(told.refusedOwn).toBeGreaterThan(5)
  expect(told.extended).toBeGreaterThan(100)
  expect(told.shorter).toBeGreaterThan(50)
})

it('a protocol that was signed keeps its number, its words and its instructions, whatever is written after it', () => {
  fc.assert(
    fc.property(history, steps => {
      for (const [entity, actions] of written(steps)) {
        if (!entity.startsWith('protocol:')) continue
        let first: unknown = null
        actions.forEach((_, place) => {
          const { status, signed, protocol, personal } = foldProtocol(actions.slice(0, place + 1))
          if (signed === null) return
          first ??= { signed, protocol, personal }
          told.signed += 1
          expect({ signed, protocol, personal }).toEqual(first)
          expect(['signed', 'sent', 'annulled']).toContain(status)
        })
      }
    }),
    parameters,
  )
  expect(told.signed).toBeGreaterThan(100)
})
