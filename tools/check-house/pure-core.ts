import ts from 'typescript'
import { isTest, type Finding, type Rule } from './house.ts'
import { codeFiles, parse } from './imports.ts'

/** Names through which a module reaches the world around it. */
const outside = new Set(
  `process console fetch crypto performance navigator window document localStorage sessionStorage indexedDB location
   setTimeout setInterval setImmediate queueMicrotask XMLHttpRequest WebSocket EventSource Worker Buffer globalThis eval`.split(
    /\s+/,
  ),
)

const looksLikeSql = /^\s*(?:select\s.+\sfrom|insert\s+into|update\s.+\sset|delete\s+from|with\s+\w+\s+as\s*\()\s/is

export const coreIsPure: Rule = {
  says: 'core has no clock, no chance, no input or output and no SQL',
  why: 'A rule that reads the clock by itself cannot be tested on a birthday, and answers differently in the browser and on the server.',
  mend: 'Take the moment as an argument (`now: Date`), ids as a function that makes them (`newId`), and everything else as plain facts.',
  look: (house) =>
    codeFiles(house)
      .filter((path) => path.startsWith('core/'))
      .flatMap((path) => {
        const source = parse(house, path)
        const found: Finding[] = []
        const visit = (node: ts.Node): void => {
          const what = reachesOut(node, isTest(path))
          if (what)
            found.push({
              where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`,
              what,
            })
          ts.forEachChild(node, visit)
        }
        visit(source)
        return found
      }),
}

function reachesOut(node: ts.Node, inTest: boolean): string | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0) {
    return 'reads the clock: new Date() without a moment'
  }
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'reads the clock: Date()'
  if (ts.isPropertyAccessExpression(node)) {
    if (isNamed(node.expression, 'Date') && node.name.text === 'now') return 'reads the clock: Date.now'
    if (isNamed(node.expression, 'Math') && node.name.text === 'random') return 'draws a number: Math.random'
  }
  if (ts.isIdentifier(node) && outside.has(node.text) && isUsedAsValue(node)) return `reaches out: ${node.text}`
  if (!inTest && ts.isStringLiteralLike(node) && looksLikeSql.test(node.text)) return 'holds SQL'
  if (ts.isTemplateExpression(node) && looksLikeSql.test(node.head.text)) return 'holds SQL'
  return undefined
}

function isNamed(node: ts.Expression, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name
}

/** Not the name of a property or of something declared here: the thing itself. */
function isUsedAsValue(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isElementAccessExpression(parent)
}
