/** Endings of a Kazakh patronymic that are written together with it and stand apart in files, folded. */
export const JOINED_PATRONYMICS: readonly string[] = ['улы', 'кызы']

/** Words of a patronymic that stay apart and small (Azerbaijani, Kyrgyz), folded. */
export const SEPARATE_PATRONYMICS: readonly string[] = ['оглы', 'гызы', 'уулу', 'кызы']
