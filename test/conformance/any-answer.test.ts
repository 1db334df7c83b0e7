import { createProviders } from '../../src/main/providers/registry.ts'
import { describeDescriptor } from './descriptors.ts'
import { ROWS, VARIANTS } from './rows/index.ts'
import { describeAnyAnswer, describeVariant } from './suite.ts'

/** The half of the suite that needs no whole desk: forms, arbitrary answers and hooks, accounts with other settings. */

for (const adapter of createProviders({ sandboxAddress: () => null }).list()) describeDescriptor(adapter)
for (const row of ROWS) describeAnyAnswer(row)
for (const row of VARIANTS) describeVariant(row)
