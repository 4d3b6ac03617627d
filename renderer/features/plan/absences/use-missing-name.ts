import type { Missing } from '#shared/absence/model.ts'
import type { Official } from '#shared/official/model.ts'
import { officialName } from '../../../components/official-name.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** Names an official, a room or a link. */
export function useMissingName(officials: readonly Official[]): (missing: Missing) => string {
  const { t, language } = useWords()
  return missing => {
    if (missing.kind === 'room') return t('schedule.room_named', { room: missing.room })
    if (missing.kind === 'link') return t('schedule.link_named', { link: missing.link })
    const official = officials.find(({ id }) => id === missing.id)
    return official === undefined ? t('people.official_left') : officialName(official, language)
  }
}
