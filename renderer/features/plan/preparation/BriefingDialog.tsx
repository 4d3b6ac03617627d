import { Radio, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useRows } from '../../../app/use-rows.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { useJournalAct } from '../../../components/use-journal-act.ts'
import type { ApplicationCard, PlannedRow } from '../../../db/query-types.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { personTitle } from '../people/PersonFacts.tsx'
import { BriefingButton } from '../sheets/BriefingButton.tsx'
import type { PlanKnown } from '../use-plan.ts'
import { briefingSheet } from './sheet-data.ts'
import { useSheetWith } from './use-sheet-with.ts'

interface Asked {
  readonly known: PlanKnown
  readonly row: PlannedRow
  readonly onDone: () => void
  readonly onClose: () => void
}

/** The briefing sheet of one person, with the proposal to receive or to refuse (clause 26, KZ-2026 rule 18). */
export function BriefingDialog({ known, row, onDone, onClose }: Asked) {
  const card = useRows(
    'applications.one',
    useMemo(() => ({ id: row.person.application }), [row.person.application]),
  )
  return card ? <Written {...{ known, row, card, onDone, onClose }} /> : null
}

function Written({ known, row, card, onDone, onClose }: Asked & { readonly card: ApplicationCard }) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const sheetWith = useSheetWith()
  const before = card.registered?.briefing ?? null
  const [proposal, setProposal] = useState(before?.proposal ?? 'receive')
  const [summary, setSummary] = useState(before?.summary ?? '')
  const write = async () => {
    const intent = { entity: card.id, type: 'application.briefed', basedOn: card.head, body: { proposal } }
    if (await act(intent, { summary: summary.trim() })) onDone()
  }
  return (
    <Confirm
      title={t('preparation.briefing')}
      act={t('preparation.briefing.keep')}
      size={720}
      call={call}
      allowed={summary.trim() !== ''}
      onAct={() => void write()}
      onClose={onClose}
    >
      <p>
        <b>{personTitle(row, t)}</b>
      </p>
      {card.personal?.essence ? <p className="sentence">{card.personal.essence}</p> : null}
      <Textarea
        label={t('preparation.briefing.summary')}
        description={t('preparation.briefing.about')}
        data-autofocus
        autosize
        minRows={5}
        maxRows={14}
        maxLength={8000}
        value={summary}
        onChange={event => setSummary(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('preparation.proposal')}
        value={proposal}
        onChange={value => setProposal(value === 'refuse' ? 'refuse' : 'receive')}
      >
        <div className="buttons plan-radios">
          <Radio value="receive" label={t('preparation.proposal.receive')} />
          <Radio value="refuse" label={t('preparation.proposal.refuse')} />
        </div>
      </Radio.Group>
      {before === null || sheetWith === undefined || card.registered === null ? null : (
        <BriefingButton data={briefingSheet(card, card.registered, receptionOf(known, row), sheetWith)} />
      )}
    </Confirm>
  )
}

/** The reception the person is booked for; null where it is not in the schedule. */
function receptionOf({ plan }: PlanKnown, { person }: PlannedRow) {
  return plan.receptions.find(({ id }) => id === person.booking?.reception) ?? null
}
