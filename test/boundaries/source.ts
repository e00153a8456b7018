import { posix } from 'node:path'
import ts from 'typescript'

/** A source file as the boundary rules see it; `path` is relative to the project. */
export type Source = { path: string; tree: ts.SourceFile }

/** Parses a file's text. */
export function parseSource(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

/** Every node of the file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

/** `path:line`, as editors open it. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/** What a file asks another for. */
export type Import = {
  node: ts.Node
  /** A path relative to the project when it is ours, else null. */
  ours: string | null
  /** As written. */
  specifier: string
}

/** Imports of every form: static, of types, re-exports, `import()` as value and as type, `require`, `new URL(…, import.meta.url)`. */
export function importsOf(source: Source): Import[] {
  const imports: Import[] = []
  for (const node of nodesOf(source.tree)) {
    const specifier = specifierOf(node)
    if (specifier !== null) imports.push({ node, specifier, ours: ownPath(source.path, specifier) })
  }
  return imports
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null
  if (ts.isCallExpression(node)) {
    const imports = node.expression.kind === ts.SyntaxKind.ImportKeyword
    const requires = ts.isIdentifier(node.expression) && node.expression.text === 'require'
    return imports || requires ? textOf(node.arguments[0]) : null
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const file = node.arguments?.[1]?.getText() === 'import.meta.url' ? textOf(node.arguments[0]) : null
    // A folder is named to be looked into; a source, to be run as a worker.
    return file && /\.tsx?$/.test(file) ? file : null
  }
  return null
}

function textOf(node: ts.Node | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null
}

function ownPath(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(from), specifier))
}
