import { Official } from '../official/model.ts'
import type { OfficialField } from './headers-officials.ts'
import type { OfficialRow } from './officials-row.ts'

/** Contacts stand in few files, and an empty cell of one says nothing: what a person has entered is not wiped by it. */
const KEPT_WHEN_EMPTY: ReadonlySet<OfficialField> = new Set(['phone', 'email'])

/**
 * The official of a row under an id, over what is known of them: what the file has no column for (languages, topics, term,
 * minutes, who acts) stays as it was, each language of a text by itself. Nobody known: the row with its defaults.
 */
export function officialWithRow(
  known: Official | null,
  { official: told, carried }: OfficialRow,
  id: string,
): Official {
  if (known === null) return Official.parse({ ...told, id })
  const says = (field: OfficialField) =>
    carried.has(field) && !(KEPT_WHEN_EMPTY.has(field) && told[field as 'phone' | 'email'] === '')
  const pair = (field: 'position' | 'unit') => ({
    kk: (says(`${field}_kk`) ? told : known)[field].kk,
    ru: (says(`${field}_ru`) ? told : known)[field].ru,
  })
  return Official.parse({
    ...known,
    id,
    name: told.name,
    category: (says('category') ? told : known).category,
    position: pair('position'),
    unit: pair('unit'),
    room: (says('room') ? told : known).room,
    rule: (says('reception_rule') ? told : known).rule,
    from: (says('from') ? told : known).from,
    to: (says('to') ? told : known).to,
    phone: (says('phone') ? told : known).phone,
    email: (says('email') ? told : known).email,
  })
}
