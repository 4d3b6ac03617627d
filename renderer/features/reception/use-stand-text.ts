import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { HELPER_KINDS } from '../directories/directory-words.ts'
import type { StandOffered } from './stands.ts'
import type { ReceptionDay } from './use-reception-day.ts'

/** A line in one line of text: whose, the room, how many wait and how long one who came now would. */
export function useStandText({ officials, helpers }: ReceptionDay): (stand: StandOffered) => string {
  const { t, language } = useWords()
  const nameOf = ({ officialId, helper }: StandOffered): string => {
    const here = helpers.find(({ id }) => id === helper)
    if (here !== undefined) return `${t(HELPER_KINDS[here.kind])}: ${officialName(here, language)}`
    const official = officials.find(({ id }) => id === officialId)
    if (official === undefined) return t('reception.anyone')
    const name = officialName(official, language)
    return official.room === '' ? name : `${name}, ${t('today.room', { room: official.room })}`
  }
  return stand => {
    const { from, to } = stand.wait.range
    const wait = from === 0 ? t('reception.expected_below', { to }) : t('reception.expected', { from, to })
    return t('reception.stand', { name: nameOf(stand), count: stand.waiting, wait })
  }
}
