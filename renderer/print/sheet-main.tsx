import '../without-eval.ts'
import i18next from 'i18next'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Language } from '#shared/application/model.ts'
import type { DrawnJob, SheetJob } from '#shared/ipc/documents.ts'
import { assertNever } from '#shared/result/result.ts'
import { startWords } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'
import { BriefingSheet } from './briefing/BriefingSheet.tsx'
import { CallSheet } from './call-list/CallSheet.tsx'
import { ComplianceSheet } from './compliance/ComplianceSheet.tsx'
import { DestructionSheet } from './destruction/DestructionSheet.tsx'
import { DoorSign } from './door-sign/DoorSign.tsx'
import { LetterSheet } from './letter/LetterSheet.tsx'
import { ListSheet } from './list/ListSheet.tsx'
import { PackSheet } from './pack/PackSheet.tsx'
import { PaperKeySheet } from './paper-key/PaperKeySheet.tsx'
import { ProtocolsJob, SlipsJob } from './protocol/ProtocolJobs.tsx'
import { PersonsSheet } from './reception-list/PersonsSheet.tsx'
import { QuarterlySheet } from './report/QuarterlySheet.tsx'
import { AnnexJobSheet } from './schedule/AnnexJobSheet.tsx'
import { ScheduleSheet } from './schedule/ScheduleSheet.tsx'
import { SubjectSheet } from './subject/SubjectSheet.tsx'
import { SurveySheet } from './survey/SurveySheet.tsx'
import { talonBlocks } from './talon/blocks.ts'
import { fitToPage } from './talon/fit.ts'
import { type SheetShape, TalonSheet } from './talon/TalonSheet.tsx'
import { TalonsSheet } from './talon/TalonsSheet.tsx'
import { TestSheet } from './talon/TestSheet.tsx'
import { testTexts } from './talon/test-texts.ts'
import { drawTicketJob, isTicketJob } from './talon/ticket-job.ts'

/** The sheet window: takes its one job, draws it, and says so when the fonts are there too. */
async function drawSheet(): Promise<void> {
  const root = document.getElementById('sheet')
  const asked = window.desk.sheetJob({})
  // While the window waits for its sheet it gets what any sheet can need.
  for (const face of document.fonts) void face.load()
  const given = await asked
  if (root === null || !given.ok) return
  const { job } = given.value
  await startWords(languageOf(job))
  if (isTicketJob(job)) await drawTicketJob(root, job)
  else await drawText(root, job)
  await window.desk.sheetReady({})
}

async function drawText(root: HTMLElement, job: DrawnJob): Promise<void> {
  // Drawn at once and laid out by the question for its height, which asks for its fonts: a hidden window has no frames.
  flushSync(() => createRoot(root).render(<Sheet job={job} />))
  root.getBoundingClientRect()
  await document.fonts.ready
  for (const talon of root.querySelectorAll<HTMLElement>('.talon')) fitToPage(talon)
}

/** A schedule and a test page stand in both languages, the state language first. */
function languageOf(job: DrawnJob): Language {
  switch (job.kind) {
    case 'report':
    case 'list':
    case 'persons':
    case 'calls':
    case 'briefing':
    case 'pack':
    case 'survey':
    case 'paper_key':
      return job.language
    case 'talon':
    case 'letter':
    case 'compliance':
    case 'subject':
    case 'destruction':
      return job.data.language
    default:
      return 'kk'
  }
}

function Sheet({ job }: { job: DrawnJob }) {
  switch (job.kind) {
    case 'schedule':
      return <ScheduleSheet job={job} />
    case 'annex':
      return <AnnexJobSheet job={job} />
    case 'persons':
      return <PersonsSheet data={job.data} language={job.language} />
    case 'calls':
      return <CallSheet data={job.data} language={job.language} />
    case 'briefing':
      return <BriefingSheet data={job.data} language={job.language} />
    case 'pack':
      return <PackSheet data={job.data} language={job.language} />
    case 'survey':
      return <SurveySheet data={job.data} language={job.language} />
    case 'door_sign':
      return <DoorSign data={job.data} paper={job.paper} />
    case 'report':
      return <Report job={job} />
    case 'list':
      return <ListSheet job={job} />
    case 'compliance':
      return <ComplianceSheet data={job.data} />
    case 'subject':
      return <SubjectSheet data={job.data} />
    case 'destruction':
      return <DestructionSheet data={job.data} />
    case 'paper_key':
      return <PaperKeySheet job={job} />
    case 'letter':
      return <Letter job={job} />
    case 'protocols':
      return <ProtocolsJob {...job} />
    case 'slips':
      return <SlipsJob {...job} />
    case 'talon':
      return <Talon job={job} />
    case 'talons':
      return <TalonsSheet job={job} />
    case 'test_page':
      return <TestSheet texts={testTexts(i18next)} shape={job.shape as SheetShape} />
    default:
      return assertNever(job)
  }
}

function Report({ job }: { job: Extract<SheetJob, { kind: 'report' }> }) {
  const { t, language, dates } = useWords()
  return <QuarterlySheet report={job.data} t={t} language={language} dates={dates} />
}

function Letter({ job: { data } }: { job: Extract<SheetJob, { kind: 'letter' }> }) {
  return <LetterSheet data={data} words={useWords()} />
}

function Talon({ job: { data } }: { job: Extract<SheetJob, { kind: 'talon' }> }) {
  const { t, dates } = useWords()
  return <TalonSheet blocks={talonBlocks(data, t, dates)} shape={data.shape as SheetShape} language={data.language} />
}

void drawSheet()
