import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql'

/** What one question may ask for; Payload counts the complexity (a field is 1, a relation 10 and its limit). */
export const graphqlLimits = { depth: 10, aliases: 15, complexity: 1000 }

const report = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      context?.reportError(error)
    },
  ],
}

/** Refuses questions that go too deep, or ask the same under many names. */
export const graphqlRules = (): ValidationRule[] => [
  maxDepthRule({ n: graphqlLimits.depth, ...report }),
  maxAliasesRule({ n: graphqlLimits.aliases, ...report }),
]
