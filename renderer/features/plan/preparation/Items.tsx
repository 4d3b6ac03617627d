import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PreparationItem } from '#shared/reception/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../../components/Badge.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { CheckDialog } from './CheckDialog.tsx'
import type { BoardShown } from './ReceptionBoard.tsx'

const TONES = { ready: 'green', fault: 'red', not_needed: 'plain' } as const

/** What is looked at before the reception: room, equipment, interpreter, the secrecy regime, helpers, the posted sheet. */
export function Items({ heads, board, onDone }: BoardShown) {
  const { t, dates } = useWords()
  const [asked, setAsked] = useState<PreparationItem | null>(null)
  return (
    <section className="part">
      <h3>{t('preparation.items')}</h3>
      <ul className="plan-lines">
        {board.items.map(({ item, found }) => (
          <li key={item}>
            <span className="grow">
              {t(`preparation.item.${item}`)}
              {found === null || found.note === '' ? null : <span className="mute"> {found.note}</span>}
            </span>
            {found === null ? (
              <Badge tone="amber">{t('preparation.check.open')}</Badge>
            ) : (
              <>
                <span className="mute">{screenDate(found.on, dates)}</span>
                <Badge tone={TONES[found.outcome]}>{t(`preparation.found.${found.outcome}`)}</Badge>
              </>
            )}
            <Button
              variant="default"
              aria-label={`${t('preparation.check')}: ${t(`preparation.item.${item}`)}`}
              onClick={() => setAsked(item)}
            >
              {t('preparation.check')}
            </Button>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <CheckDialog
          heads={heads}
          reception={board.reception}
          item={asked}
          onDone={() => {
            setAsked(null)
            onDone('preparation.check.done')
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
