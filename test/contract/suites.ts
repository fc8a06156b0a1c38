// The kinds of account whose servers can be checked, by the name that `npm run contract` takes: a row each.
import { ALIASKIT } from './aliaskit.ts';
import { ANONLI } from './anonli.ts';
import { KAYLE } from './kayle.ts';
import { type ContractOptions, type ContractReport, runSuite } from './suite.ts';

/** @throws AppError if URL or key cannot be one */
export const SUITES: Readonly<Record<string, (options: ContractOptions) => Promise<ContractReport>>> = {
  aliaskit: (options) => runSuite(ALIASKIT, options),
  anonli: (options) => runSuite(ANONLI, options),
  kayle: (options) => runSuite(KAYLE, options),
};
