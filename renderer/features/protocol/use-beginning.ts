import i18next from 'i18next'
import { useMemo } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { Directories } from '#shared/directory/model.ts'
import type { Office } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { ReceptionState } from '#shared/reception/transitions.ts'
import type { Reception } from '#shared/schedule/model.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { type PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { directoryName } from '../../components/directory-name.ts'
import { officialName } from '../../components/official-name.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { ApplicationCard, VisitRow } from '../../db/query-types.ts'
import { usePreparations } from '../plan/use-preparations.ts'
import type { Composed, Written } from './composed.ts'
import type { ProtocolPlace } from './protocol-place.ts'

/** What a protocol is written with: its surroundings, and the form as it is proposed. */
export interface Beginning {
  readonly written: Written
  readonly first: Composed
  readonly office: Office
  readonly officials: readonly Official[]
  readonly directories: Directories
}

/** What is known of a reception before its protocol is written (clause 23): nothing of it is typed a second time. */
export function useBeginning(
  card: ApplicationCard,
  { visit: visitId, day, instead }: ProtocolPlace,
): Beginning | undefined {
  const { start } = useDesk()
  const today = useToday()
  const office = useOffice()
  const officials = useOfficials()
  const directories = useDirectories()
  const on = day ?? today
  const visits = useRows(
    'visits.day',
    useMemo(() => ({ day: on }), [on]),
  )
  const visit = visits?.find(({ id }) => id === visitId) ?? null
  const officialId =
    visit?.state.checkIn?.officialId ?? card.registered?.booking?.officialId ?? card.facts?.officialId ?? null
  const held = useReception(on, officialId)
  return useMemo(() => {
    if (!office || officials === undefined || visits === undefined || held === undefined) return undefined
    const { registered } = card
    if (registered === null) return undefined
    const { language } = registered.registration
    const official = officials.find(({ id }) => id === officialId) ?? null
    return {
      written: {
        application: card.id,
        visit: visit?.id ?? null,
        batch: null,
        instead,
        reception: held.reception?.id ?? null,
        profile: registered.profile,
      },
      first: {
        ...timesOf(visit),
        ...namedAs(official, language),
        on,
        place: placeText(office, visit?.state.call?.room || official?.room || '', language),
        language,
        secretary: start.user?.name ?? '',
        participants: [
          ...bodiesOf(held.state, directories, language),
          ...(held.state?.calledIn ?? []).map(({ who }) => ({ officialId: null, body: null, who })),
        ],
        others: (registered.personal?.members ?? []).map(applicantName).join('\n'),
        applicant: card.personal === null ? '' : applicantName(card.personal) || card.personal.organisation,
        essence: card.personal?.essence ?? '',
        ...{ said: '', decision: '', note: '', recording: '', reference: '', instructions: [] },
      },
      office,
      officials,
      directories,
    }
  }, [office, officials, visits, held, card, officialId, visit, instead, on, directories, start.user])
}

/** The name and the post of an official as papers of a language have them. */
export function namedAs(official: Official | null, language: Language): Pick<Composed, 'officialId' | 'official'> {
  if (official === null) return { officialId: null, official: '' }
  const post = official.position[language] || official.position.kk || official.position.ru
  const text = [officialName(official, language), post].filter(part => part !== '').join(', ')
  return { officialId: official.id, official: text.slice(0, 400) }
}

function timesOf(visit: VisitRow | null): Pick<Composed, 'from' | 'to'> {
  const at = (instant: string | null | undefined) => (instant ? officeTime(Date.parse(instant)) : '')
  return { from: at(visit?.state.startedAt), to: at(visit?.state.finishedAt) }
}

function placeText({ address }: Office, room: string, language: Language): string {
  const place = address[language] || address.kk || address.ru
  const numbered = room === '' ? '' : i18next.getFixedT(language)('letter.place.room', { room })
  return [place, numbered]
    .filter(part => part !== '')
    .join(', ')
    .slice(0, 200)
}

/** Bodies that were invited and did not refuse. */
function bodiesOf(
  state: ReceptionState | null,
  directories: Directories,
  language: Language,
): Composed['participants'] {
  const took = (state?.invited ?? []).filter(({ answers }) => {
    const last = answers.at(-1)?.outcome
    return last !== 'refused' && last !== 'did_not_attend'
  })
  return took.map(({ body }) => ({ officialId: null, body, who: directoryName('body', body, language, directories) }))
}

interface Held {
  readonly reception: Reception | null
  readonly state: ReceptionState | null
}

/** The reception of an official on a day, by the approved schedule, and how it was prepared; undefined until it is known. */
function useReception(day: PlainDate, officialId: string | null): Held | undefined {
  const month = PlainMonth.parse(day.slice(0, 7))
  const schedules = useRows(
    'plan.schedules',
    useMemo(() => ({ from: month, to: month }), [month]),
  )
  const reception = useMemo(
    () =>
      schedules
        ?.flatMap(({ approved }) => approved?.schedule.receptions ?? [])
        .find(one => one.date === day && one.officialId === officialId) ?? null,
    [schedules, day, officialId],
  )
  const prepared = usePreparations(useMemo(() => (reception === null ? [] : [reception.id]), [reception]))
  return useMemo(() => {
    if (schedules === undefined || prepared === undefined) return undefined
    return { reception, state: reception === null ? null : prepared.of(reception.id) }
  }, [schedules, prepared, reception])
}
