/**
 * By what a field's value is looked up: letter case, blanks, hyphens and underscores of its name do not matter, so that
 * `{First_Name}` is `{first name}`. Accents do.
 */
export function fieldKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '')
}
