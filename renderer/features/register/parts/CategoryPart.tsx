import { validOn } from '#shared/directory/model.ts'
import { offeredCategories } from '#shared/regulation/offered-categories.ts'
import { useDesk } from '../../../app/desk-context.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EntryField, MarkField } from '../fields.tsx'
import { useFormAround } from '../form-context.ts'

/** The category received out of turn, of those the act names (clause 11, point 23). A pregnant woman is never asked for a paper. */
export function CategoryPart() {
  const { t } = useWords()
  const { start } = useDesk()
  const { typed, directories, profile } = useFormAround()
  const valid = validOn(directories.category, start.today)
  return (
    <>
      <EntryField
        name="category"
        label="register.category"
        className="two"
        entries={profile === null ? valid : offeredCategories(valid, profile)}
      />
      {typed.category === '' ? null : typed.category === 'pregnant' ? (
        <p className="mark mute">{t('register.proof_not_asked')}</p>
      ) : (
        <MarkField name="proofSeen" label="register.proof_seen" />
      )}
    </>
  )
}
