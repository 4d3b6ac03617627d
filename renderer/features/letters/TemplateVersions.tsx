import { Button } from '@mantine/core'
import type { LetterTemplate } from '#shared/letter/model.ts'
import type { TemplateVersion } from '#shared/letter/template-transitions.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useRows } from '../../app/use-rows.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Unfolding } from './Unfolding.tsx'

const NOTHING = {}

interface Shown {
  readonly earlier: readonly TemplateVersion[]
  /** The product's own text. */
  readonly own: LetterTemplate
  /** Puts a text into the form; it is kept only when the form is. */
  readonly onTake: (template: LetterTemplate) => void
}

/** The texts that were in use before, the newest first: from when, by whom, what they say, and the way back to one. */
export function TemplateVersions({ earlier, own, onTake }: Shown) {
  const { t, dates } = useWords()
  const users = useRows('users.all', NOTHING)
  if (earlier.length === 0) return null
  return (
    <Unfolding title={t('letters.templates.versions', { count: earlier.length })}>
      <ul className="plain-list">
        {earlier.map(({ action, on, by, template }) => {
          const who = users?.find(({ user }) => user?.id === by)?.user?.name ?? ''
          const when = joined([screenDate(on, dates), who], ' \u00b7 ')
          return (
            <li key={action}>
              <div className="letter-line">
                <b>{when}</b>
                <Button
                  variant="default"
                  size="compact-md"
                  className="tall-button"
                  aria-label={`${t('letters.templates.take')}: ${when}`}
                  onClick={() => onTake(template ?? own)}
                >
                  {t('letters.templates.take')}
                </Button>
              </div>
              {template === null ? (
                <p className="mute">{t('letters.templates.was_own')}</p>
              ) : (
                <Text template={template} />
              )}
            </li>
          )
        })}
      </ul>
    </Unfolding>
  )
}

function Text({ template: { paragraphs } }: { template: LetterTemplate }) {
  return (
    <>
      {(['kk', 'ru'] as const).map(language => (
        <p key={language} lang={language} className="template-text">
          {paragraphs.map(one => one[language]).join('\n')}
        </p>
      ))}
    </>
  )
}
