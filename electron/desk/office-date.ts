export { OFFICE_ZONE, officeDate, officeTime } from '#shared/time/office-time.ts'
