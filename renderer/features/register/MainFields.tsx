import { useMemo } from 'react'
import { hintsOfIin, parseIin } from '#shared/applicant/iin.ts'
import { NoIin } from '#shared/application/registration.ts'
import { validOn } from '#shared/directory/model.ts'
import { offeredWith } from '#shared/official/post.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useDesk } from '../../app/desk-context.ts'
import { KazakhLetters } from '../../components/KazakhLetters.tsx'
import { ScanNotice } from '../../components/ScanNotice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { LongField, SelectField, TextField } from './fields.tsx'
import { useFormAround } from './form-context.ts'
import { officialChoices, topicChoices } from './sought.ts'
import { useIinScan } from './use-iin-scan.ts'

/** What every registration asks, in the order the clerk hears it. */
export function MainFields() {
  const { language } = useWords()
  const { start } = useDesk()
  const { directories, officials, typed } = useFormAround()
  const topics = useMemo(
    () => topicChoices(validOn(directories.topic, start.today), language),
    [directories.topic, start.today, language],
  )
  const people = useMemo(
    () => officialChoices(offeredWith(officials, start.today, typed.official), language),
    [officials, start.today, typed.official, language],
  )
  const { scan, onKeyDownCapture } = useIinScan()
  return (
    <div className="register-grid" onKeyDownCapture={onKeyDownCapture}>
      <TextField name="iin" label="register.iin" maxLength={20} inputMode="numeric" />
      <AboutIin />
      {scan === null ? null : (
        <div className="all">
          <ScanNotice scan={scan} registered="" />
        </div>
      )}
      <TextField name="surname" label="register.surname" />
      <TextField name="given" label="register.given" />
      <TextField name="patronymic" label="register.patronymic" aside="register.patronymic_if" />
      <TextField name="phone" label="register.phone" maxLength={40} inputMode="tel" />
      <div className="two essence">
        <LongField name="essence" label="register.essence" />
        <KazakhLetters />
      </div>
      <ChoiceField name="topic" label="register.topic" choices={topics} />
      <ChoiceField name="official" label="register.official" choices={people} className="two" />
    </div>
  )
}

/** What the digits say of birth date and sex, as a hint; or why there is no IIN. */
function AboutIin() {
  const { t, dates } = useWords()
  const { typed } = useFormAround()
  const iin = parseIin(typed.iin)
  if (typed.iin.trim() === '') return <WhyNoIin />
  if (!iin.ok) return <span className="two" />
  const { birth, sex } = hintsOfIin(iin.value)
  const parts = [
    birth === null ? '' : t('register.hint.birth', { date: screenDate(birth, dates) }),
    sex === null ? '' : t(sex === 'male' ? 'register.hint.male' : 'register.hint.female'),
  ].filter(part => part !== '')
  return (
    <p className="two iin-hint mute" role="status">
      {parts.length === 0 ? '' : `${parts.join(', ')} (${t('register.hint.only')})`}
    </p>
  )
}

const WHY = {
  none_issued: 'register.no_iin.none_issued',
  not_at_hand: 'register.no_iin.not_at_hand',
  not_given: 'register.no_iin.not_given',
} as const satisfies Record<NoIin, string>

function WhyNoIin() {
  const { t } = useWords()
  const options = NoIin.options.map(value => ({ value, label: t(WHY[value]) }))
  return (
    <SelectField
      aside
      name="noIin"
      className="two why-no-iin"
      label="register.no_iin"
      options={[{ value: '', label: t('register.no_iin.none') }, ...options]}
    />
  )
}
