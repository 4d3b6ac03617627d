import { type Action, ActionId, type EntityId, entityId, type Noun, type SubjectId } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Stamp } from '#shared/time/stamp.ts'

export const INSTALLATION = 'aaaaaaaaaaaaaaaa'

/** An action of the sample desk with the given place in its chain. Enough for folds: what a test needs it overrides. */
export function sampleAction(
  sequence: number,
  noun: Noun,
  key: string,
  type: string,
  body: Record<string, unknown>,
  more: Partial<Action> = {},
): Action {
  const entity: EntityId = entityId(noun, key)
  return {
    id: ActionId.parse(`${INSTALLATION}:${String(sequence).padStart(12, '0')}`),
    type,
    version: 1,
    entity,
    stamp: Stamp.parse(`${String(1_790_000_000_000 + sequence).padStart(15, '0')}.000000.${INSTALLATION}`),
    at: '2026-10-01T05:00:00.000Z',
    date: PlainDate.parse('2026-10-01'),
    user: 'u1',
    role: 'clerk',
    basedOn: null,
    body,
    personal: null,
    ...more,
  }
}

export const SUBJECT = 'subjectsubjectsubje1' as SubjectId

/** Facts of an imported application with nothing wrong in it. */
export const FACTS = {
  rowNumber: 1,
  sheetRow: 5,
  registered: '2026-07-01',
  received: '2026-07-09',
  channel: 'oral',
  district: 'zhanybek',
  language: 'kk',
  topic: 'health',
  officialId: 'o1',
  outcome: 'received',
  result: 'explained',
  legalEntity: false,
  badIin: false,
  badBin: false,
  problems: [],
}

/** The personal part of an imported application of an invented person. */
export const PERSONAL = {
  surname: 'Мұхамбетова',
  given: 'Назгүл',
  patronymic: 'Серікқызы',
  iin: '750817453054',
  bin: '',
  organisation: '',
  phone: '+77015970819',
  category: null,
  essence: 'Обеспечение лекарствами',
  eotinish: 'ЖТ-2026-00476575',
  officialText: 'Мырзагалиев Е.К.',
  cells: {},
}
