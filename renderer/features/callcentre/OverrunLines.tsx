import { Button } from '@mantine/core'
import { useState } from 'react'
import { isOverrun } from '#shared/callcentre/transitions.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DeclareForm, EndForm } from './ModeForms.tsx'
import { useCallCentre } from './use-call-centre.ts'

/** Modes of the call centre whose last planned day is over and that nobody has ended. */
export function useOverrun(): readonly EntityState<'callcentre'>[] {
  const today = useToday()
  return useCallCentre()?.all.filter(state => isOverrun(state, today)) ?? []
}

/** Lines of today: each such mode is ended, or goes on by another act. */
export function OverrunLines({ overrun }: { overrun: readonly EntityState<'callcentre'>[] }) {
  const { t, dates } = useWords()
  const [asked, setAsked] = useState<{ act: 'end' | 'extend'; state: EntityState<'callcentre'> } | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      {overrun.map(state => (
        <li key={state.id}>
          <Badge tone="amber">{t('callcentre.overrun.mark')}</Badge>
          <span className="grow">
            {t('callcentre.overrun', { date: state.mode?.to ? screenDate(state.mode.to, dates) : '' })}
          </span>
          <Button onClick={() => setAsked({ act: 'end', state })}>{t('callcentre.end')}</Button>
          <Button variant="default" onClick={() => setAsked({ act: 'extend', state })}>
            {t('callcentre.extend')}
          </Button>
        </li>
      ))}
      {asked?.act === 'end' ? <EndForm state={asked.state} onClose={close} /> : null}
      {asked?.act === 'extend' ? <DeclareForm state={null} after={asked.state} onClose={close} /> : null}
    </>
  )
}
