'use client'
import { useWords } from '../words/useWords'
import { graphOf, type GraphNode } from './graphOf'
import type { RunTold } from './runShape'

type Props = { run: RunTold; picked: string | null; onPick: (name: string | null) => void }

const [wide, high, between, above] = [168, 46, 44, 14]
const left = ({ column }: GraphNode): number => column * (wide + between)
const top = ({ row }: GraphNode): number => row * (high + above)
const toneOf = ({ failed, working, done, total }: GraphNode): string =>
  failed > 0 ? 'bad' : working > 0 ? 'live' : done === total ? 'good' : 'waits'

const way = (from: GraphNode, to: GraphNode): string => {
  const [x1, y1, x2, y2] = [left(from) + wide, top(from) + high / 2, left(to), top(to) + high / 2]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** What waits for what, from the left to the right; on a phone a list. A box filters the steps. */
export const RunGraph = ({ run, picked, onPick }: Props) => {
  const { say, step } = useWords()
  const nodes = graphOf(run.steps)
  const known = new Map(nodes.map((node) => [node.name, node]))
  const width = Math.max(0, ...nodes.map(left)) + wide
  const height = Math.max(0, ...nodes.map(top)) + high
  return (
    <div className="bl-graph" tabIndex={0} role="region" aria-label={say('runGraph')}>
      <div className="bl-graph__ground" style={{ inlineSize: width, blockSize: height }}>
        <svg width={width} height={height} aria-hidden="true" focusable="false">
          {nodes.flatMap((node) =>
            node.after.map((name) => {
              const from = known.get(name)
              return from ? <path key={`${name}-${node.name}`} d={way(from, node)} className={picked === name || picked === node.name ? 'bl-graph__way bl-graph__way--picked' : 'bl-graph__way'} /> : null
            }),
          )}
        </svg>
        <ul>
          {nodes.map((node) => (
            <li key={node.name} style={{ insetInlineStart: left(node), insetBlockStart: top(node), inlineSize: wide, blockSize: high }}>
              <button type="button" className={`bl-graph__box bl-graph__box--${toneOf(node)}`} aria-pressed={picked === node.name} onClick={() => onPick(picked === node.name ? null : node.name)}>
                <strong>{step(node.name)}</strong>
                <span>
                  {say('doneOf', { done: node.done, total: node.total })}
                  {node.failed > 0 && ` · ${say('failedCount', { count: node.failed })}`}
                  {node.working > 0 && ` · ${say('workingOn', { count: node.working })}`}
                </span>
                {node.after.length > 0 && <span className="bl-hidden">{say('waitsForThese', { names: node.after.map(step).join(', ') })}</span>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
} // prettier-ignore
