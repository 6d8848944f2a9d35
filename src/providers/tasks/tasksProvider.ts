import type { PaidProvider } from '../spec/paidProvider'
import { serviceProvider, type ServiceAccount } from '../paid/serviceProvider'

/** A task service elsewhere: the body is `{project_id, task_type, task_data, priority}`; the address to call back is put in. */
export const tasksProvider = (account: ServiceAccount): PaidProvider =>
  serviceProvider(
    {
      id: 'tasks',
      name: 'The task service',
      headers: (key) => ({ 'x-api-key': key }),
      tasks: ['api/v1/tasks/submit'],
      answers: {},
      callbackField: 'callback_url',
      sent: ['task_data'],
      statusPath: (id) => `api/v1/tasks/${id}/status`,
      cancelPath: (id) => `api/v1/tasks/${id}/cancel`,
      test: { path: 'api/v1/health', mayLack: false },
    },
    account,
  )
