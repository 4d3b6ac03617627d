import { zodResolver } from '@hookform/resolvers/zod'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { StartState } from '#shared/ipc/contract.ts'
import type { UserRole } from '#shared/user/model.ts'
import { BrandMark } from '../../app/BrandMark.tsx'
import { useDesk } from '../../app/desk-context.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice, Notice } from '../../components/Notice.tsx'
import { useCall } from '../../components/use-call.ts'
import { useFieldText } from '../../i18n/use-field-text.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RestoreFirst } from '../backup/RestoreFirst.tsx'
import { OfficeFieldset } from '../settings/OfficeFieldset.tsx'
import { ProfileChoice } from '../settings/ProfileChoice.tsx'
import { FirstProtect } from './FirstProtect.tsx'
import { firstRunDefaults } from './first-run-defaults.ts'
import { FirstRunForm, firstRunOf } from './first-run-form.ts'
import { JoinOffice } from './JoinOffice.tsx'

type Form = UseFormReturn<FirstRunForm>

/** Who sets a desk up. */
const FIRST_ROLES = ['clerk', 'head', 'administrator'] as const satisfies readonly UserRole[]

/** The first start: one screen, everything but the clerk's own name and post already filled in. */
export function FirstRun() {
  const { t, language } = useWords()
  const { start, adopt } = useDesk()
  const call = useCall()
  const form = useForm<FirstRunForm>({ resolver: zodResolver(FirstRunForm), defaultValues: firstRunDefaults() })
  const [begun, setBegun] = useState<StartState | null>(null)
  const submit = form.handleSubmit(async typed => {
    const started = await call.run(() => window.desk.appFirstRun(firstRunOf(typed, language, start.today)))
    if (started !== null) setBegun(started)
  })
  if (begun !== null) return <FirstProtect begun={begun} onEnd={adopt} />
  return (
    <main className="alone">
      <header className="alone-top wide">
        <BrandMark />
        <LanguageSwitch />
      </header>
      <form className="first" onSubmit={event => void submit(event)} noValidate>
        <div className="first-wide">
          <h1>{t('first.title')}</h1>
          <p className="sentence mute">{t('first.sentence')}</p>
          <div className="stack backup-first">
            <JoinOffice />
          </div>
          <RestoreFirst />
        </div>
        {start.keyProtection === 'plain' ? (
          <div className="first-wide">
            <Notice tone="amber">{t('key.plain')}</Notice>
          </div>
        ) : null}
        <div className="stack">
          <Card title={t('first.you')}>
            <Person form={form} />
          </Card>
          <Card title={t('first.rules')}>
            <div className="card-body">
              <ProfileChoice value={form.watch('profile')} onChange={value => form.setValue('profile', value)} />
            </div>
          </Card>
        </div>
        <div className="stack">
          <Card title={t('first.office')}>
            <div className="card-body form-grid">
              <OfficeFieldset register={name => form.register(name)} errors={form.formState.errors} />
            </div>
          </Card>
          <ErrorNotice error={call.error} />
          <div className="buttons">
            <Button type="submit" size="md" loading={call.busy}>
              {t('first.begin')}
            </Button>
            <span className="mute">{t('first.samples_later')}</span>
          </div>
        </div>
      </form>
    </main>
  )
}

function Person({ form }: { form: Form }) {
  const { t } = useWords()
  const faultOf = useFieldText()
  const { errors } = form.formState
  return (
    <div className="card-body form-grid">
      <TextInput
        label={t('first.name')}
        placeholder={t('first.name_example')}
        withAsterisk
        autoFocus
        error={faultOf(errors.userName)}
        {...form.register('userName')}
      />
      <TextInput
        label={t('first.letter')}
        description={t('first.letter_why')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={1}
        error={faultOf(errors.letter)}
        {...form.register('letter')}
      />
      <TextInput
        label={t('first.post_kk')}
        lang="kk"
        withAsterisk
        error={faultOf(errors.positionKk)}
        {...form.register('positionKk')}
      />
      <TextInput
        label={t('first.post_ru')}
        lang="ru"
        withAsterisk
        error={faultOf(errors.positionRu)}
        {...form.register('positionRu')}
      />
      <NativeSelect
        className="wide"
        label={t('first.role')}
        description={t('first.role_why')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={FIRST_ROLES.map(role => ({ value: role, label: t(`role.${role}`) }))}
        {...form.register('role')}
      />
    </div>
  )
}
