import { ActionIcon, Button } from '@mantine/core'
import { IconBookmarkPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { addressOf, goTo } from '../../../app/route.ts'
import { Confirm } from '../../../components/Confirm.tsx'
import { useToday } from '../../../components/use-office-time.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Narrowed } from '../narrowing.ts'
import { NameView } from './NameView.tsx'
import { useViews } from './use-views.ts'
import { isView, keptOf, MOST_VIEWS, officeViews, renamedView, withoutView, withView } from './views.ts'

/** The views of the list: the office's usual ones, those saved here, and the acts on them. */
export function Views({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useWords()
  const today = useToday()
  const { views, call, keep } = useViews()
  const [asked, setAsked] = useState<'save' | 'rename' | 'delete' | null>(null)
  const usual = officeViews(today).map(view => ({ name: t(view.label), narrowed: view.narrowed }))
  const own = views.find(view => isView(narrowed, view.narrowed))
  const known = own !== undefined || usual.some(view => isView(narrowed, view.narrowed))
  const ask = (what: typeof asked) => {
    call.forget()
    setAsked(what)
  }
  const close = () => setAsked(null)
  const save = async (name: string) => {
    const next = asked === 'rename' && own ? renamedView(views, own.name, name) : withView(views, name, narrowed)
    if (await keep(next)) close()
  }
  const drop = async () => {
    if (own === undefined || !(await keep(withoutView(views, own.name)))) return
    close()
    goTo('applications')
  }
  return (
    <nav className="views" aria-label={t('views.label')}>
      {[...usual, ...views].map(view => (
        <a
          key={view.name}
          className="view"
          href={addressOf('applications', view.narrowed)}
          aria-current={isView(narrowed, view.narrowed) ? 'true' : undefined}
        >
          {view.name}
        </a>
      ))}
      {own === undefined ? null : (
        <>
          <ActionIcon variant="subtle" size={32} aria-label={t('views.rename')} onClick={() => ask('rename')}>
            <IconPencil size={17} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon variant="subtle" size={32} aria-label={t('views.delete')} onClick={() => ask('delete')}>
            <IconTrash size={17} aria-hidden="true" />
          </ActionIcon>
        </>
      )}
      {known || Object.keys(keptOf(narrowed)).length === 0 || views.length >= MOST_VIEWS ? null : (
        <Button
          variant="subtle"
          size="compact-md"
          className="tall-button"
          leftSection={<IconBookmarkPlus size={17} aria-hidden="true" />}
          onClick={() => ask('save')}
        >
          {t('views.save')}
        </Button>
      )}
      {asked === 'save' || asked === 'rename' ? (
        <NameView name={asked === 'rename' ? (own?.name ?? '') : ''} call={call} onName={save} onClose={close} />
      ) : null}
      {asked === 'delete' && own !== undefined ? (
        <Confirm
          title={t('views.delete')}
          act={t('views.delete.act')}
          call={call}
          onAct={() => void drop()}
          onClose={close}
        >
          <p>{t('views.delete.sentence', { name: own.name })}</p>
        </Confirm>
      ) : null}
    </nav>
  )
}
