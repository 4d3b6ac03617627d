import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { LetterKind } from '#shared/letter/model.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { coverOf } from '#shared/report/addressees.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useTyped } from '../register/use-kept-form.ts'
import { Composer } from './Composer.tsx'
import { CoverDesk } from './CoverDesk.tsx'
import { decodeComposed } from './composed.ts'
import { DemandLetterDesk } from './DemandLetterDesk.tsx'
import { draftNameOf, type LetterPlace } from './letter-place.ts'
import { SignedLetter } from './SignedLetter.tsx'
import { useBeginning } from './use-beginning.ts'

/** One letter: written while it is a draft, and read, printed and sent once it was signed off. */
export function LetterDesk({ place }: { place: LetterPlace }) {
  const letter = useRows(
    'letters.one',
    useMemo(() => ({ id: place.id }), [place.id]),
  )
  if (letter === undefined) return null
  const about = letter?.letter ? letter.letter.about : place.about
  const cover = coverOf(about)
  if (cover !== null && about !== null) return <CoverDesk id={place.id} about={about} cover={cover} letter={letter} />
  if (letter?.letter ? letter.letter.application === null : place.application === null) {
    return <DemandLetterDesk id={place.id} about={about} letter={letter} />
  }
  return <OfApplication place={place} letter={letter} />
}

function OfApplication({ place, letter }: { place: LetterPlace; letter: EntityState<'letter'> | null }) {
  const { t } = useWords()
  const application = letter?.letter?.application ?? place.application
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: application ?? '' }), [application]),
  )
  if (card === undefined) return null
  const kind = letter?.letter?.kind ?? place.kind
  if (card === null || kind === null || application === null) return <Notice tone="amber">{t('letter.gone')}</Notice>
  return (
    <>
      <Head card={card} kind={kind} letter={letter} />
      <Opened card={card} kind={kind} letter={letter} place={place} />
    </>
  )
}

interface Shown {
  readonly card: ApplicationCard
  readonly kind: LetterKind
  readonly letter: EntityState<'letter'> | null
}

function Head({ card, kind, letter }: Shown) {
  const { t } = useWords()
  const name =
    card.personal === null ? t('applications.erased') : applicantName(card.personal) || card.personal.organisation
  return (
    <div className="screen-head">
      <h1>{t(`letter.kind.${kind}`)}</h1>
      {letter?.signed ? <b>{outgoingText(letter.signed.number)}</b> : null}
      <a className="link" href={addressOf('applications', { open: card.id })}>
        {card.registered === null ? name : `${numberText(card.registered.number)}, ${name}`}
      </a>
      <span className="space" />
      <a className="link" href={addressOf('letters')}>
        {t('letters.all')}
      </a>
    </div>
  )
}

function Opened({ card, kind, letter, place }: Shown & { place: LetterPlace }) {
  const { t } = useWords()
  if (card.erased || (letter !== null && letter.personal === null)) {
    return <Notice tone="sky">{t('letter.erased')}</Notice>
  }
  if (letter !== null && letter.status !== 'drafted') return <SignedLetter letter={letter} answered={card.registered} />
  const about = letter?.letter ? letter.letter.about : place.about
  return <Writing id={place.id} card={card} kind={kind} about={about} letter={letter} />
}

interface Written extends Shown {
  readonly id: EntityId
  readonly about: string | null
}

function Writing({ id, card, kind, about, letter }: Written) {
  const { t } = useWords()
  const name = draftNameOf(card.id, id)
  const typed = useTyped(name, decodeComposed)
  const beginning = useBeginning(card, kind, about)
  if (typed === undefined || beginning === undefined) return null
  if (beginning === null) return <Notice tone="amber">{t('letter.no_template')}</Notice>
  const of = { id, name, application: card.id, about, letter, typed, beginning }
  return <Composer {...of} />
}
