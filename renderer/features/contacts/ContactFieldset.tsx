import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import type { Entry } from '#shared/directory/model.ts'
import { useRows } from '../../app/use-rows.ts'
import { useDirectoryName, useOffered } from '../../components/use-directories.ts'
import { useToday } from '../../components/use-office-time.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type ContactForm, faultOfPhone } from './contact-form.ts'

interface Around {
  readonly form: UseFormReturn<ContactForm>
  readonly isTold: boolean
}

/** What is asked of a contact: what it ended with, what about; the person only where they consent to be phoned. */
export function ContactFieldset({ form, isTold }: Around) {
  const { t } = useWords()
  return (
    <>
      <div className="contact-ends">
        <ChannelField form={form} />
        <div className="contact-marks">
          <Checkbox label={t('contact.consultation')} {...form.register('consultation')} />
          <Checkbox label={t('contact.declined')} {...form.register('declinedBooking')} />
        </div>
      </div>
      <MatterFields form={form} />
      <Checkbox
        label={t('contact.consent')}
        description={t('contact.consent.sentence')}
        {...form.register('phoneConsent')}
      />
      {form.watch('phoneConsent') ? <PersonFields form={form} isTold={isTold} /> : null}
      <Textarea label={t('contact.note')} rows={2} maxLength={1000} autoComplete="off" {...form.register('note')} />
    </>
  )
}

function ChannelField({ form }: Pick<Around, 'form'>) {
  const { t } = useWords()
  const options = useOptions(useOffered('channel', useToday()), form.watch('channel'), 'channel')
  return <NativeSelect data-autofocus label={t('register.channel')} data={options} {...form.register('channel')} />
}

function MatterFields({ form }: Pick<Around, 'form'>) {
  const { t } = useWords()
  const today = useToday()
  const topics = useOffered('topic', today)
  const [topic, subtopic, district] = form.watch(['topic', 'subtopic', 'district'])
  const top = topics.filter(one => one.parent === null)
  const below = topic === '' ? [] : topics.filter(one => one.parent === topic)
  const none = { value: '', label: t('register.not_chosen') }
  const ofTopic = useOptions(top, topic, 'topic')
  const ofSubtopic = useOptions(below, subtopic, 'topic')
  const ofDistrict = useOptions(useOffered('district', today), district, 'district')
  const other = { onChange: () => form.setValue('subtopic', '') }
  return (
    <div className="contact-grid">
      <NativeSelect label={t('register.topic')} data={[none, ...ofTopic]} {...form.register('topic', other)} />
      <NativeSelect
        label={t('contact.subtopic')}
        data={[none, ...ofSubtopic]}
        disabled={ofSubtopic.length === 0}
        {...form.register('subtopic')}
      />
      <NativeSelect label={t('register.district')} data={[none, ...ofDistrict]} {...form.register('district')} />
      <NativeSelect
        label={t('contact.language')}
        data={[
          none,
          { value: 'kk', label: t('register.language.kk') },
          { value: 'ru', label: t('register.language.ru') },
        ]}
        {...form.register('language')}
      />
      <AdvisedBy form={form} />
    </div>
  )
}

const NOTHING = {}

function AdvisedBy({ form }: Pick<Around, 'form'>) {
  const { t } = useWords()
  const users = useRows('users.all', NOTHING) ?? []
  const known = users.flatMap(({ user }) => (user === null ? [] : [{ value: user.id, label: user.name }]))
  return (
    <NativeSelect
      label={t('contact.advised_by')}
      data={[...known, { value: '', label: t('contact.advised_by.other') }]}
      {...form.register('advisedBy')}
    />
  )
}

function PersonFields({ form, isTold }: Around) {
  const { t } = useWords()
  const fault = isTold ? faultOfPhone(form.watch()) : null
  const field = (name: 'surname' | 'given' | 'patronymic', label: LocaleKey) => (
    <TextInput label={t(label)} maxLength={100} autoComplete="off" spellCheck={false} {...form.register(name)} />
  )
  return (
    <div className="contact-grid">
      <TextInput
        label={t('register.phone')}
        maxLength={40}
        inputMode="tel"
        autoComplete="off"
        error={fault === null ? undefined : t(FAULTS[fault])}
        {...form.register('phone')}
      />
      {field('surname', 'register.surname')}
      {field('given', 'register.given')}
      {field('patronymic', 'register.patronymic')}
    </div>
  )
}

const FAULTS = { missing: 'contact.phone.missing', unreadable: 'contact.phone.unreadable' } as const

/** What is offered, and what was chosen before even if it is offered no longer. */
function useOptions(offered: readonly Entry[], chosen: string, directory: 'channel' | 'topic' | 'district') {
  const { language } = useWords()
  const nameOf = useDirectoryName()
  const options = offered.map(one => ({ value: one.code, label: one[language] }))
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen)
  return isKnown ? options : [...options, { value: chosen, label: nameOf(directory, chosen) }]
}
