import { ownedPackages, rows } from './rules.mjs';

/** @typedef {import('./rules.mjs').Row} Row */
/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} ForbiddenRule */

const ours = '^(core|devices|electron|gateway|renderer|scripts|test)/';
const tests = rows[0]?.files ?? '';
const fromPackages = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-no-pkg',
  'npm-unknown',
  'npm-bundled',
];

/** The path of a package or of its types. @param {string} name */
const packagePath = (name) => `(^|/)node_modules/(@types/)?${name.replace(/[@./-]/g, '\\$&')}/`;

/**
 * Dependency-cruiser's rules, made from the table: a file is held by the first row that fits it.
 * @returns {ForbiddenRule[]}
 */
export const forbiddenRules = () => [
  ...rows.flatMap((row, place) => rulesOfRow(row, rows.slice(0, place))),
  ...ownedPackages.map(({ thing, owner, shownAs }) => ({
    name: `${thing} belongs to ${shownAs}`,
    severity: /** @type {const} */ ('error'),
    from: { pathNot: [owner, tests] },
    to: { path: packagePath(thing) },
  })),
  {
    name: 'product code imports no test',
    severity: 'error',
    from: { pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'every import can be found',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @param {Row} row @param {readonly Row[]} before @returns {ForbiddenRule[]} */
const rulesOfRow = ({ name, files, imports, packages, types, builtins }, before) => {
  const from = {
    path: files,
    ...(before.length === 0 ? {} : { pathNot: before.map((earlier) => earlier.files) }),
  };
  /** @param {string} what @param {ForbiddenRule['to']} to @returns {ForbiddenRule} */
  const rule = (what, to) => ({ name: `${name} may not import ${what}`, severity: 'error', from, to });
  return [
    rule('this part of ours', { path: ours, pathNot: imports.map((start) => `^${start}`) }),
    ...(packages === 'any'
      ? []
      : [rule('this package', packageRefusal([...packages, ...(types ?? [])])), ...typesOnly(rule, types)]),
    ...(builtins ? [] : [rule('Node modules', { dependencyTypes: ['core'] })]),
  ];
};

/**
 * @param {(what: string, to: ForbiddenRule['to']) => ForbiddenRule} rule
 * @param {readonly string[]} [types]
 * @returns {ForbiddenRule[]}
 */
const typesOnly = (rule, types) =>
  types === undefined
    ? []
    : [
        rule('more than types of this package', {
          path: types.map(packagePath),
          dependencyTypesNot: ['type-only'],
        }),
      ];

/** @param {readonly string[]} allowed @returns {ForbiddenRule['to']} */
const packageRefusal = (allowed) => ({
  dependencyTypes: /** @type {import('dependency-cruiser').DependencyType[]} */ (fromPackages),
  ...(allowed.length === 0 ? {} : { pathNot: allowed.map(packagePath) }),
});
