import type { MergePerson } from './fields.ts'

/** Somebody whose name and company are as long as they come; stands in for the longest of all. */
export const LONG_NAME: MergePerson = {
  number: '+46701740605',
  name: 'Maximiliane-Alexandra von Hohenstein-Wiedemann',
  company: 'Åkesson, Lindqvist & Söner Fastighetsförvaltning',
  fields: {},
}
