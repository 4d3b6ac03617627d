import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Registered } from '#shared/application/transitions.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import type { ApplicationCard, EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../applications/card/Part.tsx'
import { addressOfProtocol } from './protocol-place.ts'
import { PROTOCOL_TONES } from './protocol-status.ts'

/** The protocols of an application (clause 23: attached to it), and the way to write the one that lacks. */
export function ProtocolsPart({ card, registered }: { card: ApplicationCard; registered: Registered }) {
  const { t } = useWords()
  const protocols = useRows(
    'protocols.of',
    useMemo(() => ({ about: card.id }), [card.id]),
  )
  if (protocols === undefined) return null
  const day = card.facts?.received ?? null
  const { visit } = registered
  const stands = protocols.some(({ status, protocol }) => status !== 'annulled' && protocol?.visit === visit)
  const mayBegin = day !== null && !stands && !card.erased && !card.needsUpdate
  if (protocols.length === 0 && !mayBegin) return null
  const annulled = protocols.findLast(({ status, protocol }) => status === 'annulled' && protocol?.visit === visit)
  return (
    <Part title={t('protocols.title')}>
      <ul className="plain-list">
        {protocols.map(one => (
          <Standing key={one.id} protocol={one} />
        ))}
      </ul>
      {mayBegin ? (
        <Button
          component="a"
          variant="default"
          href={addressOfProtocol({ application: card.id, visit, day }, null, annulled?.id ?? null)}
        >
          {t('protocol.open')}
        </Button>
      ) : null}
    </Part>
  )
}

function Standing({ protocol: { id, status, protocol, signed, dispatches } }: { protocol: EntityState<'protocol'> }) {
  const { t, dates } = useWords()
  if (protocol === null || status === 'absent') return null
  const { application, visit, on } = protocol
  const sent = dispatches.at(0)
  const parts = [
    t('protocol.of_day', { date: screenDate(on, dates) }),
    sent === undefined ? '' : `${t(`letter.channel.${sent.channel}`)}, ${screenDate(sent.on, dates)}`,
  ]
  return (
    <li>
      <a className="link" href={addressOfProtocol({ application, visit, day: on }, id)}>
        {joined([signed === null ? '' : protocolNumberText(signed.number), t('protocol.title')], ' \u00b7 ')}
      </a>{' '}
      <Badge tone={PROTOCOL_TONES[status]}>{t(`protocol.status.${status}`)}</Badge>
      <div className="mute">{joined(parts, ' \u00b7 ')}</div>
    </li>
  )
}
