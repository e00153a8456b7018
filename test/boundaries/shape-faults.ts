import ts from 'typescript'
import { roomOf } from './rooms.ts'
import { nodesOf, placeOf, type Source } from './source.ts'

const forbiddenName = /(^|-)(index|types|utils?|helpers?|services?|managers?|common|misc|shared)$/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Names that Remix prescribes. */
const namedByRemix =
  /^portal\/(app\/(routes\/|root\.tsx$|entry\.(server\.tsx|client\.ts)$)|.*\.server\.tsx?$)/
/** Drizzle wants all tables in one module. */
const soleBarrel = 'db/schema/schema.ts'
/** The only places that read the environment. */
const readsEnvironment = ['core/config.ts', 'db/columns.ts']

/** What is wrong with a file's name, exports or habits, whoever it imports. */
export function shapeFaults(source: Source): string[] {
  const { path, tree } = source
  const room = roomOf(path)
  const isTest = room === 'test' || /\.test\.tsx?$/.test(path)
  const faults = [...nameFaults(path), ...barrelFaults(source)]

  for (const node of nodesOf(tree)) {
    const place = placeOf(source, node)
    if (room !== 'test' && !isTest && !readsEnvironment.includes(path) && isEnvironmentRead(node)) {
      faults.push(`${place} reads the environment: core/config.ts does that`)
    }
    if (isTest && isMock(node)) faults.push(`${place} mocks a module: use a real neighbour`)
    if (isTest && isFocused(node)) faults.push(`${place} keeps other tests from running`)
  }
  if (room === 'core' && !isTest) {
    for (const statement of tree.statements) {
      if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)) {
        faults.push(`${placeOf(source, statement)} keeps state in core: it belongs in the Office`)
      }
    }
  }
  if (!isTest && !namedByRemix.test(path)) {
    for (const name of undocumented(source)) faults.push(`${name} has no docstring`)
  }
  return faults
}

function nameFaults(path: string): string[] {
  if (namedByRemix.test(path)) return []
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.data)?(\.test|\.d|\.config)?\.tsx?$/, '')
  const plain = name.replace(/\.(sqlite|postgres)$/, '')
  if (!kebab.test(plain)) return [`${path} is not named in kebab-case`]
  return forbiddenName.test(plain) ? [`${path} says nothing of what is in it: name the act or the thing`] : []
}

function barrelFaults(source: Source): string[] {
  if (source.path === soleBarrel) return []
  const exports = source.tree.statements.filter(ts.isExportDeclaration)
  const stars = exports.filter((one) => one.moduleSpecifier && !one.exportClause && !one.isTypeOnly)
  const handedOn = exports.filter((one) => one.moduleSpecifier)
  const onlyHandsOn = handedOn.length > 1 && exports.length === source.tree.statements.length
  return stars.length > 0 || onlyHandsOn ? [`${source.path} is a barrel: import from where things are`] : []
}

function isEnvironmentRead(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) && /^'(node:)?process'$/.test(node.moduleSpecifier.getText())) return true
  if (ts.isVariableDeclaration(node) && node.initializer?.getText() === 'process') return true
  const reads = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
  if (!reads || !/^process(\.env|\[['"]env['"]\])$/.test(node.getText())) return false

  // Setting a variable for what is loaded later, as main.ts does with NODE_ENV, reads nothing.
  const assigned = node.parent.parent
  return !(
    ts.isBinaryExpression(assigned) &&
    assigned.left === node.parent &&
    assigned.operatorToken.kind === ts.SyntaxKind.EqualsToken
  )
}

function isMock(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^vi(test)?\.(mock|doMock|hoisted)$/.test(node.expression.getText())
}

function isFocused(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^(test|it|describe)\.only\b/.test(node.expression.getText())
}

function undocumented(source: Source): string[] {
  return source.tree.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.getJSDocCommentsAndTags(statement).length > 0) return []
    if (ts.isFunctionDeclaration(statement)) {
      // Of several signatures the first carries the docstring.
      const earlier = source.tree.statements.slice(0, source.tree.statements.indexOf(statement))
      const same = earlier.some(
        (other) => ts.isFunctionDeclaration(other) && other.name?.text === statement.name?.text,
      )
      return same ? [] : [`${placeOf(source, statement)} ${statement.name?.text ?? 'the default export'}`]
    }
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(
        ({ initializer }) =>
          initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
      )
      .map((declaration) => `${placeOf(source, statement)} ${declaration.name.getText()}`)
  })
}
