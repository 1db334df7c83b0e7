import { useQuery } from '@tanstack/react-query'
import { isStandardField } from '../../shared/templates/fields.ts'
import { fieldsOf, type ParsedTemplate } from '../../shared/templates/parse.ts'
import { useHost } from '../host/HostProvider.tsx'

/** All templates of the desk, once they are `wanted`. */
export function useTemplates(wanted = true) {
  const { queries } = useHost()
  return useQuery(queries.templates.list.queryOptions({ input: {}, enabled: wanted }))
}

/** Names of the fields people have from imports. Asked for only where `wanted`: it takes a look at everybody. */
export function useOwnFields(wanted: boolean) {
  const { queries } = useHost()
  return useQuery(queries.contacts.fieldNames.queryOptions({ enabled: wanted }))
}

/** Whether a text has fields that not everybody has. */
export function hasOwnFields(template: ParsedTemplate): boolean {
  return [...fieldsOf(template), ...template.doubled].some(({ key }) => !isStandardField(key))
}

/** No own fields are known yet. One array, so that what depends on it stays the same. */
export const NO_FIELDS: readonly string[] = []
