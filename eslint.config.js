// Style gates for everything in JavaScript. The extension is held to the strictest set: no HTML
// from strings, no eval, small files and functions.
import js from '@eslint/js';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import globals from 'globals';

const rules = {
  'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-throw-literal': 'error',
  'no-self-compare': 'error',
  'no-control-regex': 'off',
};

export default [
  {
    ignores: [
      'build/',
      'node_modules/',
      'tests/out/',
      'tests/pages/**/*.html',
      'tests/pages/vendor/',
    ],
  },
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2023, sourceType: 'module' }, rules },
  {
    files: ['extension/**/*.js'],
    plugins: { 'no-unsanitized': noUnsanitized },
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: {
      'no-unsanitized/method': 'error',
      'no-unsanitized/property': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['extension/content/**/*.js'], languageOptions: { sourceType: 'script' } },
  {
    files: ['host/bundle/page/*.js'],
    plugins: { 'no-unsanitized': noUnsanitized },
    languageOptions: { globals: globals.browser },
    rules: { 'no-unsanitized/method': 'error', 'no-unsanitized/property': 'error' },
  },
  {
    files: ['tests/**/*.mjs', 'scripts/**/*.mjs', 'installer/**/*.mjs', '*.js', 'tests/**/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
  },
];
