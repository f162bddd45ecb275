import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Which room may import which is tools/check-house.ts's business, with messages that teach.
export default defineConfig(
  globalIgnores(['**/dist/', '.data/', 'e2e/results/']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.config.ts', 'web/vite.config.ts'],
          defaultProject: 'tools/tsconfig.json',
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A number in a sentence needs no String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => close()` as a callback is clear enough.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // React takes async event handlers; fastify takes async hooks.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Loops that end from within.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // An async handler that answers at once keeps its shape.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The generic that only names what comes out (query<Row>) is how typed queries are written.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Spreading a string into its characters is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The router's way of saying "go there" and "not found".
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export, so that a search finds it.' },
      ],
    },
  },
  {
    // Tools that read their configuration demand a default export.
    files: ['**/*.config.ts', 'db/testing/embedded-for-tests.ts', 'e2e/laid-once.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/*.e2e.ts'],
    rules: {
      // A test that finds nothing should fail there and then.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers are looked at as they come, with expect.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // These two are for the React compiler, which we do not use, and take many sound lines for wrong.
      'react-hooks/refs': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },
)
