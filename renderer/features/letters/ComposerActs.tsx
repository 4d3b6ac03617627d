import { Button, NativeSelect } from '@mantine/core'
import { IconDownload, IconPencilCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import { ActionId } from '#shared/change/action.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { SignFault } from '#shared/letter/sign-faults.ts'
import { type AppError, ok, type Result } from '#shared/result/result.ts'
import { goTo } from '../../app/route.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { newRequestId } from '../../components/request-id.ts'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useStore } from '../../db/use-query.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Composing } from './Composer.tsx'
import type { Composed } from './composed.ts'

interface Acts {
  readonly composing: Composing
  readonly composed: Composed
  readonly faults: readonly SignFault[]
  readonly kept: { readonly error: AppError | null; readonly drop: () => Promise<void> }
  readonly isKept: boolean
  readonly onLanguages: (languages: readonly Language[]) => void
}

/** What is done with a letter that is written: its sheets, the draft to the journal and to Word, the sign-off. */
export function ComposerActs({ composing, composed, faults, kept, isKept, onLanguages }: Acts) {
  const { t } = useWords()
  const { keep, sign, call, word, saved } = useWriting(composing, composed, kept.drop, isKept)
  const [asked, setAsked] = useState(false)
  const [first = 'kk', second] = composed.languages
  return (
    <div className="letter-acts">
      <NativeSelect
        label={t('letter.languages')}
        value={second === undefined ? first : 'both'}
        data={(['kk', 'ru', 'both'] as const).map(value => ({ value, label: t(`letter.languages.${value}`) }))}
        onChange={event => onLanguages(chosenOf(event.currentTarget.value))}
      />
      <Button leftSection={<IconPencilCheck size={17} aria-hidden="true" />} onClick={() => setAsked(true)}>
        {t('letter.sign')}
      </Button>
      <Button variant="default" loading={call.busy} disabled={isKept} onClick={() => void keep()}>
        {t('letter.keep_draft')}
      </Button>
      {composed.languages.map(language => (
        <Button
          key={language}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() => void word(language)}
        >
          {t('letter.docx', { language: t(`letter.sheet_of.${language}`) })}
        </Button>
      ))}
      <div className="letter-notices">
        {faults.length === 0 ? null : <Notice tone="amber">{t('letter.faults', { count: faults.length })}</Notice>}
        {second === undefined ? null : <Notice tone="sky">{t('letter.translate')}</Notice>}
        {isKept ? <Notice tone="sky">{t('letter.draft_kept')}</Notice> : null}
        <SavedNotice saved={saved} />
        <ErrorNotice error={kept.error ?? (asked ? null : call.error)} />
      </div>
      {asked ? (
        <Confirm
          title={t('letter.sign')}
          act={t('letter.sign.act')}
          call={call}
          allowed={faults.length === 0}
          onAct={() => void sign()}
          onClose={() => setAsked(false)}
        >
          <p>{t(faults.length === 0 ? 'letter.sign.sentence' : 'letter.sign.faults', { count: faults.length })}</p>
        </Confirm>
      ) : null}
    </div>
  )
}

function chosenOf(value: string): Language[] {
  return value === 'both' ? ['kk', 'ru'] : [value === 'ru' ? 'ru' : 'kk']
}

/** The ways of a draft into the journal and on. */
function useWriting(composing: Composing, composed: Composed, dropTyped: () => Promise<void>, isKept: boolean) {
  const { id, application, about, letter, beginning } = composing
  const store = useStore()
  const call = useCall()
  const [request] = useState(newRequestId)
  const [saved, setSaved] = useState<Saved | null>(null)

  /** The head of the letter with what is on the screen in it. */
  async function drafted(): Promise<Result<ActionId>> {
    if (isKept && letter?.head) return ok(letter.head)
    const { kind, profile, set } = beginning
    const of = { kind, application, profile, languages: composed.languages, about }
    const answer = await window.desk.journalAct({
      intent: {
        entity: id,
        type: 'letter.drafted',
        basedOn: letter?.head ?? null,
        body: { letter: { ...of, template: letter?.letter ? letter.letter.template : set } },
      },
      personal: composed.text,
    })
    if (!answer.ok) return answer
    await store.caughtUp(answer.value.action.id)
    await dropTyped()
    return ok(ActionId.parse(answer.value.action.id))
  }

  const sign = () =>
    call.run(async () => {
      const head = await drafted()
      if (!head.ok) return head
      const answer = await window.desk.letterSign({ entity: id, basedOn: head.value, request })
      if (answer.ok) await store.caughtUp(answer.value.action.id)
      return answer
    })
  const word = async (language: Language) => {
    setSaved(null)
    const made = await call.run(async () => {
      const head = await drafted()
      return head.ok ? window.desk.letterPrint({ letter: id, language, form: 'docx', reprint: null }) : head
    })
    setSaved(made?.saved ?? null)
  }
  const keep = async () => {
    const done = await call.run(drafted)
    // From now on the letter stands by itself, whatever it was begun with.
    if (done !== null) goTo('letters', { letter: id.slice('letter:'.length) })
  }
  return { call, keep, sign, word, saved }
}
