import type { LatePeople } from '#shared/ipc/access.ts'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** Who enters by another key of the data only once somebody else has opened the desk; nothing where there is nobody. */
export function Late({ late }: { readonly late: LatePeople }) {
  const { t } = useWords()
  if (late.length === 0) return null
  return <Notice tone="amber">{t('access.key_late', { names: late.map(({ name }) => name).join(', ') })}</Notice>
}
