import type { ChangedTemplate } from '#shared/ipc/updates.ts'
import type { LetterTemplate } from '#shared/letter/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Unfolding } from '../letters/Unfolding.tsx'
import { PROFILE_WORDS } from '../settings/profile-words.ts'
import '../letters/letters.css'

/** The texts of letters a pack changes: as they are and as they would be, in both languages. */
export function ChangedTexts({ texts }: { texts: readonly ChangedTemplate[] }) {
  const { t } = useWords()
  return (
    <ul className="plain-list">
      {texts.map(({ kind, profile, before, template }) => (
        <li key={`${kind} ${profile}`}>
          <Unfolding title={`${t(`letter.kind.${kind}`)} \u00b7 ${t(PROFILE_WORDS[profile].short)}`}>
            <div className="update-texts">
              <Text title={t('update.text_now')} template={before} />
              <Text title={t('update.text_new')} template={template} />
            </div>
          </Unfolding>
        </li>
      ))}
    </ul>
  )
}

function Text({ title, template: { heading, paragraphs } }: { title: string; template: LetterTemplate }) {
  return (
    <section aria-label={title}>
      <b>{title}</b>
      {(['kk', 'ru'] as const).map(language => (
        <p key={language} lang={language} className="template-text">
          {[heading[language], ...paragraphs.map(one => one[language])].filter(text => text !== '').join('\n')}
        </p>
      ))}
    </section>
  )
}
