import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { has, SECOND_FACTOR } from '#shared/access/rights.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { settled } from '../../app/desk.ts'
import { useDesk } from '../../app/desk-context.ts'
import { Badge } from '../../components/Badge.tsx'
import { Card } from '../../components/Card.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ChangeKey } from './ChangeKey.tsx'
import { DropFactor, OwnFactor } from './FactorDialogs.tsx'
import { OwnPin } from './OwnPin.tsx'
import { AddPerson, ChangePerson, GivePassword, OwnPassword, SuspendPerson } from './PersonDialogs.tsx'
import { Protect } from './Protect.tsx'
import './access.css'

type People = ResultOf<'access.people'>
export type Listed = People['people'][number]

type Open =
  | 'protect'
  | 'paper'
  | 'key'
  | 'add'
  | 'own'
  | 'factor'
  | 'pin'
  | { readonly act: 'change' | 'reset' | 'suspend' | 'factor'; readonly one: Listed }

/** Who works at the desk, by what they enter, and the key on paper. */
export function AccessCard() {
  const { t } = useWords()
  const { start, adopt } = useDesk()
  const [people, setPeople] = useState<People | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const load = useCallback(async () => {
    const got = await settled(window.desk.accessPeople({}))
    if (got.ok) setPeople(got.value)
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  if (people === null) return null
  const end = async (done: boolean) => {
    setOpen(null)
    if (!done) return
    await load()
    const started = await settled(window.desk.appStart({}))
    if (started.ok) adopt(started.value)
  }
  const isAdministrator = start.user?.role === 'administrator'
  return (
    <Card title={t('access.title')}>
      <div className="card-body stack">
        {people.guarded ? null : <Notice tone="amber">{t('access.open_desk')}</Notice>}
        {people.guarded ? <PeopleList people={people} mayChange={isAdministrator} onOpen={setOpen} /> : null}
        <div className="buttons">
          {people.guarded ? (
            <>
              <Button variant="default" onClick={() => setOpen('own')}>
                {t('access.own_password')}
              </Button>
              <Button variant="default" onClick={() => setOpen('pin')}>
                {t('access.pin')}
              </Button>
              {start.user !== null && SECOND_FACTOR.some(right => has(start.user?.role ?? 'viewer', right)) ? (
                <Button variant="default" onClick={() => setOpen('factor')}>
                  {t('access.factor')}
                </Button>
              ) : null}
              {isAdministrator ? (
                <>
                  <Button onClick={() => setOpen('add')}>{t('access.add')}</Button>
                  <Button variant="default" onClick={() => setOpen('paper')}>
                    {t('access.new_paper')}
                  </Button>
                  <Button variant="default" onClick={() => setOpen('key')}>
                    {t('access.key')}
                  </Button>
                </>
              ) : null}
            </>
          ) : (
            <>
              <Button onClick={() => setOpen('protect')}>{t('access.protect')}</Button>
              <Button variant="default" onClick={() => setOpen('key')}>
                {t('access.key')}
              </Button>
            </>
          )}
        </div>
      </div>
      <Dialog open={open} onEnd={done => void end(done)} />
    </Card>
  )
}

function Dialog({ open, onEnd }: { open: Open | null; onEnd: (done: boolean) => void }) {
  const { start } = useDesk()
  if (open === null) return null
  if (open === 'protect' || open === 'paper')
    return <Protect name={start.user?.name ?? ''} paperOnly={open === 'paper'} onEnd={onEnd} />
  if (open === 'key') return <ChangeKey onEnd={onEnd} />
  if (open === 'add') return <AddPerson onEnd={onEnd} />
  if (open === 'own') return <OwnPassword onEnd={onEnd} />
  if (open === 'pin') return <OwnPin onEnd={onEnd} />
  if (open === 'factor') return <OwnFactor onEnd={onEnd} />
  if (open.act === 'factor') return <DropFactor one={open.one} onEnd={onEnd} />
  if (open.act === 'change') return <ChangePerson one={open.one} onEnd={onEnd} />
  return open.act === 'reset' ? (
    <GivePassword one={open.one} onEnd={onEnd} />
  ) : (
    <SuspendPerson one={open.one} onEnd={onEnd} />
  )
}

function PeopleList({
  people,
  mayChange,
  onOpen,
}: {
  people: People
  mayChange: boolean
  onOpen: (open: Open) => void
}) {
  const { t, language } = useWords()
  return (
    <ul className="access-people">
      {people.people.map(one => (
        <li key={one.user.id}>
          <div>
            <b>{one.user.name}</b> <span className="mute">{one.user.position[language]}</span>
            <div>
              {t(`role.${one.user.role}`)} {one.suspended ? <Badge tone="plain">{t('access.suspended')}</Badge> : null}
              {one.second ? <Badge tone="green">{t('access.factor_on')}</Badge> : null}{' '}
              {one.waits > 0 ? <Badge tone="amber">{t('access.waits')}</Badge> : null}
            </div>
          </div>
          {mayChange ? (
            <div className="buttons">
              <Button size="xs" h={32} variant="default" onClick={() => onOpen({ act: 'change', one })}>
                {t('access.change')}
              </Button>
              <Button size="xs" h={32} variant="default" onClick={() => onOpen({ act: 'reset', one })}>
                {t('access.reset')}
              </Button>
              {one.second ? (
                <Button size="xs" h={32} variant="default" onClick={() => onOpen({ act: 'factor', one })}>
                  {t('access.factor_drop')}
                </Button>
              ) : null}
              {one.suspended ? null : (
                <Button size="xs" h={32} variant="default" onClick={() => onOpen({ act: 'suspend', one })}>
                  {t('access.suspend')}
                </Button>
              )}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
