import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { addressOf } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { Notice } from '../../components/Notice.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useTyped } from '../register/use-kept-form.ts'
import { Composer } from './Composer.tsx'
import { decodeComposed } from './composed.ts'
import { draftNameOf, type ProtocolPlace } from './protocol-place.ts'
import { SignedProtocol } from './SignedProtocol.tsx'
import { useBeginning } from './use-beginning.ts'
import '../letters/letters.css'
import './protocol.css'

/** The protocol of a reception (clause 23): written while it is a draft; read, printed, sent once it was signed. */
export function ProtocolDesk({ place }: { place: ProtocolPlace }) {
  const { t } = useWords()
  const { application } = place
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: application }), [application]),
  )
  const protocols = useRows(
    'protocols.of',
    useMemo(() => ({ about: application }), [application]),
  )
  if (card === undefined || protocols === undefined) return null
  if (card === null || card.registered === null) return <Notice tone="amber">{t('protocol.gone')}</Notice>
  const protocol = protocols.find(({ id }) => id === place.id) ?? null
  return (
    <>
      <Head card={card} protocol={protocol} />
      <Opened card={card} protocol={protocol} place={place} />
    </>
  )
}

interface Shown {
  readonly card: ApplicationCard
  readonly protocol: EntityState<'protocol'> | null
}

function Head({ card, protocol }: Shown) {
  const { t } = useWords()
  const { registered, personal } = card
  const name = personal === null ? t('applications.erased') : applicantName(personal) || personal.organisation
  return (
    <div className="screen-head">
      <h1>{t('protocol.title')}</h1>
      {protocol?.signed ? <b>{protocolNumberText(protocol.signed.number)}</b> : null}
      <a className="link" href={addressOf('applications', { open: card.id })}>
        {registered === null ? name : `${numberText(registered.number)}, ${name}`}
      </a>
      <span className="space" />
      <a className="link" href={addressOf('reception')}>
        {t('protocol.to_reception')}
      </a>
    </div>
  )
}

function Opened({ card, protocol, place }: Shown & { place: ProtocolPlace }) {
  const { t } = useWords()
  const typed = useTyped(draftNameOf(place), decodeComposed)
  const beginning = useBeginning(card, place)
  if (card.erased || (protocol?.protocol && protocol.personal === null)) {
    return <Notice tone="sky">{t('protocol.erased')}</Notice>
  }
  if (beginning === undefined || typed === undefined) return null
  if (protocol !== null && protocol.status !== 'drafted' && protocol.status !== 'absent') {
    return <SignedProtocol protocol={protocol} card={card} place={place} beginning={beginning} />
  }
  return <Composer key={place.id} {...{ place, card, protocol, typed, beginning }} />
}
