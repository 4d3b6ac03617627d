import { IconBan, IconDownload, IconPaperclip, IconPrinter, IconSend, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { ReprintReason } from '#shared/application/registration.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { LETTER_ACTS } from '#shared/letter/transitions.ts'
import { ok } from '#shared/result/result.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { PaperAct } from '../../components/PaperAct.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { TalonReason } from '../../components/TalonReason.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useStore } from '../../db/use-query.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { AnnulForm } from './AnnulForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'

type Dialog = 'sent' | 'attempted' | 'annul'

/** What is done with a letter that was signed off. */
export function SignedActs({ letter }: { letter: EntityState<'letter'> }) {
  const { t } = useWords()
  const { call, saved, print, again, scan, done, setDone } = useSheets(letter)
  const [asked, setAsked] = useState<Dialog | null>(null)
  const lawful: readonly string[] = LETTER_ACTS[letter.status]
  const languages = letter.letter?.languages ?? []
  const close = (told?: LocaleKey) => {
    setAsked(null)
    setDone(told ?? null)
  }
  return (
    <>
      <div className="act-buttons">
        {languages.map(language => (
          <PaperAct key={language} icon={IconPrinter} onClick={() => void print(language, 'pdf', null)}>
            {t('letter.print', { language: t(`letter.sheet_of.${language}`) })}
          </PaperAct>
        ))}
        {languages.map(language => (
          <PaperAct key={language} icon={IconDownload} onClick={() => void print(language, 'docx', null)}>
            {t('letter.docx', { language: t(`letter.sheet_of.${language}`) })}
          </PaperAct>
        ))}
        <PaperAct icon={IconSend} onClick={() => setAsked('sent')}>
          {t('letter.send')}
        </PaperAct>
        <PaperAct icon={IconUserOff} onClick={() => setAsked('attempted')}>
          {t('letter.attempt')}
        </PaperAct>
        <PaperAct icon={IconPaperclip} onClick={() => void scan()}>
          {t('letter.scan')}
        </PaperAct>
        {lawful.includes('letter.annulled') ? (
          <PaperAct icon={IconBan} onClick={() => setAsked('annul')}>
            {t('letter.annul')}
          </PaperAct>
        ) : null}
      </div>
      {done === null ? null : <Notice tone="green">{t(done)}</Notice>}
      <SavedNotice saved={saved} />
      {again === null ? <ErrorNotice error={call.error} /> : null}
      {again === null ? null : (
        <TalonReason
          call={call}
          onReason={reason => void print(again, 'pdf', reason)}
          onClose={() => void print(null, 'pdf', null)}
        />
      )}
      {asked === 'sent' || asked === 'attempted' ? <DispatchForm letter={letter} way={asked} onClose={close} /> : null}
      {asked === 'annul' ? <AnnulForm letter={letter} onClose={close} /> : null}
    </>
  )
}

/** Sheets and scans: a further copy asks its reason first; null as the language puts the question away. */
function useSheets({ id, head, copies }: EntityState<'letter'>) {
  const store = useStore()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const [again, setAgain] = useState<Language | null>(null)
  const [done, setDone] = useState<LocaleKey | null>(null)

  const print = async (language: Language | null, form: 'pdf' | 'docx', reprint: ReprintReason | null) => {
    setSaved(null)
    setDone(null)
    call.forget()
    if (language === null) return setAgain(null)
    if (form === 'pdf' && copies[language] > 0 && reprint === null) return setAgain(language)
    const made = await call.run(async () => {
      const answer = await window.desk.letterPrint({ letter: id, language, form, reprint })
      if (answer.ok && answer.value.action !== null) await store.caughtUp(answer.value.action.id)
      return answer
    })
    if (made === null) return
    setAgain(null)
    setSaved(made.saved)
  }
  const scan = async () => {
    setSaved(null)
    setDone(null)
    if (head === null) return
    const made = await call.run(async () => {
      const answer = await window.desk.letterScan({ entity: id, basedOn: head })
      if (!answer.ok) return answer
      if (answer.value.action !== null) await store.caughtUp(answer.value.action.id)
      return ok(answer.value.action !== null)
    })
    if (made === true) setDone('letter.scan.done')
  }
  return { call, saved, print, again, scan, done, setDone }
}
