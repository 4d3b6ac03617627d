import { Button, Textarea } from '@mantine/core'
import i18next from 'i18next'
import { useState } from 'react'
import type { Analytics } from '#shared/analytics/analytics.ts'
import type { Language } from '#shared/application/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import type { LetterPersonal } from '#shared/letter/model.ts'
import { twinFaults } from '#shared/letter/parity.ts'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import type { Office } from '#shared/office/model.ts'
import type { Bilingual } from '#shared/official/model.ts'
import type { Result } from '#shared/result/result.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useDirectories } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import { dateWordsIn } from '../../print/both-texts.ts'
import { wordsOf } from '../../print/words-of.ts'
import { useKeptForm, useTyped } from '../register/use-kept-form.ts'
import { namesIn } from './analytics-names.ts'
import { decodeNote, isMadeOfOther, type NoteDraft, noteDraftName } from './note-draft.ts'
import { noteText } from './note-text.ts'

const NOBODY = { kk: '', ru: '' }

/** The note as a draft: made of the figures, changed by hand in both languages, given out as PDF or DOCX in either. */
export function NoteEditor({ analytics }: { analytics: Analytics }) {
  const office = useOffice()
  const officials = useOfficials()
  const directories = useDirectories()
  if (!office || officials === undefined) return null
  const wordsIn = (language: Language) => {
    const words = wordsOf(language)
    return { t: words.t, names: namesIn(language, words, { directories, officials }) }
  }
  return (
    <KeptEditor
      office={office}
      made={noteText(analytics, { kk: wordsIn('kk'), ru: wordsIn('ru') })}
      period={analytics.period}
    />
  )
}

/** The note as it was last written for the period, where a hand changed it; else as the figures make it. */
function KeptEditor(edited: Edited) {
  const kept = useTyped(noteDraftName(edited.period), decodeNote)
  return kept === undefined ? null : <Editor {...edited} kept={kept} />
}

interface Edited {
  readonly office: Office
  readonly made: readonly Bilingual[]
  readonly period: string
}

function Editor({ office, made, period, kept }: Edited & { readonly kept: NoteDraft | null }) {
  const { t } = useWords()
  const { user } = useDesk().start
  const call = useCall()
  const [draft, setDraft] = useState<NoteDraft>(kept ?? { made, paragraphs: made })
  const { paragraphs } = draft
  const { error: unkept } = useKeptForm(noteDraftName(period), draft, false)
  const [saved, setSaved] = useState<Saved | null>(null)
  const letter = letterOf(paragraphs, user)
  const parts = [...new Set(twinFaults(letter, [], dateWordsIn(i18next)).map(({ part }) => part + 1))]
  const give = async (save: () => Promise<Result<Saved>>) => {
    setSaved(null)
    setSaved(await call.run(save))
  }
  const pdf = (language: Language) => () => {
    const job = { kind: 'letter', paper: 'A4', data: sheetOf(letter, language, office) } as const
    void give(() => window.desk.sheetSave({ job, fileName: `note-${period}-${language}.pdf` }))
  }
  const docx = (language: Language) => () =>
    void give(() =>
      window.desk.letterDocx({ sheet: sheetOf(letter, language, office), fileName: `note-${period}-${language}.docx` }),
    )
  const change = (at: number, language: Language, text: string) =>
    setDraft({
      ...draft,
      paragraphs: paragraphs.map((one, place) => (place === at ? { ...one, [language]: text } : one)),
    })
  return (
    <div className="card-body analytics-note">
      {paragraphs.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs keep their places
        <Paragraph key={at} number={at + 1} text={one} onChange={(language, text) => change(at, language, text)} />
      ))}
      {isMadeOfOther(draft, made) ? <Notice tone="amber">{t('analytics.note.figures_moved')}</Notice> : null}
      {parts.length === 0 ? null : (
        <Notice tone="amber">{t('analytics.note.differs', { parts: parts.join(', ') })}</Notice>
      )}
      <div className="buttons">
        <Button loading={call.busy} disabled={parts.length > 0} onClick={pdf('kk')}>
          {t('analytics.note.pdf_kk')}
        </Button>
        <Button loading={call.busy} disabled={parts.length > 0} onClick={pdf('ru')}>
          {t('analytics.note.pdf_ru')}
        </Button>
        <Button variant="default" loading={call.busy} disabled={parts.length > 0} onClick={docx('kk')}>
          {t('analytics.note.docx_kk')}
        </Button>
        <Button variant="default" loading={call.busy} disabled={parts.length > 0} onClick={docx('ru')}>
          {t('analytics.note.docx_ru')}
        </Button>
        <Button variant="subtle" onClick={() => setDraft({ made, paragraphs: made })}>
          {t('analytics.note.again')}
        </Button>
      </div>
      <SavedNotice saved={saved} />
      <ErrorNotice error={call.error ?? unkept} />
    </div>
  )
}

interface Written {
  readonly number: number
  readonly text: Bilingual
  readonly onChange: (language: Language, text: string) => void
}

function Paragraph({ number, text, onChange }: Written) {
  const { t } = useWords()
  return (
    <div className="analytics-pair">
      <Textarea
        autosize
        lang="kk"
        maxLength={6000}
        aria-label={t('analytics.note.kk', { number })}
        value={text.kk}
        onChange={event => onChange('kk', event.currentTarget.value)}
      />
      <Textarea
        autosize
        lang="ru"
        maxLength={6000}
        aria-label={t('analytics.note.ru', { number })}
        value={text.ru}
        onChange={event => onChange('ru', event.currentTarget.value)}
      />
    </div>
  )
}

type Writer = { readonly name: string; readonly position: Bilingual } | null

function letterOf(paragraphs: readonly Bilingual[], user: Writer): LetterPersonal {
  const [kk, ru] = [wordsOf('kk').t, wordsOf('ru').t]
  return {
    addressee: { kk: [kk('analytics.note.to')], ru: [ru('analytics.note.to')] },
    heading: { kk: kk('analytics.note'), ru: ru('analytics.note') },
    paragraphs: [...paragraphs],
    signer: { position: user?.position ?? NOBODY, name: { kk: user?.name ?? '', ru: user?.name ?? '' } },
    executor: { name: user?.name ?? '', phone: '' },
    attachment: NOBODY,
  }
}

function sheetOf(letter: LetterPersonal, language: Language, office: Office): LetterSheetData {
  const { name, address, phone } = office
  const { signer, executor } = letter
  return {
    language,
    draft: true,
    office: { name, address, phone },
    number: '',
    on: null,
    reference: null,
    addressee: letter.addressee[language],
    heading: letter.heading[language],
    paragraphs: letter.paragraphs.map(one => one[language]).filter(text => text !== ''),
    signer: { position: signer.position[language], name: signer.name[language] },
    executor,
    attachment: '',
  }
}
