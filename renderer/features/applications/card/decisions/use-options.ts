import type { OfficialCategory } from '#shared/official/model.ts'
import { inOffice } from '#shared/official/post.ts'
import { DECIDER_KEYS } from '#shared/regulation/explanation.ts'
import type { Decider } from '#shared/regulation/model.ts'
import { useOfficials } from '../../../../app/desk-rows.ts'
import { officialName } from '../../../../components/official-name.ts'
import { useOffered } from '../../../../components/use-directories.ts'
import { useToday } from '../../../../components/use-office-time.ts'
import { useWords } from '../../../../i18n/use-words.ts'

/** Bodies a matter may belong to, as they stand today. */
export function useBodyOptions(): { value: string; label: string }[] {
  const { language } = useWords()
  return useOffered('body', useToday()).map(entry => ({ value: entry.code, label: entry[language] }))
}

/** Who decides, by the words of the Code. */
export function useDeciderOptions(deciders: readonly Decider[]): { value: Decider; label: string }[] {
  const { t } = useWords()
  return deciders.map(value => ({ value, label: t(DECIDER_KEYS[value]) }))
}

const CATEGORY_OF: Readonly<Record<Decider, OfficialCategory>> = {
  head: 'akim',
  deputy: 'deputy_akim',
  apparatus_head: 'head_of_apparatus',
}

/** The name of who decides, where the office has only one such official; else empty, and it is typed. */
export function useDeciderName(): (decider: Decider | null) => string {
  const { language } = useWords()
  const officials = inOffice(useOfficials() ?? [], useToday())
  return decider => {
    if (decider === null) return ''
    const [only, ...others] = officials.filter(one => one.category === CATEGORY_OF[decider])
    return only === undefined || others.length > 0 ? '' : officialName(only, language)
  }
}
