import type { PaidProvider } from '../spec/paidProvider'
import { serviceProvider, type ServiceAccount } from '../paid/serviceProvider'

/** A knowledge base elsewhere, in place of our own. It answers at once. */
export const brainProvider = (account: ServiceAccount): PaidProvider =>
  serviceProvider(
    {
      id: 'brain',
      name: 'The knowledge service',
      headers: (key) => ({ 'x-api-key': key }),
      tasks: [],
      answers: {
        'api/v1/knowledge/query': ['answer'],
        'api/v1/knowledge/store': ['success', 'id', 'status'],
        'api/v1/embeddings/generate': ['embedding', 'embeddings'],
      },
      callbackField: null,
      sent: [],
      statusPath: null,
      cancelPath: null,
      test: { path: 'health', mayLack: false },
    },
    account,
  )
