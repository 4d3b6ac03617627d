import { Button, SegmentedControl } from '@mantine/core'
import { Language } from '#shared/application/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOfficeState } from '../../app/desk-rows.ts'
import { goTo } from '../../app/route.ts'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { AccessCard } from '../access/AccessCard.tsx'
import { BackupCard } from '../backup/BackupCard.tsx'
import { CallCentreCard } from '../callcentre/CallCentreCard.tsx'
import { DesksCard } from '../desks/DesksCard.tsx'
import { DiagnosticsPart } from '../diagnostics/DiagnosticsPart.tsx'
import { ParcelCard } from '../parcels/ParcelCard.tsx'
import { RetentionPart } from '../retention/RetentionPart.tsx'
import { SiteCard } from '../site/SiteCard.tsx'
import { UpdateCard } from '../update/UpdateCard.tsx'
import { DeskSettings } from './DeskSettings.tsx'
import { HallCard } from './HallCard.tsx'
import { JournalCheck } from './JournalCheck.tsx'
import { OfficeForm } from './OfficeForm.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { TalonPrinter } from './TalonPrinter.tsx'

/** How this desk works: language, light, free space, the office, the journal, the key. */
export function SettingsScreen({ narrowed }: { narrowed: Readonly<Record<string, string>> }) {
  if (narrowed.part === 'diagnostics') return <DiagnosticsPart />
  return narrowed.part === 'retention' ? <RetentionPart shown={narrowed.act ?? null} /> : <SettingsPart />
}

function SettingsPart() {
  const { t, language } = useWords()
  const { start, speak } = useDesk()
  const office = useOfficeState()
  return (
    <>
      <div className="screen-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <div className="columns">
        <div className="stack">
          <Card title={t('settings.office')}>{office ? <OfficeForm key={office.head} state={office} /> : null}</Card>
          <CallCentreCard />
          <Card title={t('office.profile')}>
            {office?.office ? <ProfileCard state={office} office={office.office} /> : null}
          </Card>
          <SiteCard />
          <BackupCard />
          <DesksCard />
          <ParcelCard />
          <Card title={t('retention.title')}>
            <div className="card-body">
              <p className="mute">{t('retention.card')}</p>
              <div className="buttons">
                <Button variant="default" onClick={() => goTo('settings', { part: 'retention' })}>
                  {t('retention.open')}
                </Button>
              </div>
            </div>
          </Card>
        </div>
        <div className="stack">
          <Card title={t('settings.screen')}>
            <div className="card-body">
              <span id="language-label">{t('language.choose')}</span>
              <SegmentedControl
                aria-labelledby="language-label"
                value={language}
                data={Language.options.map(one => ({ value: one, label: t(`language.long.${one}`) }))}
                onChange={chosen => speak(Language.catch('kk').parse(chosen))}
              />
              <DeskSettings />
            </div>
          </Card>
          <Card title={t('printer.title')}>
            <TalonPrinter />
          </Card>
          <Card title={t('hall.title')}>
            <HallCard />
          </Card>
          <Card title={t('settings.journal')}>
            <JournalCheck />
          </Card>
          <Card title={t('check.title')}>
            <div className="card-body">
              <p className="mute">{t('check.why')}</p>
              <div className="buttons">
                <Button variant="default" onClick={() => goTo('settings', { part: 'diagnostics' })}>
                  {t('check.open')}
                </Button>
              </div>
            </div>
          </Card>
          <AccessCard />
          <Card title={t('settings.key')}>
            <div className="card-body">
              {start.keyProtection === 'plain' ? (
                <Notice tone="amber">{t('key.plain')}</Notice>
              ) : (
                <Notice tone="green">{t('key.system')}</Notice>
              )}
            </div>
          </Card>
          <UpdateCard />
        </div>
      </div>
    </>
  )
}
