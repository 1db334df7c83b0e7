/**
 * The country a person most likely does business in, as an ISO 3166-1 alpha-2 code, from their languages in
 * order of preference (BCP 47 tags, as in `navigator.languages`).
 *
 * A region written in a tag decides, wherever it stands; failing that, the likely region of the first language
 * that has one (Unicode likely subtags). `allowed` says which codes the desk knows; null when none fits.
 */
export function guessCountry(languages: readonly string[], allowed: (code: string) => boolean): string | null {
  const locales = languages.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag)]
    } catch {
      return []
    }
  })
  const written = locales.map((locale) => locale.region)
  const likely = locales.map((locale) => locale.maximize().region)
  return [...written, ...likely].find((region) => region !== undefined && allowed(region)) ?? null
}
