import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Saved } from '#shared/ipc/contract.ts'
import { RATINGS } from '#shared/survey/model.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SavedNotice } from '../../components/SavedNotice.tsx'
import { useCall } from '../../components/use-call.ts'
import type { EntityState } from '../../db/query-types.ts'
import { useWords } from '../../i18n/use-words.ts'
import { drawProtocol } from './draw-protocol.ts'
import { periodText, useStratumName } from './survey-words.ts'

/** To a file: the answers, without a name; the protocol of the draw, by which it can be repeated. To paper: the sheet. */
export function GiveOutSurvey({ state }: { state: EntityState<'survey'> }) {
  const words = useWords()
  const { t } = words
  const stratumName = useStratumName()
  const office = useOffice()
  const call = useCall()
  const [saved, setSaved] = useState<Saved | null>(null)
  const answers = useRows(
    'survey.answers',
    useMemo(() => ({ survey: state.id }), [state.id]),
  )
  const { survey, key } = state
  if (survey === null || answers === undefined || !office) return null
  const given = async (run: () => ReturnType<typeof window.desk.tableSave>) => {
    setSaved(null)
    setSaved(await call.run(run))
  }
  const writeAnswers = () => {
    const columns = [
      t('survey.by.kind'),
      t('survey.language'),
      ...RATINGS.map(rating => t(`survey.rating.${rating}`)),
      t('survey.comment'),
    ]
    const rows = answers.map(({ stratum, language, ratings, comment }) => [
      stratumName(survey, stratum),
      language === null ? t('survey.stratum.mixed') : t(language === 'kk' ? 'language.long.kk' : 'language.long.ru'),
      ...RATINGS.map(rating => {
        const rated = ratings[rating]
        if (rated === null) return t('survey.not_said')
        return rated === 'not_concerned' ? t('survey.not_concerned') : String(rated)
      }),
      comment,
    ])
    const table = { title: `${t('survey.answers')}: ${periodText(survey, words)}`, columns, rows }
    return given(() => window.desk.tableSave({ table, fileName: `survey-answers-${key}.xlsx` }))
  }
  const writeDraw = () => {
    const table = drawProtocol(survey, words)
    return given(() => window.desk.tableSave({ table, fileName: `survey-draw-${key}.xlsx` }))
  }
  const printSheet = (language: 'kk' | 'ru') =>
    given(() =>
      window.desk.sheetSave({
        job: { kind: 'survey', paper: 'A4', language, data: { office: office.name, kind: survey.kind } },
        fileName: `survey-sheet-${language}.pdf`,
      }),
    )
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            loading={call.busy}
            leftSection={<IconTable size={17} aria-hidden="true" />}
            rightSection={<IconChevronDown size={15} aria-hidden="true" />}
          >
            {t('survey.give_out')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void writeAnswers()}>{t('survey.write_answers')}</Menu.Item>
          <Menu.Item onClick={() => void writeDraw()}>{t('survey.write_draw')}</Menu.Item>
          <Menu.Item onClick={() => void printSheet('kk')}>{t('survey.print_kk')}</Menu.Item>
          <Menu.Item onClick={() => void printSheet('ru')}>{t('survey.print_ru')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={call.error} />
      <SavedNotice saved={saved} />
    </>
  )
}
