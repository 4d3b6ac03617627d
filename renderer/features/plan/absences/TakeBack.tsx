import { Button } from '@mantine/core'
import { useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { type PlanKnown, usePlanActs } from '../use-plan.ts'
import type { Happened } from './WhatNext.tsx'

interface Asked {
  readonly known: PlanKnown
  readonly id: EntityId
  readonly title: string
  readonly of: 'absence' | 'restriction'
  readonly onDone: (what: Happened) => void
}

/** Takes an absence or a restriction back with what it moved. Refused, and said why, once a letter about a new time is signed. */
export function TakeBack({ id, title, of, onDone }: Asked) {
  const { t } = useWords()
  const { call, undo } = usePlanActs()
  const [asked, setAsked] = useState(false)
  const takeBack = async () => {
    const undone = await undo(id)
    if (undone !== null) onDone({ kind: 'undone', of, restored: undone.restored, kept: undone.kept })
  }
  const act = t(of === 'absence' ? 'absence.take_back' : 'restriction.lift')
  return (
    <>
      <Button variant="default" aria-label={`${act}: ${title}`} onClick={() => setAsked(true)}>
        {act}
      </Button>
      {asked ? (
        <Confirm
          title={act}
          act={act}
          danger
          call={call}
          onAct={() => void takeBack()}
          onClose={() => {
            call.forget()
            setAsked(false)
          }}
        >
          <p>
            <b>{title}</b>
          </p>
          <p>{t(of === 'absence' ? 'absence.take_back.sentence' : 'restriction.lift.sentence')}</p>
        </Confirm>
      ) : null}
    </>
  )
}
