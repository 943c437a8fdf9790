import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { logicalCss } from './scripts/lint/logicalCss.mjs';

/** Who may import whom, and whose packages: one table, read by this rule and by test/imports.test.ts. */
const rooms = JSON.parse(readFileSync(new URL('./test/rooms.json', import.meta.url), 'utf8'));

const portable = ['numeric', 'erlang', 'core'];
const unportableMath =
  'MemberExpression[object.name="Math"][property.name=/^(random|exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)$/]';

const wordsFromReport = 'Words come from packages/report, in every language: no text of its own in a component.';

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', 'tmp/']),
  { languageOptions: { globals: { ...globals.node } } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
    },
  },
  // After the typed block, whose parser it replaces for the markup.
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte'],
    plugins: { percall: { rules: { 'logical-css': logicalCss } } },
    rules: {
      'percall/logical-css': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: ':not(SvelteStyleElement) > SvelteText[value=/\\p{L}/u]', message: wordsFromReport },
        {
          selector:
            'SvelteAttribute[key.name=/^(aria-(label|description|valuetext|roledescription)|title|placeholder|alt)$/] > SvelteLiteral',
          message: wordsFromReport,
        },
      ],
    },
  },
  ...Object.entries(rooms).map(([room, { ours, theirs }]) => ({
    files: [`${room}/src/**/*.ts`, `${room}/src/**/*.svelte`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.|(?:${[...ours.map((name) => `@percall/${name}`), ...theirs].join('|') || '$'})(?:/|$))`,
              message: `${room} may import only ${[...ours, ...theirs].join(', ') || 'nothing'} (test/rooms.json).`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: portable.map((name) => `packages/${name}/src/**/*.ts`),
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: unportableMath, message: 'Engines round this differently: use @percall/numeric or a keyed stream.' },
        { selector: 'BinaryExpression[operator="**"]', message: 'Engines round ** differently: use @percall/numeric.' },
        { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'The engine has no clock.' },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The engine has no clock.' },
      ],
    },
  },
);
