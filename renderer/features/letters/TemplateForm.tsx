import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ActionId, EntityId } from '#shared/change/action.ts'
import { FACT_NAMES } from '#shared/letter/facts.ts'
import { fillAsFar } from '#shared/letter/fill.ts'
import { type LetterKind, LetterTemplate } from '#shared/letter/model.ts'
import { SAMPLE_FACTS } from '#shared/letter/seed-sample.ts'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import { type TemplateFault, templateFaults } from '#shared/letter/template-faults.ts'
import type { TemplateVersion } from '#shared/letter/template-transitions.ts'
import { type FoundTemplate, findOwnTemplate } from '#shared/letter/templates.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useJournalAct } from '../../components/use-journal-act.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Long, Side } from './LetterFields.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'
import { Unfolding } from './Unfolding.tsx'
import { useBothDates } from './use-both-dates.ts'

interface Edited {
  readonly id: EntityId
  readonly head: ActionId | null
  readonly kind: LetterKind
  readonly profile: ProfileId
  readonly found: FoundTemplate
  readonly earlier: readonly TemplateVersion[]
}

const BOTH = ['kk', 'ru'] as const

/** The text of a kind of letter, the languages side by side; what is wrong with it beside its paragraph, and how it looks. */
export function TemplateForm({ id, head, kind, profile, found, earlier }: Edited) {
  const { t } = useWords()
  const { call, act } = useJournalAct()
  const words = useBothDates()
  const [template, setTemplate] = useState<LetterTemplate>(found.template)
  const faults = useMemo(() => templateFaults(kind, template, words), [kind, template, words])
  const isWhole = LetterTemplate.safeParse(template).success
  const set = (text: LetterTemplate | null) =>
    act({ entity: id, type: 'template.set', basedOn: head, body: { kind, profile, template: text } })
  const write = (at: number, change: Partial<LetterTemplate['paragraphs'][number]>) =>
    setTemplate(before => ({
      ...before,
      paragraphs: before.paragraphs.map((one, index) => (index === at ? { ...one, ...change } : one)),
    }))
  return (
    <div className="letter-desk">
      <section className="card letter-fields">
        <div className="letter-acts">
          <Button
            loading={call.busy}
            disabled={faults.length > 0 || !isWhole || template === found.template}
            onClick={() => void set(template)}
          >
            {t('act.keep')}
          </Button>
          <Button variant="default" disabled={found.set === null} onClick={() => void set(null)}>
            {t('letters.templates.back')}
          </Button>
          <Button
            variant="default"
            disabled={template.paragraphs.length >= 40}
            onClick={() =>
              setTemplate({ ...template, paragraphs: [...template.paragraphs, { kk: '', ru: '', optional: false }] })
            }
          >
            {t('letter.paragraph.add')}
          </Button>
        </div>
        <ErrorNotice error={call.error} />
        <PlaceNames />
        <TemplateVersions
          earlier={earlier}
          own={findOwnTemplate(kind, profile) ?? found.template}
          onTake={setTemplate}
        />
        <Faults faults={faults} paragraph={-5} />
        <div className="letter-parts">
          {template.paragraphs.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place alone
            <div key={at}>
              <Side legend={t('letter.paragraph', { number: at + 1 })} faults={[]} languages={BOTH}>
                {language => (
                  <Long
                    label={`${t('letter.paragraph', { number: at + 1 })}: ${t(`letter.languages.${language}`)}`}
                    rows={3}
                    value={one[language]}
                    onChange={value => write(at, { [language]: value })}
                  />
                )}
              </Side>
              <Faults faults={faults} paragraph={at} />
              <Checkbox
                label={t('letters.templates.optional')}
                checked={one.optional}
                onChange={event => write(at, { optional: event.currentTarget.checked })}
              />
              <Button
                variant="subtle"
                size="compact-md"
                className="tall-button"
                disabled={template.paragraphs.length < 2}
                aria-label={`${t('letter.paragraph.remove')}: ${at + 1}`}
                onClick={() =>
                  setTemplate({ ...template, paragraphs: template.paragraphs.filter((_, index) => index !== at) })
                }
              >
                {t('letter.paragraph.remove')}
              </Button>
            </div>
          ))}
        </div>
      </section>
      <LetterPreview sheets={useSample(template)} />
    </div>
  )
}

/** Every name a text may use, and what it stands for. */
function PlaceNames() {
  const { t } = useWords()
  return (
    <Unfolding title={t('letters.templates.names')}>
      <p className="mute">{t('letters.templates.names_note')}</p>
      <dl className="facts">
        {FACT_NAMES.flatMap(name => [
          <dt key={`${name} name`}>
            <code>{`{{${name}}}`}</code>
          </dt>,
          <dd key={name}>{t(`letter.fact.${name}`)}</dd>,
        ])}
      </dl>
    </Unfolding>
  )
}

function Faults({ faults, paragraph }: { faults: readonly TemplateFault[]; paragraph: number }) {
  const { t } = useWords()
  const own = faults.filter(one => one.paragraph === paragraph)
  if (own.length === 0) return null
  return (
    <ul className="letter-faults">
      {own.map(({ code, fact }) => (
        <li key={`${code} ${fact}`}>{t(`letter.template_fault.${code}`, { fact })}</li>
      ))}
    </ul>
  )
}

/** The sheets of a made-up application: nobody's data. */
function useSample(template: LetterTemplate): LetterSheetData[] {
  const { t } = useWords()
  const words = useBothDates()
  const office = useOffice()
  return useMemo(() => {
    if (!office) return []
    const { heading, paragraphs } = fillAsFar(template, SAMPLE_FACTS, BOTH, words)
    return BOTH.map(language => ({
      language,
      draft: true,
      office: { name: office.name, address: office.address, phone: office.phone },
      number: '',
      on: null,
      reference: null,
      addressee: [t('letters.templates.sample_addressee')],
      heading: heading[language],
      paragraphs: paragraphs.map(one => one[language]).filter(text => text !== ''),
      signer: { position: t('letter.signer.position'), name: t('letter.signer.name') },
      executor: { name: '', phone: '' },
      attachment: '',
    }))
  }, [template, office, words, t])
}
