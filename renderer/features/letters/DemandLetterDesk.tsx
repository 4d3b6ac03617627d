import { useMemo } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { demandFacts } from '#shared/letter/facts.ts'
import { findTemplate } from '#shared/letter/templates.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAddresseeText } from '../demands/addressee-text.ts'
import { useTyped } from '../register/use-kept-form.ts'
import { Composer } from './Composer.tsx'
import { type Beginning, decodeComposed } from './composed.ts'
import { draftNameOfNobody } from './letter-place.ts'
import { NobodysLetter } from './NobodysLetter.tsx'
import { useBothDates } from './use-both-dates.ts'

const NOTHING = {}

interface Shown {
  readonly id: EntityId
  readonly about: string | null
  readonly letter: EntityState<'letter'> | null
}

/** The letter of a demand for materials that concerns no application (clause 31): of no applicant. */
export function DemandLetterDesk(shown: Shown) {
  const { t } = useWords()
  const { about, letter } = shown
  const href = addressOf('control', { part: 'demands', ...(about === null ? {} : { open: about }) })
  return (
    <NobodysLetter title={t('letter.kind.materials_demand')} letter={letter} about={{ href, name: t('demand.title') }}>
      <Writing {...shown} />
    </NobodysLetter>
  )
}

function Writing({ id, about, letter }: Shown) {
  const { t } = useWords()
  const name = draftNameOfNobody(id)
  const typed = useTyped(name, decodeComposed)
  const beginning = useDemandBeginning(about)
  if (typed === undefined || beginning === undefined) return null
  if (beginning === null) return <Notice tone="amber">{t('letter.gone')}</Notice>
  return <Composer {...{ id, name, application: null, about, letter, typed, beginning }} />
}

/** What the letter of a demand is made of; null where there is no such demand, undefined until all of it is read. */
function useDemandBeginning(about: string | null): (Beginning & { readonly set: string | null }) | null | undefined {
  const { start } = useDesk()
  const office = useOffice()
  const officials = useOfficials()
  const templates = useRows('templates.all', NOTHING)
  const state = useRows(
    'demands.one',
    useMemo(() => ({ id: about ?? '' }), [about]),
  )
  const addresseeOf = useAddresseeText()
  const words = useBothDates()
  return useMemo(() => {
    if (!office || officials === undefined || templates === undefined || state === undefined) return undefined
    const { demand = null, dueOn = null, text = null } = state ?? {}
    if (demand === null || demand.application !== null || dueOn === null) return null
    const profile = profileOn(office, demand.on)
    const found = findTemplate('materials_demand', profile, templates)
    if (found === null) return null
    const addressee = addresseeOf(demand.addressee)
    return {
      ...{ kind: 'materials_demand', profile, answered: null, languages: ['kk', 'ru'] },
      addressee: { kk: [addressee.kk], ru: [addressee.ru] },
      template: found.template,
      set: found.set,
      facts: demandFacts({ addressee, text: text ?? '', dueOn }, office),
      officials,
      executor: { name: start.user?.name ?? '', phone: office.phone },
      words,
    }
  }, [office, officials, templates, state, addresseeOf, start.user, words])
}
