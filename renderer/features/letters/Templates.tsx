import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { entityId } from '#shared/change/action.ts'
import { LETTER_KINDS } from '#shared/letter/model.ts'
import { templateKey } from '#shared/letter/template-transitions.ts'
import { findTemplate, hasTemplate } from '#shared/letter/templates.ts'
import { ProfileId } from '#shared/office/model.ts'
import { profileOn } from '#shared/regulation/profile.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { useRows } from '../../app/use-rows.ts'
import { Badge } from '../../components/Badge.tsx'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PROFILE_WORDS } from '../settings/profile-words.ts'
import { TemplateForm } from './TemplateForm.tsx'

const NOTHING = {}

/** The texts letters are made of, by act and kind: the product's own, or the office's. */
export function Templates({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const today = useToday()
  const office = useOffice()
  const own = useRows('templates.all', NOTHING)
  const profile = ProfileId.safeParse(narrowed.profile).data ?? (office ? profileOn(office, today) : null)
  const kinds = useMemo(
    () => (profile === null ? [] : LETTER_KINDS.filter(kind => hasTemplate(kind, profile))),
    [profile],
  )
  if (own === undefined || profile === null) return null
  const kind = kinds.find(one => one === narrowed.kind) ?? kinds[0]
  const found = kind && findTemplate(kind, profile, own)
  if (kind === undefined || !found) return null
  const id = entityId('template', templateKey(kind, profile))
  const state = own.find(one => one.id === id)
  const head = state?.head ?? null
  return (
    <div className="directories">
      <div className="card directory-names">
        <NativeSelect
          label={t('letters.templates.act')}
          value={profile}
          data={ProfileId.options.map(value => ({ value, label: t(PROFILE_WORDS[value].name) }))}
          onChange={event => goTo('letters', { tab: 'templates', profile: event.currentTarget.value })}
        />
        <nav aria-label={t('letters.templates.kinds')}>
          {kinds.map(one => (
            <a
              key={one}
              href={addressOf('letters', { tab: 'templates', profile, kind: one })}
              aria-current={one === kind ? 'page' : undefined}
            >
              {t(`letter.kind.${one}`)}
              {own.some(({ set }) => set?.kind === one && set.profile === profile && set.template !== null) ? (
                <>
                  {' '}
                  <Badge tone="sky">{t('letters.templates.own')}</Badge>
                </>
              ) : null}
            </a>
          ))}
        </nav>
      </div>
      <TemplateForm
        key={`${id} ${head}`}
        id={id}
        head={head}
        kind={kind}
        profile={profile}
        found={found}
        earlier={state?.earlier ?? []}
      />
    </div>
  )
}
