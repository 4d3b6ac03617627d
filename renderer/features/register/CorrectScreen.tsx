import { NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { findingsOf, isLacking } from '#shared/application/findings.ts'
import { numberText } from '#shared/application/number.ts'
import { CorrectionGround } from '#shared/application/registration.ts'
import type { ActionId } from '#shared/change/action.ts'
import { officeTime } from '#shared/time/office-time.ts'
import { settled } from '../../app/desk.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { useCall } from '../../components/use-call.ts'
import type { ApplicationCard } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import { formOf } from './filled-form.ts'
import { RegistrationForm } from './RegistrationForm.tsx'
import { type Draft, decodeDraft } from './register-draft.ts'
import type { RegisterValues } from './register-values.ts'
import type { Standing } from './use-looked.ts'

/** Puts a registration right: the same form, filled in. The first record stays in the history. */
export function CorrectScreen({ application }: { application: string }) {
  const { t } = useWords()
  const params = useMemo(() => ({ id: `application:${application}` }), [application])
  const card = useRows('applications.one', params)
  const name = `correct.${application}`
  const draft = useCorrectionDraft(name, card)
  if (card === undefined) return null
  if (!card?.registered?.personal) return <Notice tone="amber">{t('register.correct.gone')}</Notice>
  if (draft === null) return null
  return <Correction card={card} name={name} draft={draft} />
}

const GROUNDS = {
  typing: 'register.correct.ground.typing',
  applicant_told: 'register.correct.ground.applicant_told',
  document_shown: 'register.correct.ground.document_shown',
  other: 'register.correct.ground.other',
} as const satisfies Record<CorrectionGround, string>

function Correction({ card, name, draft }: { card: ApplicationCard; name: string; draft: Draft }) {
  const { t } = useWords()
  const [ground, setGround] = useState<CorrectionGround>('typing')
  const correction = useCorrection(card, { name, ground, first: draft.basedOn ?? card.head })
  const number = card.registered === null ? '' : numberText(card.registered.number)
  const standing = useStanding(card)
  const head = () => (
    <>
      <div className="screen-head">
        <h1>{t('register.correct.title', { number })}</h1>
        <span className="mute">{t('register.correct.first_kept')}</span>
        <a className="link" href={addressOf('applications', { open: card.id })}>
          {t('register.earlier.open')}
        </a>
      </div>
      {correction.conflict ? <Notice tone="amber">{t('register.correct.conflict')}</Notice> : null}
    </>
  )
  return (
    <RegistrationForm
      name={name}
      draft={draft}
      own={card.id}
      {...(standing === null ? {} : { standing })}
      onKeep={() => undefined}
      act="register.correct.save"
      call={correction.call}
      onSend={correction.send}
      head={head}
    >
      <NativeSelect
        className="ground"
        label={t('register.correct.ground')}
        value={ground}
        data={CorrectionGround.options.map(value => ({ value, label: t(GROUNDS[value]) }))}
        onChange={event => setGround(CorrectionGround.parse(event.currentTarget.value))}
      />
    </RegistrationForm>
  )
}

/** The clock of the correction asks nothing: what was registered in time stays so. */
function useStanding({ registered }: ApplicationCard): Standing | null {
  return useMemo(() => {
    if (registered === null) return null
    const { on, at, profile, registration, personal } = registered
    const moment = { on, at: officeTime(Date.parse(at)) }
    const looked = { now: moment, registered: moment, work: null, actOn: () => profile }
    const wasLacking = personal !== null && isLacking(findingsOf(registration, personal, looked))
    return { registered: moment, profile, wasLacking }
  }, [registered])
}

/**
 * Sends a correction, based on what the person saw when the form was opened. After a conflict the form stays and is based
 * on what stands now: the person was told, and saves again.
 */
function useCorrection(
  card: ApplicationCard,
  { name, ground, first }: { name: string; ground: CorrectionGround; first: ActionId | null },
) {
  const store = useStore()
  const call = useCall()
  const [basedOn, setBasedOn] = useState(first)
  const conflict = call.error?.code === 'change.conflict'
  useEffect(() => {
    if (conflict) setBasedOn(card.head)
  }, [conflict, card.head])
  const send = async ({ registration, personal }: RegisterValues): Promise<boolean> => {
    const entity = card.id
    if (basedOn === null) return false
    const asked = { entity, basedOn, registration, personal, ground }
    const corrected = await call.run(() => window.desk.applicationCorrect(asked))
    if (corrected === null) return false
    await store.caughtUp(corrected.action.id)
    await settled(window.desk.draftDrop({ name }))
    goTo('applications', { open: entity })
    return true
  }
  return { call, conflict, send }
}

/** What is put right: as it was being typed, else as it stands. Taken once: a change from elsewhere must not overwrite typing. */
function useCorrectionDraft(name: string, card: ApplicationCard | null | undefined): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null)
  const registered = card?.registered ?? null
  const basedOn = card?.head ?? undefined
  const known = registered?.personal ? registered : null
  useEffect(() => {
    if (draft !== null || known?.personal == null) return
    const { registration, personal } = known
    let current = true
    void settled(window.desk.draftLoad({ name })).then(loaded => {
      const request = newRequestId()
      const kept = decodeDraft(loaded.ok ? loaded.value.value : null, request)
      const form = formOf(registration, personal)
      const filled: Draft = { request, form, known: null, opened: [], at: null, basedOn }
      if (current) setDraft(kept ?? filled)
    })
    return () => {
      current = false
    }
  }, [name, known, basedOn, draft])
  return draft
}
