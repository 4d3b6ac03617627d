import { expect, test } from 'vitest'
import { answerEarlier } from '#renderer/db/person-queries.ts'
import type { QueryContext } from '#renderer/db/query-context.ts'
import { sealRecord } from '#renderer/db/rows.ts'
import { makeSealer } from '#renderer/db/seal.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import { foldRecords } from '#shared/change/project.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const PEOPLE = 10_000

/** A store of many people; a row is sealed when it is asked for. */
async function storeOf(desk: TestDesk): Promise<Pick<QueryContext, 'db' | 'sealer' | 'whenIndexed'>> {
  const { changes } = foldRecords({ records: new Map(), related: NO_RELATED }, desk.actions)
  const records = new Map(changes.map(({ after }) => [after.id as string, after]))
  const index = new SearchIndex()
  for (const record of records.values()) index.put(record, [])
  const sealer = await makeSealer({ store: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) }, crypto)
  const sealed = async (id: string) => {
    const record = records.get(id)
    return record && sealRecord(sealer, record)
  }
  const applications = { bulkGet: (ids: string[]) => Promise.all(ids.map(sealed)) }
  return { db: { applications } as unknown as QueryContext['db'], sealer, whenIndexed: async () => index }
}

test(`the open case of the same person and matter is found among ${PEOPLE}, however the name is spelled now`, async () => {
  const desk = new TestDesk(0)
  const person = { surname: 'Мұхамбетова', given: 'Назгүл', patronymic: 'Серікқызы', iin: '', phone: '' }
  const essence = 'Прошу провести водопровод на улице Абая'
  const wanted = desk.register(1, 's', {}, { ...person, essence })
  const other = desk.register(2, 's', {}, { ...person, essence: 'Архивная справка' })
  for (let serial = 3; serial <= PEOPLE; serial += 1) {
    const names = [{ surname: `Мұхамбет${serial}`, given: 'Назгүл' }, { given: 'Назира' }, { surname: 'Ахметова' }]
    const another = serial % 100 === 0 ? { patronymic: 'Болатқызы' } : names[serial % names.length]
    desk.register(serial, `s${serial}`, {}, { ...person, ...another, essence })
  }
  const context = await storeOf(desk)
  const spelled = [
    ['Мухамбетова', 'Назгул', 'Сериковна'],
    ['МҰХАМБЕТОВА', 'Назгүл', ''],
    ['Мұхамбетвоа', 'Назгүл', 'Серік қызы'],
  ] as const
  for (const [surname, given, patronymic] of spelled) {
    const typed = { iin: '', bin: '', phone: '', surname, given, patronymic, essence: 'Водопровод, улица Абая' }
    const found = await answerEarlier(context, { person: typed, limit: 5000 })
    const first = found[0]
    expect([first?.row.status, first?.sameMatter, first?.by]).toEqual(['open', true, 'name'])
    const ids = found.map(one => one.row.id)
    if (patronymic !== '') expect(ids).toEqual([wanted.entity, other.entity])
    expect(found.every(one => one.row.given === 'Назгүл')).toBe(true)
  }
})
