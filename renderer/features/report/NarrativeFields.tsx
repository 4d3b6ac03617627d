import { Button, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Language } from '#shared/application/model.ts'
import type { TwinFault } from '#shared/letter/parity.ts'
import type { Narrative } from '#shared/report/report-paper.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FaultLines } from '../letters/FaultLines.tsx'

interface Fields {
  readonly narrative: Narrative
  readonly faults: readonly TwinFault[]
  readonly onNarrative: (narrative: Narrative) => void
}

const BOTH = ['kk', 'ru'] as const

/** The paragraphs of the report, the languages side by side; where they say different things stands beside the paragraph. */
export function NarrativeFields({ narrative, faults, onNarrative }: Fields) {
  const { t } = useWords()
  const write = (at: number, language: Language, value: string) =>
    onNarrative(narrative.map((one, index) => (index === at ? { ...one, [language]: value } : one)))
  return (
    <div className="letter-parts">
      {narrative.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place alone
        <fieldset key={at} className="letter-part">
          <legend>
            {t('letter.paragraph', { number: at + 1 })}{' '}
            <Button
              variant="subtle"
              size="compact-md"
              className="tall-button"
              leftSection={<IconTrash size={15} aria-hidden="true" />}
              aria-label={`${t('letter.paragraph.remove')}: ${at + 1}`}
              onClick={() => onNarrative(narrative.filter((_, index) => index !== at))}
            >
              {t('letter.paragraph.remove')}
            </Button>
          </legend>
          <div className="letter-sides">
            {BOTH.map(language => (
              <div key={language} lang={language} className="letter-side">
                <Textarea
                  aria-label={`${t('letter.paragraph', { number: at + 1 })}: ${t(`letter.languages.${language}`)}`}
                  autosize
                  minRows={3}
                  maxLength={3000}
                  value={one[language]}
                  onChange={event => write(at, language, event.currentTarget.value)}
                />
              </div>
            ))}
          </div>
          <FaultLines faults={faults.filter(({ part }) => part === at).map(inWords)} />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          disabled={narrative.length >= 60}
          onClick={() => onNarrative([...narrative, { kk: '', ru: '' }])}
        >
          {t('letter.paragraph.add')}
        </Button>
      </div>
    </div>
  )
}

/** As letters tell it: a text empty in one language names the language. */
function inWords({ part, code, kk, ru }: TwinFault): Parameters<typeof FaultLines>[0]['faults'][number] {
  const language = code === 'part_empty' ? (kk.trim() === '' ? 'kk' : 'ru') : null
  return { part, code, language, kk, ru }
}
