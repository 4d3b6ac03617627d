import type { i18n as Words } from 'i18next'
import type { AppError } from '#shared/result/result.ts'

/**
 * A sentence of a family whose members come from codes (`error.<code>`). A code without a sentence is a gap of this
 * program, so it is told as such with the code, which a person can read out over the telephone.
 */
export function sentenceOf(words: Words, key: string, params: AppError['params'], code: string): string {
  return words.exists(key) ? words.t(key, { ...params }) : words.t('error.code_unknown', { code })
}
