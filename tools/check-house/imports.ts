import { posix } from 'node:path'
import ts from 'typescript'
import type { House } from './house.ts'

/** One import of one file, as written. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly specifier: string
  /** The file of ours it leads to, from the root; undefined for a package. */
  readonly to: string | undefined
  /** What is taken; empty for everything, or for the effect alone. */
  readonly names: readonly string[]
  /** Gone before the program runs. */
  readonly typesOnly: boolean
}

const alreadyRead = new Map<string, { readonly text: string; readonly imports: readonly Import[] }>()

export function codeFiles(house: House): string[] {
  return house.files.filter((path) => /\.(?:ts|tsx|mjs|js)$/.test(path))
}

export function parse(house: House, path: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, house.read(path), ts.ScriptTarget.ESNext, true, kind)
}

/** Every import in the repository. Read from the syntax tree, not from a build, so that a file nobody uses is seen too. */
export function importsOf(house: House): readonly Import[] {
  return codeFiles(house).flatMap((path) => {
    const text = house.read(path)
    const before = alreadyRead.get(path)
    if (before?.text === text) return before.imports
    const imports = importsIn(parse(house, path), path)
    alreadyRead.set(path, { text, imports })
    return imports
  })
}

function importsIn(source: ts.SourceFile, from: string): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, names: string[], typesOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    found.push({ from, line, specifier: specifier.text, to: leadsTo(from, specifier.text), names, typesOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { names, typesOnly } = taken(node.importClause)
      add(node, node.moduleSpecifier, names, typesOnly)
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, [], node.isTypeOnly)
    } else if (ts.isCallExpression(node) && isLoading(node)) {
      add(node, node.arguments[0], [], false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, [], true)
    }
    // Deeper than the top there are only imports at the last moment and types by import.
    if (node === source || mayBeDeep) ts.forEachChild(node, visit)
  }
  const mayBeDeep = /\b(?:import|require)\s*\(/.test(source.text)
  visit(source)
  return found
}

/** import('x'), and what tests and old modules do. */
function isLoading({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')
  )
}

function taken(clause: ts.ImportClause | undefined): { names: string[]; typesOnly: boolean } {
  if (!clause) return { names: [], typesOnly: false }
  const { namedBindings, name } = clause
  const elements = namedBindings && ts.isNamedImports(namedBindings) ? [...namedBindings.elements] : []
  const isWhole = name !== undefined || (namedBindings !== undefined && ts.isNamespaceImport(namedBindings))
  const typesOnly =
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (!isWhole && elements.length > 0 && elements.every((element) => element.isTypeOnly))
  const values = elements.filter((element) => !element.isTypeOnly)
  return { names: isWhole ? [] : values.map((element) => (element.propertyName ?? element.name).text), typesOnly }
}

/** A relative path, or one of our rooms by its package name: both lead to a file of ours. */
function leadsTo(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier))
  const ours = /^@velferdslab\/(core|db|server|web)\/(.+)$/.exec(specifier)
  if (!ours) return undefined
  const [, room = '', rest = ''] = ours
  return rest.startsWith('seed/') ? `${room}/${rest}.ts` : `${room}/src/${rest}.ts`
}
