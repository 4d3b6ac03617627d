import i18next from 'i18next'
import type { Language } from '#shared/application/model.ts'
import type { TalonData } from '#shared/application/talon.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { dateWordsOfLanguage } from '#shared/time/date-words.ts'
import type { Translate } from '../../i18n/use-words.ts'
import { talonBlocks } from './blocks.ts'
import { TalonSheet } from './TalonSheet.tsx'

type Job = Extract<SheetJob, { kind: 'talons' }>

const OF_A_PAGE = 4

/** Talons of many people, each in the applicant's own language: a page each, or four to a page of A4 that is cut. */
export function TalonsSheet({ job: { shape, cut, talons } }: { job: Job }) {
  const sheetOf = (data: TalonData) => (
    <TalonSheet key={data.number} blocks={blocksOf(data)} shape={shape} language={data.language} />
  )
  if (!cut) return talons.map(sheetOf)
  const pages = Array.from({ length: Math.ceil(talons.length / OF_A_PAGE) }, (_, page) =>
    talons.slice(page * OF_A_PAGE, (page + 1) * OF_A_PAGE),
  )
  return pages.map(four => (
    <div key={four[0]?.number} className="talons-cut">
      {four.map(sheetOf)}
    </div>
  ))
}

function blocksOf(data: TalonData) {
  const t = wordsIn(data.language)
  return talonBlocks(data, t, dateWordsOfLanguage(t))
}

function wordsIn(language: Language): Translate {
  const fixed = i18next.getFixedT(language)
  return (key, params) => fixed(key, { ...params })
}
