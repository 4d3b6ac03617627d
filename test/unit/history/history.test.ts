import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Action } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import { decide } from '#shared/change/decide.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { STOCK_DAY } from '#shared/report/contribution.ts'
import { sumFigures } from '#shared/report/day-figures.ts'
import { endedQuarters } from '#shared/report/due.ts'
import { PlainDate, rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import { history } from '#test/fixtures/history/history.ts'
import { ofTheReport, Recount } from '#test/fixtures/history/recount.ts'
import { ModelStore } from '#test/property/model-store.ts'

const OPTIONS = { seed: 20261122, applications: 600, years: 2 } as const

describe('the generated history', () => {
  it('is the same for the same seed, and another for another', () => {
    const digest = (seed: number) => {
      const hash = createHash('sha256')
      for (const page of history({ ...OPTIONS, seed })) hash.update(JSON.stringify(page))
      return hash.digest('hex')
    }
    expect(digest(1)).toBe(digest(1))
    expect(digest(2)).not.toBe(digest(1))
  })

  it('holds only what the product itself could have written: each action parses and was lawful on its head', () => {
    const of = new Map<string, Action[]>()
    const types = new Set<string>()
    let applications = 0
    let stamp = ''
    for (const page of history(OPTIONS)) {
      for (const action of page) {
        Action.parse(action)
        const { entity, type, basedOn, body, personal } = action
        const before = of.get(entity) ?? []
        const decided = decide({ entity, type, basedOn, body }, before, NO_RELATED)
        expect(decided, JSON.stringify(action)).toMatchObject({ ok: true, value: { version: action.version } })
        if (personal !== null) ACTION_TYPES[type as ActionType].personal!.parse(personal.value)
        expect(action.stamp > stamp && action.at.slice(0, 10) === action.date).toBe(true)
        ;({ stamp } = action)
        of.set(entity, [...before, action])
        types.add(type)
        if (type === 'application.registered') applications += 1
      }
    }
    const actions = [...of.values()].reduce((sum, { length }) => sum + length, 0)
    expect(applications).toBe(600)
    expect(actions / applications).toBeGreaterThan(4.5)
    expect(types.size).toBeGreaterThan(25)
  })

  it('gives figures that are a plain recount of what happened, in every quarter', () => {
    const store = new ModelStore()
    const recount = new Recount()
    const actions: Action[] = []
    for (const page of history(OPTIONS)) {
      actions.push(...page)
      recount.see(page)
    }
    store.fold(actions)
    for (const quarter of endedQuarters(PlainDate.parse('2026-10-01'), 7)) {
      const { from, to } = rangeOfQuarter(quarter)
      const days = [...store.figures].filter(([day]) => day >= toDayNumber(from) && day <= toDayNumber(to))
      const kept = sumFigures(
        days.map(([, figures]) => figures),
        store.figures.get(STOCK_DAY) ?? {},
        quarter,
      )
      expect(ofTheReport(kept)).toEqual(recount.figures(from, to))
    }
  })
})
