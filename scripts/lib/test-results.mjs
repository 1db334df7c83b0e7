/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of a Vitest run from its JSON report. A file that could not be loaded counts as one failure, and so does a run
 * that failed without any test failing (an error outside of tests).
 * @param {any} report null when there is none @param {number} exitCode @returns {Counts}
 */
export function countsOfVitest(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return atLeastOneFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
    exitCode,
  )
}

/**
 * Counts of a Playwright run from its JSON report. A test that passed only when repeated counts as passed, and is named:
 * see `repeatedOfPlaywright`.
 * @param {any} report null when there is none @param {number} exitCode @returns {Counts}
 */
export function countsOfPlaywright(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped }, exitCode)
}

/** What failed in a Vitest report, as lines. @param {any} report @returns {string[]} */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return file.status === 'failed' ? [`${file.name}: ${firstLine(file.message)}`] : []
    return failed.map((test) => `${file.name}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
  })
}

/** What failed in a Playwright report, as lines. @param {any} report @returns {string[]} */
export function failuresOfPlaywright(report) {
  return [...specsOf(report, (spec) => !spec.ok), ...(report?.errors ?? []).map((error) => firstLine(error.message))]
}

/** What passed only when it was repeated, as lines: each is a defect of the test or of the product. @param {any} report @returns {string[]} */
export function repeatedOfPlaywright(report) {
  return specsOf(report, (spec) => (spec.tests ?? []).some(({ status }) => status === 'flaky'))
}

function specsOf(report, isWanted) {
  const ofSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(ofSuite),
    ...(suite.specs ?? []).filter(isWanted).map((spec) => `${spec.file}: ${spec.title}`),
  ]
  return (report?.suites ?? []).flatMap(ofSuite)
}

/** The line that ends a run. @param {Counts[]} all */
export function closingLine(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function atLeastOneFailure(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function firstLine(text = '') {
  return text.split('\n')[0].slice(0, 300)
}
