import { useMemo } from 'react'
import { protocolTerm } from '#shared/protocol/rules.ts'
import { executorText, protocolSheet } from '#shared/protocol/sheet.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useWorkCalendar } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { Why } from '../../components/WhyDate.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Fact } from '../applications/card/Part.tsx'
import { Scans } from '../letters/Scans.tsx'
import { useSignedTogether } from './joint.ts'
import { ProtocolPreview } from './ProtocolPreview.tsx'
import { addressOfProtocol, type ProtocolPlace } from './protocol-place.ts'
import { PROTOCOL_TONES } from './protocol-status.ts'
import { SignedActs } from './SignedActs.tsx'
import type { Beginning } from './use-beginning.ts'

interface Shown {
  readonly protocol: EntityState<'protocol'>
  readonly card: ApplicationCard
  readonly place: ProtocolPlace
  readonly beginning: Beginning
}

/** A protocol that was signed: it stands as it is; what is done with it, how it went out, and its instructions. */
export function SignedProtocol({ protocol, card, place, beginning }: Shown) {
  const { t, dates } = useWords()
  const { office, directories, officials } = beginning
  const calendar = useWorkCalendar()
  const { others, lines } = useSignedTogether(protocol)
  const own = protocolSheet(protocol, { office, directories, registered: card.registered })
  const sheet = own && { ...own, joint: lines }
  const { status, signed, copies, dispatches } = protocol
  const term = protocolTerm(protocol, calendar)
  const signer = officials.find(({ id }) => id === signed?.officialId)
  return (
    <div className="letter-desk">
      <section className="card letter-fields">
        {status === 'absent' ? null : (
          <div>
            <Badge tone={PROTOCOL_TONES[status]}>{t(`protocol.status.${status}`)}</Badge>
          </div>
        )}
        <SignedActs protocol={protocol} others={others} card={card} place={place} />
        <dl className="facts">
          <Fact label={t('protocol.signed_on')} text={signed === null ? '' : screenDate(signed.on, dates)} />
          <Fact label={t('protocol.copies')} text={String(copies.kk + copies.ru)} />
        </dl>
        {signer === undefined || term === null || status !== 'signed' ? null : (
          <p>
            {t('protocol.send_by', { date: screenDate(term.by, dates) })} <Why term={term} />
          </p>
        )}
        <ul className="plain-list">
          {dispatches.map(({ channel, on }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was done never changes its order
            <li key={at}>
              <b>{t('protocol.went')}</b>{' '}
              <span className="mute">
                {joined([screenDate(on, dates), t(`letter.channel.${channel}`)], ' \u00b7 ')}
              </span>
            </li>
          ))}
        </ul>
        <Together others={others} />
        <Instructions protocol={protocol} card={card} beginning={beginning} />
        <Scans letter={protocol} />
      </section>
      <ProtocolPreview sheets={sheet === null ? [] : [sheet]} />
    </div>
  )
}

/** The others of a joint protocol: each is sent to its own applicant. */
function Together({ others }: { others: readonly EntityState<'protocol'>[] }) {
  const { t } = useWords()
  if (others.length === 0) return null
  return (
    <section className="part" aria-label={t('protocol.joint.others')}>
      <h3>{t('protocol.joint.others')}</h3>
      <ul className="plain-list">
        {others.map(({ id, status, protocol, personal }) =>
          protocol === null || status === 'absent' ? null : (
            <li key={id}>
              <a
                className="link"
                href={addressOfProtocol(
                  { application: protocol.application, visit: protocol.visit, day: protocol.on },
                  id,
                )}
              >
                {personal?.applicant ?? t('applications.erased')}
              </a>{' '}
              <Badge tone={PROTOCOL_TONES[status]}>{t(`protocol.status.${status}`)}</Badge>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

/** The instructions it gave, each with its term and how it stands. */
function Instructions({ protocol, card, beginning }: Pick<Shown, 'protocol' | 'card' | 'beginning'>) {
  const { t, dates, language } = useWords()
  const given = useRows(
    'instructions.of',
    useMemo(() => ({ application: card.id }), [card.id]),
  )
  const own = (given ?? []).filter(({ instruction }) => instruction?.protocol === protocol.id)
  if (own.length === 0) return null
  return (
    <section className="part" aria-label={t('protocol.instructions')}>
      <h3>{t('protocol.instructions')}</h3>
      <ul className="plain-list">
        {own.map(({ id, text, dueOn, instruction, assigned }) => {
          const executor = assigned.at(-1)?.executor ?? instruction?.executor
          return (
            <li key={id}>
              <b>{dueOn === null ? '' : screenDate(dueOn, dates)}</b> {text ?? ''}
              <div className="mute">
                {executor === undefined ? '' : executorText(executor, beginning.directories, language)}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
