import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { wasInRoom } from '#shared/visit/transitions.ts'
import { goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PROTOCOL_KEY } from '../reception/reception-keys.ts'
import { useVisitKey } from '../reception/use-visit-key.ts'
import { narrowingOf } from './protocol-place.ts'
import { PROTOCOL_TONES } from './protocol-status.ts'

/** The protocol of a visitor who is in the room or was received (clause 23), and the way to it. */
export function ProtocolOfVisit({ visit: { id, state, needsUpdate } }: { visit: VisitRow }) {
  const { t } = useWords()
  const protocols = useRows(
    'protocols.of',
    useMemo(() => ({ about: id }), [id]),
  )
  const standing = protocols?.findLast(({ status }) => status !== 'annulled')
  const annulled = protocols?.findLast(({ status }) => status === 'annulled')
  const { checkIn } = state
  const isOpen = wasInRoom(state) && checkIn !== null && !needsUpdate && protocols !== undefined
  const open = () => {
    if (checkIn === null) return
    const of = { application: checkIn.application, visit: id, day: checkIn.day }
    goTo('reception', narrowingOf(of, standing?.id ?? null, standing === undefined ? (annulled?.id ?? null) : null))
  }
  useVisitKey(PROTOCOL_KEY.code, id, isOpen, open)
  if (!isOpen) return null
  return (
    <section className="part" aria-label={t('protocol.title')}>
      <h3>{t('protocol.title')}</h3>
      {standing === undefined || standing.status === 'absent' ? null : (
        <p>
          {standing.signed === null ? '' : protocolNumberText(standing.signed.number)}{' '}
          <Badge tone={PROTOCOL_TONES[standing.status]}>{t(`protocol.status.${standing.status}`)}</Badge>
        </p>
      )}
      <Button variant="default" aria-keyshortcuts={PROTOCOL_KEY.shown} onClick={open}>
        {t(standing === undefined ? 'protocol.open' : 'protocol.go_on')}{' '}
        <kbd className="beside-word">{PROTOCOL_KEY.shown}</kbd>
      </Button>
    </section>
  )
}
