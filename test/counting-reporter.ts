import type { Reporter, TestModule } from 'vitest/node'

type Count = { passed: number; failed: number }

/**
 * Ends the run in one line, `N passed, N failed`, with the share of each project; tests that were left out are
 * named above it. A file that cannot be loaded, a hook that fails and an error outside any test each count as failed.
 */
export default class CountingReporter implements Reporter {
  private readonly projects = new Map<string, Count>()
  private leftOut: string[] = []
  private elsewhere = 0

  onInit() {
    // Last of all: other reporters and the runner itself have had their say by then.
    process.once('exit', (code) => process.stdout.write(`${this.summary(code)}\n`))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    this.projects.clear()
    this.leftOut = []
    this.elsewhere = unhandledErrors.length
    for (const module of modules) this.count(module)
  }

  private count(module: TestModule) {
    const project = module.project.name
    const count = this.projects.get(project) ?? { passed: 0, failed: 0 }
    this.projects.set(project, count)
    count.failed += faultsOutsideTests(module)
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') count.passed += 1
      else if (state === 'failed') count.failed += 1
      else this.leftOut.push(`left out: ${project} ${module.relativeModuleId} > ${test.fullName}`)
    }
  }

  private summary(exitCode: number): string {
    const counts = [...this.projects.values()]
    const passed = counts.reduce((sum, count) => sum + count.passed, 0)
    const failed = counts.reduce((sum, count) => sum + count.failed, this.elsewhere)
    // A run that broke down before its tests has failed, too.
    const told = failed === 0 && exitCode !== 0 ? 1 : failed
    const leftOut = this.leftOut.length > 0 ? `, ${this.leftOut.length} left out` : ''
    const shares = [...this.projects].map(([name, count]) => `${name} ${count.passed + count.failed}`).sort()
    return [...this.leftOut, `${passed} passed, ${told} failed${leftOut} (${shares.join(', ')})`].join('\n')
  }
}

function faultsOutsideTests(module: TestModule): number {
  const suites = [...module.children.allSuites()].map((suite) => suite.errors().length)
  return suites.reduce((sum, errors) => sum + errors, module.errors().length)
}
