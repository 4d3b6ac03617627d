import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ImportKind } from '#shared/change/action-types.ts'
import type { ImportPreview } from '#shared/ipc/imports.ts'
import { settled } from '../../app/desk.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import type { Call } from '../../components/use-call.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Chosen {
  readonly call: Call
  readonly onPreview: (preview: ImportPreview) => void
}

interface Sample {
  readonly id: string
  readonly kind: ImportKind
}

/** What can be brought in: the list of officials, a reception journal, or the samples. */
export function ChooseSource({ call, onPreview }: Chosen) {
  const { t } = useWords()
  const [samples, setSamples] = useState<readonly Sample[]>([])
  useEffect(() => {
    void settled(window.desk.importSamples({})).then(found => setSamples(found.ok ? found.value.samples : []))
  }, [])
  const choose = async (kind: ImportKind, sample: string | null) => {
    const chosen = await call.run(() => window.desk.importChoose({ kind, sample }))
    if (chosen?.preview) onPreview(chosen.preview)
  }
  return (
    <>
      <ErrorNotice error={call.error} />
      <div className="choices">
        <section className="card choice">
          <b>{t('import.officials.title')}</b>
          <p className="mute">{t('import.officials.sentence')}</p>
          <Button loading={call.busy} onClick={() => void choose('officials', null)}>
            {t('import.choose_file')}
          </Button>
        </section>
        <section className="card choice">
          <b>{t('import.journal.title')}</b>
          <p className="mute">{t('import.journal.sentence')}</p>
          <Button loading={call.busy} onClick={() => void choose('journal', null)}>
            {t('import.choose_file')}
          </Button>
        </section>
        {samples.length === 0 ? null : (
          <section className="card choice all">
            <b>{t('import.samples.title')}</b>
            <p className="mute">{t('import.samples.sentence')}</p>
            <div className="buttons">
              {officialsFirst(samples).map(({ id, kind }) => (
                <Button key={id} variant="default" loading={call.busy} onClick={() => void choose(kind, id)}>
                  {kind === 'officials' ? t('import.samples.officials') : t('import.samples.journal', { id })}
                </Button>
              ))}
            </div>
          </section>
        )}
      </div>
    </>
  )
}

/** Officials come in before the journals that name them. */
function officialsFirst(samples: readonly Sample[]): readonly Sample[] {
  return samples.toSorted((a, b) => Number(b.kind === 'officials') - Number(a.kind === 'officials'))
}
