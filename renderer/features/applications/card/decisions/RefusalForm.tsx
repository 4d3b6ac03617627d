import i18next from 'i18next'
import { useMemo, useState } from 'react'
import { namesEarlier } from '#shared/application/decisions.ts'
import { readsAlike } from '#shared/application/refusal-alike.ts'
import { mustBeSettled, type RefusalDraft, refusalFaults, refusalGrounds } from '#shared/application/refusal-faults.ts'
import { DECIDERS, type Decider, type RefusalGround } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { useRows } from '../../../../app/use-rows.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useCaseOptions } from './case-options.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { ChoiceOf, DayOf, LineOf, TextOf } from './fields.tsx'
import { type Deciding, type FormAsked, useLooked } from './use-deciding.ts'
import { useBodyOptions, useDeciderName, useDeciderOptions } from './use-options.ts'

/** A reasoned refusal (clauses 14, 29; point 17): ground, facts, evidence, where to turn and how to appeal, none of it empty. */
export function RefusalForm(asked: FormAsked) {
  const { t } = useWords()
  const { deciding } = asked
  const { draft, change, faults } = useRefusal(deciding)
  const { facts, evidence, whereToTurn, howToAppeal, settled, decidedBy, ...body } = draft
  const personal = { facts, evidence, whereToTurn, howToAppeal, settled, decidedBy }
  const text = (field: keyof typeof personal, label: string, rows = 3) => (
    <TextOf
      field={field}
      label={label}
      rows={rows}
      value={draft[field]}
      onChange={value => change({ [field]: value })}
    />
  )
  return (
    <DecisionForm {...asked} faults={faults} body={body} personal={personal}>
      <GroundFields deciding={deciding} draft={draft} change={change} />
      {mustBeSettled(profileOf(deciding.registered.profile), draft.ground)
        ? text('settled', t('decision.settled'), 2)
        : null}
      {text('facts', t('decision.facts'))}
      {text('evidence', t('decision.evidence'))}
      {text('whereToTurn', t('decision.where_to_turn'), 2)}
      {text('howToAppeal', t('decision.how_to_appeal'))}
      <DeciderFields draft={draft} change={change} />
    </DecisionForm>
  )
}

type Change = (change: Partial<RefusalDraft>) => void

interface Part {
  readonly draft: RefusalDraft
  readonly change: Change
}

function GroundFields({ deciding, draft, change }: Part & { deciding: Deciding }) {
  const { t } = useWords()
  const cases = useCaseOptions(deciding.cases)
  const bodies = useBodyOptions()
  const { ground, earlier, body } = draft
  return (
    <>
      <ChoiceOf<RefusalGround>
        field="ground"
        first
        label={t('act.ground')}
        value={ground}
        options={refusalGrounds(profileOf(deciding.registered.profile)).map(value => ({
          value,
          label: t(`decision.ground.${value}`),
        }))}
        onChange={chosen => change({ ground: chosen, ...(namesEarlier(chosen) ? {} : { earlier: null, settled: '' }) })}
      />
      {namesEarlier(ground) ? (
        <ChoiceOf
          field="earlier"
          label={t('decision.earlier')}
          value={earlier}
          options={cases}
          onChange={chosen => change({ earlier: chosen })}
        />
      ) : null}
      {ground === 'competence' ? (
        <ChoiceOf
          field="body"
          label={t('decision.body')}
          value={body}
          options={bodies}
          onChange={chosen => change({ body: chosen })}
        />
      ) : null}
    </>
  )
}

function DeciderFields({ draft, change }: Part) {
  const { t } = useWords()
  const options = useDeciderOptions(DECIDERS)
  const nameOf = useDeciderName()
  const { decider, decidedBy, decidedOn } = draft
  const choose = (chosen: Decider | null) =>
    change({ decider: chosen, ...(decidedBy === nameOf(decider) ? { decidedBy: nameOf(chosen) } : {}) })
  return (
    <>
      <ChoiceOf field="decider" label={t('decision.decider')} value={decider} options={options} onChange={choose} />
      <div className="decision-pair">
        <LineOf
          field="decidedBy"
          label={t('decision.decided_by')}
          value={decidedBy}
          onChange={value => change({ decidedBy: value })}
        />
        <DayOf
          field="decidedOn"
          label={t('decision.decided_on')}
          value={decidedOn}
          onChange={value => change({ decidedOn: value })}
        />
      </div>
    </>
  )
}

/** As many refusals are compared with; older ones are hardly copied from. */
const COMPARED = { limit: 1000 }

/** The draft, and what stands against it. How it is appealed against is written beforehand, in the applicant's language. */
function useRefusal(deciding: Deciding) {
  const { id, registered } = { id: deciding.card.id, registered: deciding.registered }
  const looked = useLooked(deciding)
  const judged = registered.decisions.findLast(one => one.type === 'application.repeat_decided' && one.body.same)
  const [draft, setDraft] = useState<RefusalDraft>(() => ({
    ...{
      ground: null,
      body: null,
      decider: null,
      facts: '',
      evidence: '',
      whereToTurn: '',
      settled: '',
      decidedBy: '',
    },
    earlier: judged?.type === 'application.repeat_decided' ? judged.body.earlier : null,
    decidedOn: looked.today,
    howToAppeal: i18next.getFixedT(registered.registration.language)('decision.appeal_text'),
  }))
  const others = useRows('applications.refusals', COMPARED)
  const alike = useMemo(
    () =>
      (others ?? []).some(
        other => other.id !== id && readsAlike(`${other.facts} ${other.evidence}`, `${draft.facts} ${draft.evidence}`),
      ),
    [others, id, draft.facts, draft.evidence],
  )
  const named = namesEarlier(draft.ground) ? draft.earlier : null
  const earlier = deciding.cases.find(({ row }) => row.id === named)?.row.facts ?? null
  const faults = refusalFaults({ ...draft, earlier: named }, { ...looked, earlier, alike })
  const change: Change = part => setDraft(now => ({ ...now, ...part }))
  const body = draft.ground === 'competence' ? draft.body : null
  return { draft: { ...draft, earlier: named, body }, change, faults }
}
