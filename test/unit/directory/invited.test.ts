import { expect, it } from 'vitest'
import { invitedByClause } from '#shared/directory/invited.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'

const { body } = SEED_DIRECTORIES

it('clause 17: the akim receives with the prosecutor, internal affairs, the anti-corruption body and the courts, whatever else the office keeps', () => {
  const invited = ['prosecutor', 'police', 'anticorruption', 'courts']
  expect(invitedByClause('WKO-2020/2023', [...body].reverse()).map(({ code }) => code)).toEqual(invited)
})

it('the Rules of 2026 invite nobody by name, and a body that is not offered is not invited', () => {
  expect(invitedByClause('KZ-2026', body)).toEqual([])
  const others = body.filter(({ code }) => code !== 'police')
  expect(invitedByClause('WKO-2020/2023', others)).toHaveLength(3)
})
