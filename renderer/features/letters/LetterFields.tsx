import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Language } from '#shared/application/model.ts'
import type { LetterPersonal } from '#shared/letter/model.ts'
import type { SignFault } from '#shared/letter/sign-faults.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Composed } from './composed.ts'
import { FaultLines } from './FaultLines.tsx'

interface Fields {
  readonly composed: Composed
  readonly faults: readonly SignFault[]
  readonly onText: (change: Partial<LetterPersonal>) => void
}

/** The parts of a letter, the languages side by side; what keeps it from being signed off stands beside its part. */
export function LetterFields({ composed: { languages, text }, faults, onText }: Fields) {
  const { t } = useWords()
  const of = (part: number) => faults.filter(one => one.part === part)
  const { addressee, paragraphs, signer, executor, attachment } = text
  return (
    <div className="letter-parts">
      <Side legend={t('letter.addressee')} note={t('letter.addressee.note')} faults={of(-2)} languages={languages}>
        {language => (
          <Long
            label={`${t('letter.addressee')}: ${t(`letter.languages.${language}`)}`}
            rows={2}
            value={addressee[language].join('\n')}
            onChange={value => onText({ addressee: { ...addressee, [language]: value.split('\n').slice(0, 6) } })}
          />
        )}
      </Side>
      <Paragraphs languages={languages} paragraphs={paragraphs} faults={faults} onText={onText} />
      <Side legend={t('letter.signer')} faults={of(-3)} languages={languages}>
        {language => (
          <>
            <TextInput
              aria-label={`${t('letter.signer.position')}: ${t(`letter.languages.${language}`)}`}
              placeholder={t('letter.signer.position')}
              maxLength={400}
              value={signer.position[language]}
              onChange={event =>
                onText({
                  signer: { ...signer, position: { ...signer.position, [language]: event.currentTarget.value } },
                })
              }
            />
            <TextInput
              aria-label={`${t('letter.signer.name')}: ${t(`letter.languages.${language}`)}`}
              placeholder={t('letter.signer.name')}
              maxLength={400}
              value={signer.name[language]}
              onChange={event =>
                onText({ signer: { ...signer, name: { ...signer.name, [language]: event.currentTarget.value } } })
              }
            />
          </>
        )}
      </Side>
      <Side legend={t('letter.attachment')} faults={of(-4)} languages={languages}>
        {language => (
          <TextInput
            aria-label={`${t('letter.attachment')}: ${t(`letter.languages.${language}`)}`}
            maxLength={300}
            value={attachment[language]}
            onChange={event => onText({ attachment: { ...attachment, [language]: event.currentTarget.value } })}
          />
        )}
      </Side>
      <div className="letter-sides">
        <TextInput
          label={t('letter.executor')}
          maxLength={120}
          value={executor.name}
          onChange={event => onText({ executor: { ...executor, name: event.currentTarget.value } })}
        />
        <TextInput
          label={t('letter.executor.phone')}
          maxLength={40}
          value={executor.phone}
          onChange={event => onText({ executor: { ...executor, phone: event.currentTarget.value } })}
        />
      </div>
    </div>
  )
}

type Texts = LetterPersonal['paragraphs']

interface Written extends Pick<Fields, 'faults' | 'onText'> {
  readonly languages: readonly Language[]
  readonly paragraphs: Texts
}

function Paragraphs({ languages, paragraphs, faults, onText }: Written) {
  const { t } = useWords()
  const write = (at: number, language: Language, value: string) =>
    onText({ paragraphs: paragraphs.map((one, index) => (index === at ? { ...one, [language]: value } : one)) })
  return (
    <>
      {paragraphs.map((one, at) => (
        <Side
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place alone
          key={at}
          legend={t('letter.paragraph', { number: at + 1 })}
          faults={faults.filter(({ part }) => part === at)}
          languages={languages}
          beside={
            paragraphs.length < 2 ? null : (
              <Button
                variant="subtle"
                size="compact-md"
                className="tall-button"
                leftSection={<IconTrash size={15} aria-hidden="true" />}
                aria-label={`${t('letter.paragraph.remove')}: ${at + 1}`}
                onClick={() => onText({ paragraphs: paragraphs.filter((_, index) => index !== at) })}
              >
                {t('letter.paragraph.remove')}
              </Button>
            )
          }
        >
          {language => (
            <Long
              label={`${t('letter.paragraph', { number: at + 1 })}: ${t(`letter.languages.${language}`)}`}
              rows={3}
              value={one[language]}
              onChange={value => write(at, language, value)}
            />
          )}
        </Side>
      ))}
      <FaultLines faults={faults.filter(({ part }) => part === -5)} />
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          disabled={paragraphs.length >= 40}
          onClick={() => onText({ paragraphs: [...paragraphs, { kk: '', ru: '' }] })}
        >
          {t('letter.paragraph.add')}
        </Button>
      </div>
    </>
  )
}

interface SideShown {
  readonly legend: string
  readonly note?: string
  readonly faults: readonly SignFault[]
  readonly languages: readonly Language[]
  readonly beside?: ReactNode
  readonly children: (language: Language) => ReactNode
}

/** A part of the letter in the languages of its sheets. */
export function Side({ legend, note, faults, languages, beside = null, children }: SideShown) {
  return (
    <fieldset className="letter-part">
      <legend>
        {legend} {beside}
      </legend>
      {note === undefined ? null : <p className="mute">{note}</p>}
      <div className={languages.length < 2 ? 'letter-side' : 'letter-sides'}>
        {languages.map(language => (
          <div key={language} lang={language} className="letter-side">
            {children(language)}
          </div>
        ))}
      </div>
      <FaultLines faults={faults} />
    </fieldset>
  )
}

interface LongShown {
  readonly label: string
  readonly rows: number
  readonly value: string
  readonly onChange: (value: string) => void
}

export function Long({ label, rows, value, onChange }: LongShown) {
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={rows}
      maxLength={6000}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
