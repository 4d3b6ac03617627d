import type { RegistrationPersonal } from '#shared/application/registration.ts'
import type { ApplicationFacts, ApplicationPersonal, Registered } from '#shared/application/transitions.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useDimensionWords } from '../use-dimension-words.ts'
import { Fact } from './Part.tsx'

interface Shown {
  readonly personal: ApplicationPersonal
  readonly facts: ApplicationFacts
  readonly registered: Registered | null
}

/** The person as was said at the desk or stood in the file. Here alone the IIN stands in full. */
export function PersonPart({ personal, facts, registered }: Shown) {
  const { t } = useWords()
  const { nameOf } = useDimensionWords()
  const more = registered?.personal ?? null
  return (
    <dl className="facts">
      {registered === null ? null : (
        <Fact label={t('register.applicant')} text={t(`register.applicant.${registered.registration.applicant}`)} />
      )}
      <Fact label={t('column.iin')} text={personal.iin} wrong={facts.badIin ? t('card.number_wrong') : null} />
      {registered === null || registered.registration.noIin === null ? null : (
        <Fact label={t('register.no_iin')} text={t(`register.no_iin.${registered.registration.noIin}`)} />
      )}
      <Fact label={t('column.organisation')} text={personal.organisation} />
      <Fact label={t('column.bin')} text={personal.bin} wrong={facts.badBin ? t('card.number_wrong') : null} />
      <Fact label={t('register.position')} text={more?.position ?? ''} />
      <Fact label={t('column.phone')} text={personal.phone} />
      <Fact label={t('register.address')} text={more?.address ?? ''} />
      <Fact label={t('register.country')} text={more?.country ?? ''} />
      <Fact label={t('column.district')} text={nameOf('byDistrict', facts.district ?? '')} />
      <Category personal={personal} more={more} />
      <Fact label={t('column.language')} text={facts.language === null ? '' : nameOf('byLanguage', facts.language)} />
      {registered === null ? null : <Needs registered={registered} more={more} />}
    </dl>
  )
}

interface More {
  readonly personal: ApplicationPersonal
  readonly more: RegistrationPersonal | null
}

/** Health data: shown in the card alone. */
function Category({ personal: { category }, more }: More) {
  const { t } = useWords()
  const { nameOf } = useDimensionWords()
  if (category === null) return null
  const proof = more?.proofSeen === true ? `; ${t('register.proof_seen')}` : ''
  return <Fact label={t('column.category')} text={nameOf('byCategory', category) + proof} />
}

function Needs({ registered, more }: { registered: Registered; more: RegistrationPersonal | null }) {
  const { t } = useWords()
  const needs = registered.registration.needs.map(need => t(`register.need.${need}`))
  return (
    <>
      <Fact label={t('register.needs')} text={needs.join(', ')} />
      <Fact label={t('register.interpreter_language')} text={more?.interpreterLanguage ?? ''} />
    </>
  )
}
