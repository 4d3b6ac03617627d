import type { FoundData, RecoveryState } from '#shared/recovery/model.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { momentText, newestOf } from '../features/backup/backup-words.ts'
import { useWords, type Words } from '../i18n/use-words.ts'

const MEGABYTE = 1024 * 1024

/** What is safe: what lies in the data folder, with its figures. */
export function FoundList({ state: { case: which, found, copies, report } }: { state: RecoveryState }) {
  const words = useWords()
  const { t } = words
  const { journal } = found
  const newest = newestOf(copies)
  return (
    <>
      <h2>{t('recovery.safe')}</h2>
      <p>{t(journal.files > 0 ? 'recovery.untouched' : 'recovery.nothing_found')}</p>
      <dl className="recovery-found">
        <Fact term={t('recovery.found.folder')}>
          <code>{found.folder}</code>
        </Fact>
        <Fact term={t('recovery.found.journal')}>{journalText(journal, words)}</Fact>
        <Fact term={t('recovery.found.keyrings')}>
          {t(which === 'keyring_damaged' ? 'recovery.found.copies_damaged' : 'recovery.found.copies', {
            copies: found.keyrings,
          })}
        </Fact>
        <Fact term={t('recovery.found.other')}>
          {t('recovery.found.counts', { papers: found.papers, drafts: found.drafts })}
        </Fact>
        <Fact term={t('recovery.found.backups')}>
          {newest === null
            ? t('recovery.found.no_backups')
            : t('recovery.found.newest', { count: copies.length, when: momentText(newest.madeAt, words) })}
        </Fact>
        <Fact term={t('recovery.found.paper_key')}>
          {t(found.paperKey ? 'recovery.found.paper_made' : 'recovery.found.paper_none')}
        </Fact>
        {found.free === null ? null : (
          <Fact term={t('recovery.found.free')}>
            {t('recovery.found.megabytes', { size: Math.floor(found.free / MEGABYTE) })}
          </Fact>
        )}
        {report === null ? null : (
          <Fact term={t('recovery.found.report')}>
            <code>{report}</code>
          </Fact>
        )}
      </dl>
    </>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function journalText({ files, bytes, written }: FoundData['journal'], { t, dates }: Words): string {
  if (written === null) return t('recovery.found.no_journal')
  const when = Math.floor(written)
  return t('recovery.found.files', {
    files,
    size: (bytes / MEGABYTE).toFixed(1).replace('.', ','),
    date: screenDate(officeDate(when), dates),
    time: officeTime(when),
  })
}
