import i18next from 'i18next'
import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { decisionAbout } from '#shared/letter/duties.ts'
import { type FactWords, type LetterSources, letterFacts } from '#shared/letter/facts.ts'
import type { Facts } from '#shared/letter/fill.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import { findTemplate } from '#shared/letter/templates.ts'
import type { Bilingual } from '#shared/official/model.ts'
import { fromDayNumber } from '#shared/time/plain-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { useDirectories } from '../../components/use-directories.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { bothTexts } from '../../print/both-texts.ts'
import { useDemanded } from '../demands/use-demanded.ts'
import { addresseeOf, type Beginning, languagesOf } from './composed.ts'
import { useBothDates } from './use-both-dates.ts'
import { useControlSource } from './use-control-source.ts'
import { useMovedBecause } from './use-moved-because.ts'

const NOTHING = {}

/** What a letter of an application is made of, and the action that set its template; undefined until all of it is read. */
export function useBeginning(
  card: ApplicationCard,
  kind: LetterKind,
  about: string | null,
): (Beginning & { readonly set: string | null }) | null | undefined {
  const { start } = useDesk()
  const office = useOffice()
  const officials = useOfficials()
  const directories = useDirectories()
  const templates = useRows('templates.all', NOTHING)
  const words = useBothDates()
  const { registered } = card
  const told = useTold(card, about)
  return useMemo(() => {
    if (!office || officials === undefined || templates === undefined || told === undefined) return undefined
    if (registered === null) return null
    const found = findTemplate(kind, registered.profile, templates)
    if (found === null) return null
    const facts = letterFacts({
      registered,
      about,
      ...told,
      office,
      officials,
      directories,
      words: factWords(),
    })
    const executor = { name: start.user?.name ?? '', phone: office.phone }
    const languages = languagesOf(kind, registered)
    const of = { kind, profile: registered.profile, answered: registered, languages }
    return {
      ...of,
      addressee: addresseeOf(kind, registered, facts),
      template: found.template,
      set: found.set,
      facts,
      officials,
      executor,
      words,
      attachment: attachmentOf(kind, facts),
    }
  }, [office, officials, directories, templates, told, registered, kind, about, start.user, words])
}

/** What stands beside the application: an earlier case, a demand, why a time was moved, an instruction; undefined until it is read. */
function useTold(card: ApplicationCard, about: string | null) {
  const earlier = useEarlier(card, about)
  const demand = useDemanded(card.id, about)
  const movedBecause = useMovedBecause(card.registered?.booking?.because ?? null)
  const control = useControlSource(card.id, about)
  return useMemo(() => {
    if (earlier === undefined || demand === undefined || movedBecause === undefined || control === undefined) return
    return { earlier, demand, movedBecause, control }
  }, [earlier, demand, movedBecause, control])
}

/** The earlier case a refusal names, as it is numbered; null where it names none, undefined until it is read. */
function useEarlier({ registered }: ApplicationCard, about: string | null): LetterSources['earlier'] | undefined {
  const named = registered && decisionAbout(registered, about, 'application.refused', 'application.refusal_proposed')
  const id = named?.body.earlier ?? ''
  const earlier = useRows(
    'applications.one',
    useMemo(() => ({ id }), [id]),
  )
  return useMemo(() => {
    if (earlier === undefined || earlier === null) return earlier
    return {
      number: earlier.registered ? numberText(earlier.registered.number) : (earlier.personal?.eotinish ?? ''),
      on: earlier.day === null || earlier.day === 0 ? null : fromDayNumber(earlier.day),
    }
  }, [earlier])
}

/** The protocol itself goes with the letter that sends it. */
function attachmentOf(kind: LetterKind, { protocol_number: fact }: Facts): Bilingual {
  if (kind !== 'protocol_sent' || fact?.kind !== 'text') return { kk: '', ru: '' }
  return bothTexts(i18next)('letter.attached_protocol', { number: fact.text })
}

function factWords(): FactWords {
  const texts = bothTexts(i18next)
  return {
    lack: lack => texts(`decision.lack.${lack}`),
    place: (address, room) => ({
      kk: [address.kk, texts('letter.place.room', { room }).kk].filter(Boolean).join(', '),
      ru: [address.ru, texts('letter.place.room', { room }).ru].filter(Boolean).join(', '),
    }),
  }
}
