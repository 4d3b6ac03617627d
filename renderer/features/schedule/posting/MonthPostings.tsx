import { useMemo } from 'react'
import type { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import { type MarkedVersion, markedVersions, type PlaceStand, placesOf } from '#shared/posting/standing.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import type { PostingPlace } from '#shared/schedule/model.ts'
import type { ScheduleState } from '#shared/schedule/transitions.ts'
import { monthTitle, screenDate } from '#shared/time/official-date.ts'
import { type PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import { useRows } from '../../../app/use-rows.ts'
import { Badge } from '../../../components/Badge.tsx'
import { Card } from '../../../components/Card.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { MarkCheck } from './MarkCheck.tsx'
import { PostingForm } from './PostingForm.tsx'
import type { PostedMonth } from './PostingPart.tsx'
import { PLACE_WORDS } from './posting-words.ts'

interface Shown {
  readonly posted: PostedMonth
  readonly state: ScheduleState
  readonly officials: readonly Official[]
  readonly office: Office
}

/** Where a month was posted, what hangs there now, and every version with its postings. */
export function MonthPostings({ posted, state, officials, office }: Shown) {
  const { t, dates } = useWords()
  const marked = useMemo(() => markedVersions(state, { officials, office }), [state, officials, office])
  const places = placesFor(office, posted.month)
  const standing = marked.at(-1)
  if (standing === undefined) return null
  return (
    <Card title={t('posting.month', { month: monthTitle(posted.month, dates) })}>
      <div className="card-body">
        <p className="sentence">{t('posting.stands', { number: standing.number, mark: standing.mark })}</p>
        <ul className="posting-places">
          {placesOf(marked, places).map(stand => (
            <Place key={stand.where} stand={stand} />
          ))}
        </ul>
        <PostingForm posted={posted} version={standing.version} places={places} />
        <MarkCheck marked={marked} />
        <Versions marked={marked} />
      </div>
    </Card>
  )
}

/** The centre has its own place under the rules of 2026 (rule 19). */
function placesFor(office: Office, month: PlainMonth): readonly PostingPlace[] {
  return profileOn(office, rangeOfMonth(month).from) === 'KZ-2026' ? ['room', 'center', 'site'] : ['room', 'site']
}

function Place({ stand: { where, state, last } }: { readonly stand: PlaceStand }) {
  const { t, dates } = useWords()
  return (
    <li>
      <b>{t(PLACE_WORDS[where])}</b> {state === 'never' ? <Badge tone="amber">{t('posting.state.never')}</Badge> : null}
      {state === 'stands' ? <Badge tone="green">{t('posting.state.stands')}</Badge> : null}
      {state === 'old' ? <Badge tone="red">{t('posting.state.old', { number: last?.number ?? 0 })}</Badge> : null}
      {last === null ? null : <span className="mute"> {screenDate(last.on, dates)}</span>}
    </li>
  )
}

const NOTHING = {}

function Versions({ marked }: { readonly marked: readonly MarkedVersion[] }) {
  const { t, dates } = useWords()
  const users = useRows('users.all', NOTHING)
  const nameOf = (id: string) =>
    id === 'system' ? t('publish.by_itself') : (users?.find(({ user }) => user?.id === id)?.user?.name ?? id)
  return (
    <table className="table">
      <caption>{t('posting.versions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('posting.column.version')}</th>
          <th scope="col">{t('posting.column.approved')}</th>
          <th scope="col">{t('posting.column.posted')}</th>
        </tr>
      </thead>
      <tbody>
        {marked.toReversed().map(({ number, mark, version }) => (
          <tr key={version.action}>
            <th scope="row">{t('posting.version', { number, mark })}</th>
            <td>
              {t('schedule.status.approved', { by: version.approvedBy, on: screenDate(version.approvedOn, dates) })}
            </td>
            <td>
              {version.posted.length === 0 ? t('posting.nowhere') : null}
              {version.posted.map(({ where, on, at, by, photo, site }) => (
                <p key={`${where} ${at}`}>
                  {t('posting.line', { where: t(PLACE_WORDS[where]), on: screenDate(on, dates), by: nameOf(by) })}
                  {site === undefined ? null : (
                    <span className="mute posting-proof"> {t('publish.proof', { place: site.place })}</span>
                  )}
                  {photo === '' ? null : <span className="mute"> {t('posting.photo_of', { photo })}</span>}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
