import { expect, it } from 'vitest'
import { visitRig } from './visit-rig.ts'

const rig = visitRig()

it('nobody is checked in before an official whom nobody entered, and the number is not spent', async () => {
  const application = await rig.registeredEntity(1)
  // The second is no key an entity can have: a refusal, and no exception.
  for (const officialId of ['nobody', 'no body/../x']) {
    await expect(rig.come(1, application, { officialId })).rejects.toMatchObject({
      detail: { code: 'visit.no_official' },
    })
  }
  const { entity } = await rig.come(2, application, { officialId: 'o1' })
  expect((await rig.visitOf(entity)).checkIn).toMatchObject({ officialId: 'o1', ticket: { serial: 1 } })
})
