import { useEffect, useState } from 'react'
import { settled } from '../../app/desk.ts'
import { newRequestId } from '../../components/request-id.ts'
import { type Answered, type Begun, begunOf, isOfRegister } from './begun.ts'

/** What was begun at this desk and is not saved yet; undefined until main has told. */
export function useBegun(): Begun | undefined {
  const [begun, setBegun] = useState<Begun>()
  useEffect(() => {
    let isCurrent = true
    void readAll().then(all => isCurrent && setBegun(begunOf(all, newRequestId)))
    return () => {
      isCurrent = false
    }
  }, [])
  return begun
}

async function readAll(): Promise<Answered[]> {
  const listed = await settled(window.desk.draftList({}))
  const names = listed.ok ? listed.value.names.filter(isOfRegister) : []
  return Promise.all(names.map(async name => ({ name, answer: await settled(window.desk.draftLoad({ name })) })))
}
