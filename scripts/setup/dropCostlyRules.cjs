// A loader of the web build, over Payload's own style sheet. `body:has(…) *` makes a browser look at the style of the
// whole page anew whenever anything is put in anywhere: 100 ms for each line of a long board. The rule is there for the
// hand that drags a widget of the dashboard.
const costly = /body:has\(\.drag-overlay\) ?\*\{[^}]*\}/g

module.exports = function dropCostlyRules(css) {
  return css.replaceAll(costly, '')
}
