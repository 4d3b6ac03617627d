import { NativeSelect } from '@mantine/core'
import { screenDate } from '#shared/time/official-date.ts'
import { rangeOfMonth } from '#shared/time/plain-date.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { officialName } from '../../components/official-name.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useBetweenMonths } from './use-between-months.ts'
import type { PlannedQuarter } from './use-planned-quarter.ts'

/** Takes a reception to another day of the quarter, also of another month: both drafts change, and are approved together. */
export function BetweenMonths({ planned, onClose }: { planned: PlannedQuarter; onClose: () => void }) {
  const { t, dates, language } = useWords()
  const { months, facts } = planned
  const between = useBetweenMonths(planned)
  const { officials, receptions, reception } = between
  const booked = reception === undefined ? 0 : facts.bookedOn(reception)
  return (
    <Confirm
      title={t('schedule.between.title')}
      act={t('schedule.between.act')}
      call={between.call}
      allowed={between.isReady}
      onAct={() => void between.move().then(isDone => isDone && onClose())}
      onClose={onClose}
    >
      <p className="sentence">{t('schedule.between.sentence')}</p>
      <NativeSelect
        label={t('schedule.form.official')}
        data-autofocus
        data={officials.map(one => ({ value: one.id, label: officialName(one, language) }))}
        value={between.officialId}
        onChange={event => between.choose(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('schedule.between.reception')}
        data={receptions.map(({ id, date, from, to }) => ({
          value: id,
          label: `${screenDate(date, dates)}, ${from}\u2013${to}`,
        }))}
        value={reception?.id ?? ''}
        onChange={event => between.take(event.currentTarget.value)}
      />
      <DateField
        label={t('schedule.between.day')}
        value={between.typed}
        minDate={rangeOfMonth(months[0].month).from}
        maxDate={rangeOfMonth(months[2].month).to}
        onChange={between.type}
      />
      {booked === 0 ? null : <Notice tone="amber">{t('schedule.leave_out.booked', { count: booked })}</Notice>}
    </Confirm>
  )
}
