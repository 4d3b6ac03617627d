import type { z } from 'zod'
import type { TableExport } from '#shared/ipc/documents.ts'
import { draw } from '#shared/survey/draw.ts'
import { FALLEN, type Survey } from '#shared/survey/model.ts'
import type { Words } from '../../i18n/use-words.ts'
import { periodText } from './survey-words.ts'

/**
 * The protocol of a draw as a table: what it was made of, then the frame in the order of the draw, by marks alone. With the
 * script of docs/survey.md it is drawn again from it.
 */
export function drawProtocol(survey: Survey, words: Words): z.infer<typeof TableExport> {
  const { t } = words
  const frame = survey.strata.flatMap(({ code, marks }) => marks.map(mark => ({ mark, stratum: code })))
  const { strata, order } = draw(survey.seed, frame, survey.size)
  const left = new Map(strata.map(({ code, quota }) => [code, quota]))
  const facts = [
    [t('compliance.period'), periodText(survey, words)],
    [t('survey.protocol.seed'), survey.seed],
    [t('survey.size'), String(survey.size)],
    [t('survey.protocol.version'), String(survey.draw)],
    [t('survey.frame.all'), String(survey.frame.all)],
    ...FALLEN.map(why => [t(`survey.fallen.${why}`), String(survey.frame.fallen[why])]),
    [t('survey.frame.reachable'), String(survey.frame.reachable)],
    ...strata.map(({ code, quota }) => [`${t('survey.protocol.quota')}: ${code || '-'}`, String(quota)]),
    [t('survey.protocol.how'), 'SHA-256(<seed>|<mark>)'],
  ]
  const members = order.map(({ mark, stratum }, place) => {
    const rest = left.get(stratum) ?? 0
    left.set(stratum, rest - 1)
    return [String(place + 1), stratum || '-', mark, rest > 0 ? t('survey.protocol.sample') : '']
  })
  return {
    title: t('survey.write_draw'),
    columns: [
      t('survey.column.order'),
      t('survey.protocol.stratum'),
      t('survey.protocol.mark'),
      t('survey.protocol.sample'),
    ],
    rows: [...facts.map(([what = '', value = '']) => ['', what, value, '']), ...members],
  }
}
