import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import { wasInRoom } from '#shared/visit/transitions.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import type { VisitRow } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HAND_IN_KEY } from './reception-keys.ts'
import { useVisitKey } from './use-visit-key.ts'

/** What was handed in during the reception of a visitor, and the way to register more of it (clause 25, KZ-2026 point 11). */
export function HandedIn({ visit: { id, state }, isOver }: { visit: VisitRow; isOver: boolean }) {
  const { t } = useWords()
  const rows = useRows(
    'applications.handed_in',
    useMemo(() => ({ visit: id }), [id]),
  )
  const isOpen = wasInRoom(state) && !isOver
  const register = () => goTo('register', { reception: id })
  useVisitKey(HAND_IN_KEY.code, id, isOpen, register)
  if (!isOpen && (rows ?? []).length === 0) return null
  return (
    <section className="part" aria-label={t('reception.handed_in')}>
      <h3>{t('reception.handed_in')}</h3>
      <ul className="handed-in">
        {(rows ?? []).map(row => (
          <li key={row.id}>
            <a className="link" href={addressOf('applications', { open: row.id })}>
              {row.number === null ? '' : numberText(row.number)}
            </a>{' '}
            {row.eotinish === '' ? <span className="badge amber">{t('views.no_eotinish')}</span> : row.eotinish}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Button variant="default" aria-keyshortcuts={HAND_IN_KEY.shown} onClick={register}>
          {t('reception.hand_in')} <kbd className="beside-word">{HAND_IN_KEY.shown}</kbd>
        </Button>
      ) : null}
    </section>
  )
}
