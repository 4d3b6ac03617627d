import { describe, expect, it } from 'vitest'
import { ACT_CLAUSES, DECISION_ACTS } from '#shared/application/decision-clauses.ts'
import { DECISION_TYPES } from '#shared/application/decisions.ts'
import {
  APPLICATION_STATUSES,
  isUndecided,
  lawfulApplicationActs,
  underSecondPerson,
} from '#shared/application/statuses.ts'
import { ACTION_TYPES } from '#shared/change/action-types.ts'
import { ProfileId } from '#shared/office/model.ts'

const TYPES = Object.keys(ACTION_TYPES).filter(type => type.startsWith('application.'))

describe('what may be done with an application', () => {
  it('is this, for every state, act and regulation', () => {
    const table = ProfileId.options.flatMap(profile =>
      APPLICATION_STATUSES.map(status => {
        const lawful: readonly string[] = lawfulApplicationActs({ status, registered: { profile } })
        return `${profile} ${status}: ${TYPES.map(type => (lawful.includes(type) ? type.slice(12) : '-')).join(' ')}`
      }),
    )
    expect(table).toMatchSnapshot()
  })

  it('a closed application is only opened again, and what nothing was decided on is never', () => {
    for (const profile of ProfileId.options) {
      for (const status of APPLICATION_STATUSES) {
        const lawful: readonly string[] = lawfulApplicationActs({ status, registered: { profile } })
        const decided = lawful.filter(type => type in DECISION_TYPES)
        if (!isUndecided(status)) expect(decided).toEqual([])
        const closed = ['refused', 'left', 'returned', 'forwarded', 'withdrawn'].includes(status)
        expect(lawful.includes('application.reopened')).toBe(closed)
      }
    }
  })

  it('a refusal is decided at once, or proposed to a second person: never both', () => {
    const lawful = lawfulApplicationActs({ status: 'open', registered: { profile: 'WKO-2020/2023' } })
    const direct: readonly string[] = underSecondPerson(lawful, false)
    const proposed: readonly string[] = underSecondPerson(lawful, true)
    expect([direct.includes('application.refused'), direct.includes('application.refusal_proposed')]).toEqual([
      true,
      false,
    ])
    expect([proposed.includes('application.refused'), proposed.includes('application.refusal_proposed')]).toEqual([
      false,
      true,
    ])
  })

  it('every decision that a regulation allows rests on a clause of it', () => {
    for (const profile of ProfileId.options) {
      const lawful = new Set(
        APPLICATION_STATUSES.flatMap(status => lawfulApplicationActs({ status, registered: { profile } })),
      )
      const bare = DECISION_ACTS.filter(act => lawful.has(act) && ACT_CLAUSES[profile][act] === null)
      expect(bare).toEqual(['application.reopened'])
    }
  })
})
